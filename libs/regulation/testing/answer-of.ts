import { computeLine } from '../batch/compute-line';
import { type Settings } from '../readings/register';
import { type Trace } from '../worksheet';

interface Line {
  readonly item: string;
  readonly amount: number;
}

/** What the batch interface answers, as a test looks at it. */
export interface TestAnswer {
  readonly status?: 'OK' | 'REFUSED';
  readonly code?: string;
  readonly total?: number;
  readonly lines?: readonly Line[];
  readonly [key: string]: unknown;
}

/** The answer of one kind of calculation, through the same door as an outside check. */
export function answerOf(kind: string, input: object, settings: Settings = {}): TestAnswer {
  return computeLine(JSON.stringify({ id: 1, kind, input }), settings).answer;
}

/** The total, or the code of the refusal. */
export function totalOf(kind: string, input: object, settings: Settings = {}): number | string | undefined {
  const { total, code } = answerOf(kind, input, settings);
  return code ?? total;
}

/** `ITEM amount` of every line. */
export function linesOf(kind: string, input: object, settings: Settings = {}): string[] {
  return (answerOf(kind, input, settings).lines ?? []).map(({ item, amount }) => `${item} ${amount}`);
}

/** The trace of a calculation, refused or not. */
export function traceOf(kind: string, input: object, settings: Settings = {}): Trace {
  return computeLine(JSON.stringify({ id: 1, kind, input }), settings).trace as Trace;
}

/** The open readings that a result depends on. */
export function touchedBy(kind: string, input: object, settings: Settings = {}): string[] {
  return traceOf(kind, input, settings).readings.map(({ id }) => id);
}
