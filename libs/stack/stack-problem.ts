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
  return hasMember(error, 'message') ? String(error.message) : String(error);
}

/**
 * Whether the system or the server refused with this code, e.g. `ENOENT`. By shape, not by class: an error that another
 * realm made (a test's sandbox has its own `Error`) is no instance of ours.
 */
export function hasCode(error: unknown, code: string | number): boolean {
  return hasMember(error, 'code') && error.code === code;
}

function hasMember<K extends string>(error: unknown, name: K): error is Record<K, unknown> {
  return typeof error === 'object' && error !== null && name in error;
}
