import { type Command } from '@kerjasama/identity/commands';
import { inputHash } from '@kerjasama/journal/record-input';

/** What the journal compares on a repeated key: the command and the body's hash, the same here and where it is recorded. */
export function actInput(command: Command, bodyHash: string): { command: Command; bodyHash: string } {
  return { command, bodyHash };
}

/** The journal's own hash of that input. */
export function actInputHash(command: Command, input: unknown): string {
  return inputHash(actInput(command, inputHash(input)));
}
