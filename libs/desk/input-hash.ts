import { type Command } from '@kerjasama/identity/commands';
import { type Agency } from '@kerjasama/identity/who';
import { inputHash } from '@kerjasama/journal/record-input';

interface KeyOwner {
  readonly command: Command;
  /** The person's opaque id. */
  readonly subject: string;
  readonly agency: Agency;
}

/** What the journal compares on a repeated key: who, which command and the body's hash. A key is its person's alone. */
export function actInput({ command, subject, agency }: KeyOwner, bodyHash: string) {
  return { command, subject, agency, bodyHash };
}

/** The journal's own hash of that input. */
export function actInputHash({ input, ...owner }: KeyOwner & { readonly input: unknown }): string {
  return inputHash(actInput(owner, inputHash(input)));
}
