import { type Text } from '@kerjasama/kernel/text';

/**
 * Something outside the program keeps the stack from running: a port, a folder, a missing tool.
 * Thrown, because nobody can go on; said in plain words, because the reader is the person who can mend it.
 */
export class StackProblem extends Error {
  override readonly name = 'StackProblem';

  constructor(
    readonly code: string,
    readonly text: Text,
    readonly remedy: Text,
    options?: ErrorOptions,
  ) {
    super(`${text.en} ${remedy.en}`, options);
  }
}

/** One line about an error, for a log or for a list of ways that were tried. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
