import { addDays, addMonths, monthOf, type PlainDate, plainDate, yearOf } from './plain-date';
import { accept, type Outcome, refuse } from './refusal';

declare const periodBrand: unique symbol;
declare const cycleYearBrand: unique symbol;
declare const fiscalYearBrand: unique symbol;

/** A month of cover, `YYYY-MM`. */
export type Period = string & { readonly [periodBrand]: true };

/** The year a cycle is named after: the year its cover begins. */
export type CycleYear = number & { readonly [cycleYearBrand]: true };

/** A budget year of the state (tahun anggaran): the calendar year whose DIPA pays. */
export type FiscalYear = number & { readonly [fiscalYearBrand]: true };

/** Consecutive months of cover: the coverage period of one cycle. */
export interface Coverage {
  readonly firstMonth: Period;
  readonly months: number;
}

export function parsePeriod(text: string, path = 'period'): Outcome<Period> {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return accept(text as Period);
  return refuse(
    'BAD_PERIOD',
    { id: 'Bulan perlindungan tidak dapat dibaca.', en: 'The month of cover cannot be read.' },
    { id: 'Tulis bulan sebagai TTTT-BB, misalnya 2028-01.', en: 'Write a month as YYYY-MM, e.g. 2028-01.' },
    { path },
  );
}

/** The period of text that the program itself holds; anything else is a defect and throws. */
export function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (parsed.refused) throw new RangeError(`Not a month: ${text}`);
  return parsed.value;
}

export function cycleYear(year: number): CycleYear {
  return wholeYear(year) as CycleYear;
}

export function fiscalYear(year: number): FiscalYear {
  return wholeYear(year) as FiscalYear;
}

export function periodOf(date: PlainDate): Period {
  return period(date.slice(0, 7));
}

export function firstDayOf(month: Period): PlainDate {
  return plainDate(`${month}-01`);
}

export function lastDayOf(month: Period): PlainDate {
  return addDays(firstDayOf(nextPeriod(month)), -1);
}

export function nextPeriod(month: Period, count = 1): Period {
  return periodOf(addMonths(firstDayOf(month), count));
}

/** The months of a coverage period, in order. */
export function periodsOf(coverage: Coverage): Period[] {
  return Array.from({ length: coverage.months }, (_, index) => nextPeriod(coverage.firstMonth, index));
}

export function firstDayOfCover(coverage: Coverage): PlainDate {
  return firstDayOf(coverage.firstMonth);
}

export function lastDayOfCover(coverage: Coverage): PlainDate {
  return lastDayOf(nextPeriod(coverage.firstMonth, coverage.months - 1));
}

export function fiscalYearOf(date: PlainDate): FiscalYear {
  return fiscalYear(yearOf(date));
}

export function calendarMonthOf(month: Period): number {
  return monthOf(firstDayOf(month));
}

function wholeYear(year: number): number {
  if (!Number.isInteger(year) || year < 1900 || year > 2999) throw new RangeError(`Not a year: ${year}`);
  return year;
}
