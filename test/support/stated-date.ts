import { dateInJakarta, dateOf, daysInMonth, startInJakarta, yearOf } from '@kerjasama/kernel/plain-date';
import { type BusinessClock, liveClock } from '@kerjasama/temporal/business-clock';

/**
 * The day on which a test's business time begins: `MM-DD`, in the next year in which it comes. A year cannot be stated,
 * because business time is never behind real time and the calendars of the law end in 2036.
 */
export type StatedDate = `${number}-${number}`;

/** Runs the tests from another day than the one that each of them states: `KERJASAMA_TEST_DATE=02-29`. */
const OTHER_DATE = 'KERJASAMA_TEST_DATE';

const NINE_O_CLOCK_MS = 9 * 3_600_000;
const LEAP_YEAR = 2000;

/** The other day from which this run begins, if it does. */
export function otherDate(env: NodeJS.ProcessEnv = process.env): StatedDate | undefined {
  const text = env[OTHER_DATE] ?? '';
  if (text === '') return undefined;
  monthAndDay(text);
  return text as StatedDate;
}

/** Nine in the morning in Jakarta on the stated day, the next time it comes; 29 February comes in leap years. */
export function nextMorningOf(stated: StatedDate, now: Date): Date {
  const [month, day] = monthAndDay(stated);
  for (let year = yearOf(dateInJakarta(now)); ; year += 1) {
    if (day > daysInMonth(year, month)) continue;
    const morning = new Date(startInJakarta(dateOf(year, month, day)).getTime() + NINE_O_CLOCK_MS);
    if (morning > now) return morning;
  }
}

/** How far business time must be ahead of real time for a test to begin on the day that it states. */
export async function offsetTo(stated: StatedDate, clock: BusinessClock = liveClock()): Promise<number> {
  const now = await clock.now();
  return nextMorningOf(otherDate() ?? stated, now).getTime() - now.getTime();
}

/** @throws when no year has this day */
function monthAndDay(text: string): readonly [month: number, day: number] {
  const [, month = 0, day = 0] = (/^(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(LEAP_YEAR, month)) return [month, day];
  throw new Error(`A day on which a test begins is MM-DD, not ${text}`);
}
