import { addDays, dateInJakarta, type PlainDate, startInJakarta } from '@kerjasama/kernel/plain-date';
import { condition, sleep } from '@temporalio/workflow';

// In the sandbox `Date` is Temporal's own clock, the same in every replay: this is the one file of the house that may read it.

/** How a wait ended. */
export type WaitOutcome = 'met' | 'overdue';

/** The business date of this workflow: Temporal's replayed clock, seen in Jakarta. */
export function today(): PlainDate {
  return dateInJakarta(new Date());
}

/** The same clock in milliseconds since 1970. */
export function now(): number {
  return Date.now();
}

/** Sleeps until a day begins in Jakarta; a day that has begun is no wait. In production the parent's catching up costs nothing. */
export async function until(day: PlainDate, summary: string): Promise<void> {
  const ms = startInJakarta(day).getTime() - Date.now();
  if (ms > 0) await sleep(ms, { summary });
}

/** Waits for a fact, at most to the end of the last day in Jakarta. Every wait has a deadline and a named outcome. */
export async function waitFor(fact: () => boolean, lastDay: PlainDate, summary: string): Promise<WaitOutcome> {
  if (fact()) return 'met';
  const ms = startInJakarta(addDays(lastDay, 1)).getTime() - Date.now();
  if (ms <= 0) return 'overdue';
  return (await condition(fact, ms, { summary })) ? 'met' : 'overdue';
}
