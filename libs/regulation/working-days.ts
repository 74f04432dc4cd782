import { addDays, type PlainDate, plainDate, weekdayOf, yearOf } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';

import { CALENDAR_YEARS } from './rows/calendar-rows';
import { type CalendarYear } from './rows/calendar-year';
import { type Row } from './table';

/** The days off that a calculation goes by: Saturdays, Sundays and the holidays of the years it knows. */
export interface WorkCalendar {
  readonly years: ReadonlySet<number>;
  readonly holidays: ReadonlySet<PlainDate>;
  /** Years whose holidays are computed, not decreed: what rests on them says provisional. */
  readonly provisional: ReadonlySet<number>;
}

/** A calendar of one's own, e.g. of a year that is not in the rows. */
export function calendarOf(years: readonly number[], holidays: readonly PlainDate[]): WorkCalendar {
  return { years: new Set(years), holidays: new Set(holidays), provisional: new Set() };
}

/** The days off of one year, national holidays and joint leave. */
export function daysOffOf({ year, holidays, jointLeave }: CalendarYear): PlainDate[] {
  return [...holidays.map((holiday) => holiday.slice(0, 5)), ...jointLeave].map((day) => plainDate(`${year}-${day}`));
}

/** National holidays and joint leave of Indonesia by the rows, 2015 to 2036. */
export const NATIONAL_CALENDAR: WorkCalendar = {
  years: new Set(CALENDAR_YEARS.map(({ year }) => year)),
  holidays: new Set(CALENDAR_YEARS.flatMap(daysOffOf)),
  provisional: new Set(CALENDAR_YEARS.filter(({ status }) => status === 'provisional').map(({ year }) => year)),
};

/** The decree of a year's days off as a row to cite; undefined where the year is computed. */
export function findDecreed(year: number): Row<null> | undefined {
  const found = CALENDAR_YEARS.find((each) => each.year === year && each.status === 'decreed');
  if (found === undefined) return undefined;
  const { decree, article, confidence, source } = found;
  const [from, until] = [plainDate(`${year}-01-01`), plainDate(`${year}-12-31`)];
  return { from, until, decree, article, confidence, source, values: null };
}

/** A day in a year without a calendar is refused: CALENDAR_YEAR_MISSING. */
export function isWorkingDay(calendar: WorkCalendar, day: PlainDate): Outcome<boolean> {
  if (!calendar.years.has(yearOf(day))) return yearMissing(yearOf(day));
  const weekday = weekdayOf(day);
  return accept(weekday !== 0 && weekday !== 6 && !calendar.holidays.has(day));
}

/** A day reached, and the calendar years that were looked at on the way. */
export interface DayReached {
  readonly day: PlainDate;
  readonly years: readonly number[];
}

/**
 * The `count`-th working day after `start` (which is not counted), or before it when `count` is negative; `skips` takes
 * working days out, such as those inside a pause. 0 is the start itself.
 */
export function addWorkingDays(
  calendar: WorkCalendar,
  start: PlainDate,
  count: number,
  skips: (day: PlainDate) => boolean = () => false,
): Outcome<DayReached> {
  const years = new Set<number>();
  const step = Math.sign(count);
  let day = start;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step);
    const working = isWorkingDay(calendar, day);
    if (working.refused) return working;
    years.add(yearOf(day));
    if (working.value && !skips(day)) left -= 1;
  }
  return accept({ day, years: [...years] });
}

/** The working days after `from` up to and including `to`. */
export function workingDaysBetween(calendar: WorkCalendar, from: PlainDate, to: PlainDate): Outcome<number> {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, day);
    if (working.refused) return working;
    if (working.value) count += 1;
  }
  return accept(count);
}

function yearMissing(year: number): Outcome<never> {
  return refuse(
    'CALENDAR_YEAR_MISSING',
    { id: `Kalender tahun ${year} belum ada.`, en: `There is no calendar for ${year}.` },
    {
      id: 'Tambahkan hari libur tahun itu, atau sertakan kalender sendiri.',
      en: 'Add the holidays of that year, or give a calendar of your own.',
    },
    { details: { year } },
  );
}
