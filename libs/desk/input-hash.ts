import { type Command } from '@kerjasama/identity/commands';
import { bodyHash } from '@kerjasama/identity/act-ticket';
import { inputHash } from '@kerjasama/journal/record-input';

/** What the journal compares on a repeated key: the command and the body's hash, the same here and where it is recorded. */
export function actInput(command: Command, hash: string): { command: Command; bodyHash: string } {
  return { command, bodyHash: hash };
}

export function actInputHash(command: Command, input: unknown): string {
  return inputHash(actInput(command, bodyHash(input)));
}
