import {
  type Coverage,
  type CycleYear,
  firstDayOfCover,
  type FiscalYear,
  fiscalYearOf,
  lastDayOfCover,
} from '@kerjasama/kernel/period';
import { dateOf, type PlainDate, yearOf } from '@kerjasama/kernel/plain-date';
import { type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { type Rupiah } from '@kerjasama/kernel/rupiah';
import { isWorkingDay, NATIONAL_CALENDAR } from '@kerjasama/regulation/working-days';

/** What both agencies promise each other for one year. */
export interface AgreementTerms {
  readonly workers: number;
  readonly coverage: Coverage;
  readonly fiscalYear: FiscalYear;
  /** What the agreement lets the ministry spend: the budget may not need more. */
  readonly ceiling: Rupiah;
}

/**
 * Terms that can be promised: some workers, a ceiling, 1 to 12 months of cover that begin after the draft, in the year
 * that the cycle is named after, and lie in the fiscal year that pays (money unspent at 31 December lapses: UU 17/2003;
 * domain, section 7.3). CALENDAR_YEAR_MISSING when the law has no days off for the year or the one after.
 */
export function judgeTerms(year: CycleYear, terms: AgreementTerms, draftedOn: PlainDate): Refusal | null {
  const { workers, coverage, fiscalYear, ceiling } = terms;
  if (!Number.isSafeInteger(workers) || workers < 1) return badTerms('workers');
  if (!Number.isInteger(coverage.months) || coverage.months < 1 || coverage.months > 12) return badTerms('months');
  if (ceiling < 1) return badTerms('ceiling');
  const begins = firstDayOfCover(coverage);
  if (begins <= draftedOn || yearOf(begins) !== year) return badTerms('firstMonth');
  const inYear = [begins, lastDayOfCover(coverage)].every((day) => fiscalYearOf(day) === fiscalYear);
  return inYear ? judgeCalendar(fiscalYear) : badTerms('fiscalYear');
}

/** The year's bills and claims fall due by working days, the last of them in the year after: both need a calendar. */
function judgeCalendar(year: FiscalYear): Refusal | null {
  const days = [year, year + 1].map((each) => isWorkingDay(NATIONAL_CALENDAR, dateOf(each, 1, 1)));
  return days.find((day) => day.refused) ?? null;
}

/** What is agreed and signed is exactly the text that was drafted. */
export function judgeText(drafted: string, named: string): Refusal | null {
  if (drafted === named) return null;
  return refuse(
    'TEXT_DIFFERS',
    { id: 'Naskah ini bukan naskah yang dirancang.', en: 'This is not the text that was drafted.' },
    { id: 'Sebutkan SHA-256 dari naskah yang disepakati.', en: 'Name the SHA-256 of the text that was drafted.' },
    { path: 'textSha256' },
  );
}

function badTerms(path: string): Refusal {
  return refuse(
    'BAD_TERMS',
    { id: `Isi perjanjian tidak dapat dijanjikan: ${path}.`, en: `These terms cannot be promised: ${path}.` },
    {
      id: 'Perlindungan 1–12 bulan, dimulai setelah naskah, dalam tahun siklusnya dan tahun anggaran yang membayar.',
      en: 'Cover lasts 1 to 12 months, begins after the draft, and lies in the year of the cycle and the fiscal year that pays.',
    },
    { path },
  );
}
