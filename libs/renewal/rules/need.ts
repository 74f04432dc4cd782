import { type Coverage, firstDayOf, lastDayOfCover, type Period } from '@kerjasama/kernel/period';
import { daysBetween, type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome, type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { type Rupiah, times } from '@kerjasama/kernel/rupiah';
import { contributionOfPeriod } from '@kerjasama/regulation/contribution';

/** Who was covered this year, and when. */
interface Covered {
  readonly workers: number;
  readonly coverage: Coverage;
}

/** What the ministry would cover next: an intention, with the need it would have under the tariff in force. */
export interface ProposedCover {
  readonly workers: number;
  readonly firstMonth: Period;
  readonly months: number;
}

/** What the next year would need, and what it would leave uncovered. */
export interface RenewalNeed {
  /** Workers × the contribution of each month, in rupiah. */
  readonly needed: Rupiah;
  readonly gapDays: number;
  readonly gapWorkers: number;
  readonly regulationVersion: string;
}

/** As for the budget: lowest income band, paid from the state budget, no discount (domain, sections 1.1 and 1.2). */
const STATE_PAID_WORKER = { income: 1_000_000, payer: 'APBN', sector: 'OTHER' } as const;

/**
 * The need under the tariffs of the proposed months, and the gap after this year's cover: each day of it restarts the
 * families' clocks of tenure (domain, section 2.3). Refuses COVER_OVERLAPS, NO_RULE_FOR_DATE, BAD_MONTHS.
 */
export function judgeRenewal(thisYear: Covered, { workers, firstMonth, months }: ProposedCover): Outcome<RenewalNeed> {
  const coveredUntil = lastDayOfCover(thisYear.coverage);
  const gapDays = daysBetween(coveredUntil, firstDayOf(firstMonth)) - 1;
  if (gapDays < 0) return coverOverlaps(coveredUntil);
  const aWorker = contributionOfPeriod({ ...STATE_PAID_WORKER, firstMonth, months });
  if (aWorker.refused) return aWorker;
  return accept({
    needed: times(aWorker.value.total, workers),
    gapDays,
    gapWorkers: gapDays === 0 ? 0 : thisYear.workers,
    regulationVersion: aWorker.value.trace.version,
  });
}

/** The insurer endorses what was proposed, not another number. */
export function judgeWorkers(proposed: number, named: number): Refusal | null {
  if (proposed === named) return null;
  return refuse(
    'WORKERS_DIFFER',
    { id: `Yang diusulkan ${proposed} pekerja.`, en: `Proposed are ${proposed} workers.` },
    {
      id: 'Dukung jumlah yang diusulkan, atau minta Kementerian Sosial mengusulkan jumlah lain.',
      en: 'Endorse the number that was proposed, or ask the ministry to propose another.',
    },
    { path: 'workers', details: { proposed, named } },
  );
}

function coverOverlaps(coveredUntil: PlainDate): Refusal {
  return refuse(
    'COVER_OVERLAPS',
    {
      id: `Perlindungan tahun ini berlaku sampai ${coveredUntil}.`,
      en: `This year's cover lasts until ${coveredUntil}.`,
    },
    { id: 'Mulailah dengan bulan sesudahnya.', en: 'Begin with a month after it.' },
    { path: 'firstMonth', details: { coveredUntil } },
  );
}
