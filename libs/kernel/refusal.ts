import { type Text } from './text';

/**
 * The rules say no, or the input is malformed. A refusal is returned, never thrown.
 * `code` is stable and in CAPITALS; `message` says what happened, `remedy` what to do next; `path` points at the field.
 * No refusal ever carries personal data.
 */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly message: Text;
  readonly remedy: Text;
  readonly path?: string;
  /** Facts a caller can act on: counts, sums as decimal strings, dates. JSON-faithful. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface Accepted<T> {
  readonly refused: false;
  readonly value: T;
}

/** What a rule, a parser or an act answers. */
export type Outcome<T> = Accepted<T> | Refusal;

export function accept<T>(value: T): Accepted<T> {
  return { refused: false, value };
}

export function refuse(
  code: string,
  message: Text,
  remedy: Text,
  more: { readonly path?: string; readonly details?: Readonly<Record<string, unknown>> } = {},
): Refusal {
  return { refused: true, code, message, remedy, ...more };
}

/** The value of an outcome that the caller knows to be accepted; anything else is a defect. */
export function expectAccepted<T>(outcome: Outcome<T>): T {
  if (outcome.refused) throw new Error(`Unexpected refusal ${outcome.code}: ${outcome.message.en}`);
  return outcome.value;
}
