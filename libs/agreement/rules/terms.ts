import {
  type Coverage,
  firstDayOfCover,
  type FiscalYear,
  fiscalYearOf,
  lastDayOfCover,
} from '@kerjasama/kernel/period';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { type Rupiah } from '@kerjasama/kernel/rupiah';

/** What both agencies promise each other for one year. */
export interface AgreementTerms {
  readonly workers: number;
  readonly coverage: Coverage;
  readonly fiscalYear: FiscalYear;
  /** What the agreement lets the ministry spend: the budget may not need more. */
  readonly ceiling: Rupiah;
}

/**
 * Terms that can be promised: some workers, a ceiling, 1 to 12 months of cover that begin after the draft and lie in the
 * fiscal year that pays (money unspent at 31 December lapses: UU 17/2003; domain, section 7.3).
 */
export function judgeTerms(terms: AgreementTerms, draftedOn: PlainDate): Refusal | null {
  const { workers, coverage, fiscalYear, ceiling } = terms;
  if (!Number.isSafeInteger(workers) || workers < 1) return badTerms('workers');
  if (!Number.isInteger(coverage.months) || coverage.months < 1 || coverage.months > 12) return badTerms('months');
  if (ceiling < 1) return badTerms('ceiling');
  if (firstDayOfCover(coverage) <= draftedOn) return badTerms('firstMonth');
  const inYear = [firstDayOfCover(coverage), lastDayOfCover(coverage)].every((day) => fiscalYearOf(day) === fiscalYear);
  return inYear ? null : badTerms('fiscalYear');
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
      id: 'Perlindungan 1–12 bulan, dimulai setelah naskah dan dalam tahun anggaran yang membayar.',
      en: 'Cover lasts 1 to 12 months, begins after the draft and lies in the fiscal year that pays.',
    },
    { path },
  );
}
