import { accept, type Outcome, refuse } from './refusal';

declare const plainDateBrand: unique symbol;

/** A calendar day, `YYYY-MM-DD`, without time or zone. Text, so that it crosses JSON unharmed and compares with `<`. */
export type PlainDate = string & { readonly [plainDateBrand]: true };

const MS_A_DAY = 86_400_000;
const JAKARTA_OFFSET_MS = 7 * 3_600_000;

export function parsePlainDate(text: string, path = 'date'): Outcome<PlainDate> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [year, month, day] = match ? [Number(match[1]), Number(match[2]), Number(match[3])] : [0, 0, 0];
  if (month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)) return accept(text as PlainDate);
  return refuse(
    'BAD_DATE',
    { id: 'Tanggal tidak ada di kalender.', en: 'This is not a day of the calendar.' },
    {
      id: 'Tulis tanggal sebagai TTTT-BB-HH, misalnya 2028-01-31.',
      en: 'Write a date as YYYY-MM-DD, e.g. 2028-01-31.',
    },
    { path },
  );
}

/** The date of text that the program itself holds; anything else is a defect and throws. */
export function plainDate(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (parsed.refused) throw new RangeError(`Not a date: ${text}`);
  return parsed.value;
}

/** `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: PlainDate): number {
  return Number(date.slice(5, 7));
}

export function dayOf(date: PlainDate): number {
  return Number(date.slice(8, 10));
}

export function dateOf(year: number, month: number, day: number): PlainDate {
  return plainDate(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );
}

/** Days since 1970-01-01. */
export function epochDay(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_A_DAY;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return plainDate(new Date((epochDay(date) + days) * MS_A_DAY).toISOString().slice(0, 10));
}

/** The same day `months` later, clipped at the end of a shorter month (31 January + 1 = 28 or 29 February). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return dateOf(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return epochDay(to) - epochDay(from);
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(date: PlainDate): number {
  return (((epochDay(date) + 4) % 7) + 7) % 7;
}

/** Whole years lived on `on`; somebody born on 29 February has a birthday on 28 February of common years. */
export function ageOn(born: PlainDate, on: PlainDate): number {
  const years = yearOf(on) - yearOf(born);
  return addMonths(born, years * 12) <= on ? years : years - 1;
}

/** The day it is in Jakarta (UTC+7, no summer time) at an instant. */
export function dateInJakarta(instant: Date): PlainDate {
  return plainDate(new Date(instant.getTime() + JAKARTA_OFFSET_MS).toISOString().slice(0, 10));
}

/** The instant a day begins in Jakarta. */
export function startInJakarta(date: PlainDate): Date {
  return new Date(epochDay(date) * MS_A_DAY - JAKARTA_OFFSET_MS);
}
