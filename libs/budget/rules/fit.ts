import { type Coverage, firstDayOf } from '@kerjasama/kernel/period';
import { accept, type Outcome, type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { formatRupiah, type Rupiah, subtract, toDecimal } from '@kerjasama/kernel/rupiah';
import { type Remedy as Fitting, judgeBudget } from '@kerjasama/regulation/budget';
import { contributionOf } from '@kerjasama/regulation/contribution';

/** What the agreement promises, as far as money goes. */
interface Promised {
  readonly workers: number;
  readonly coverage: Coverage;
  readonly ceiling: Rupiah;
}

/** What a DIPA holds for the programme, and what of it is blocked (blokir). */
export interface Dipa {
  readonly pagu: Rupiah;
  readonly blocked: Rupiah;
}

/** Fewer months for all workers, or fewer workers for all months. */
export interface LowerTerms {
  readonly kind: 'months' | 'heads';
  readonly months: number;
  readonly heads: number;
}

/** One exact way to fit the pagu. */
export interface Remedy extends LowerTerms {
  readonly cost: Rupiah;
  readonly unused: Rupiah;
}

/** Whether the terms fit the money, under the tariff of each month of cover. All sums in rupiah. */
export interface Fit {
  /** Pagu less what is blocked, and never more than the agreement's ceiling. */
  readonly usable: Rupiah;
  /** One worker's contribution in the first month of cover. */
  readonly tariff: Rupiah;
  readonly needed: Rupiah;
  readonly fits: boolean;
  readonly shortfall: Rupiah;
  readonly unused: Rupiah;
  /** At most one of each kind; none of a kind that not even one month or one head would satisfy. */
  readonly remedies: readonly Remedy[];
  readonly regulationVersion: string;
}

/**
 * The workers of this programme: poor, so of the lowest income band, and paid from the state budget, which PP 50/2025
 * excludes from its discount (domain, sections 1.1 and 1.2).
 */
const STATE_PAID_WORKER = { income: 1_000_000, payer: 'APBN', sector: 'OTHER' } as const;

/**
 * tariff × workers × months against what may be spent (domain, section 0.1). The tariff comes from the law, never from
 * the money. Refuses BUDGET_OVERDRAWN when more is blocked than there is, NO_RULE_FOR_DATE, BAD_HEADS, BAD_MONTHS.
 */
export function judgeFit(terms: Promised, dipa: Dipa): Outcome<Fit> {
  const { firstMonth, months } = terms.coverage;
  const tariff = contributionOf({ ...STATE_PAID_WORKER, date: firstDayOf(firstMonth) });
  if (tariff.refused) return tariff;
  const available = subtract(dipa.pagu, dipa.blocked);
  const money = available > terms.ceiling ? { pagu: terms.ceiling } : { pagu: dipa.pagu, blocked: dipa.blocked };
  const judged = judgeBudget({ ...money, ...STATE_PAID_WORKER, firstMonth, months, heads: terms.workers });
  if (judged.refused) return judged;
  const { usable, need, fits, shortfall, unused, fewerMonths, fewerHeads, trace } = judged.value;
  const remedies = [...toRemedy('months', fewerMonths), ...toRemedy('heads', fewerHeads)];
  const regulationVersion = trace.version;
  return accept({
    ...{ usable, tariff: tariff.value.total, needed: need, fits },
    ...{ shortfall, unused, remedies, regulationVersion },
  });
}

/** What the ministry is told when the pagu does not carry the agreement: short by how much, and exactly what would fit. */
export function refuseShort(dipa: Dipa, { usable, needed, shortfall, remedies }: Fit): Refusal {
  return refuse(
    'BUDGET_SHORT',
    {
      id: `Kebutuhan ${formatRupiah(needed)} melebihi pagu yang dapat dipakai ${formatRupiah(usable)}: kurang ${formatRupiah(shortfall)}.`,
      en: `The need of ${formatRupiah(needed, 'en')} exceeds the usable pagu of ${formatRupiah(usable, 'en')}: short by ${formatRupiah(shortfall, 'en')}.`,
    },
    {
      id: 'Usulkan adendum yang muat (lihat remedies), atau alokasi dari DIPA revisi.',
      en: 'Propose an addendum that fits (see remedies), or an allocation from a revised DIPA.',
    },
    {
      details: {
        pagu: toDecimal(dipa.pagu),
        usable: toDecimal(usable),
        needed: toDecimal(needed),
        shortfall: toDecimal(shortfall),
        remedies: remedies.map(toDecimalRemedy),
      },
    },
  );
}

export function toDecimalRemedy({ kind, months, heads, cost, unused }: Remedy) {
  return { kind, months, heads, cost: toDecimal(cost), unused: toDecimal(unused) };
}

/**
 * The terms that an addendum would bring: lower than the present ones in its kind and the same in the other, and
 * carried by the DIPA that was last proposed. Refuses ADDENDUM_NOT_LOWER, ADDENDUM_DOES_NOT_FIT, or as `judgeFit`.
 */
export function judgeAddendum<Terms extends Promised>(
  terms: Terms,
  proposal: LowerTerms,
  dipa: Dipa,
): Outcome<{ readonly terms: Terms; readonly fit: Fit }> {
  const { kind, months, heads } = proposal;
  const lowersMonths = months < terms.coverage.months && heads === terms.workers;
  const lowersHeads = heads < terms.workers && months === terms.coverage.months;
  if (!(kind === 'months' ? lowersMonths : lowersHeads)) return notLower(terms, kind);
  const amended = { ...terms, workers: heads, coverage: { ...terms.coverage, months } };
  const fit = judgeFit(amended, dipa);
  if (fit.refused) return fit;
  return fit.value.fits ? accept({ terms: amended, fit: fit.value }) : doesNotFit(fit.value);
}

/** Nobody approves another sum than the one that was proposed. */
export function judgeSum(proposed: Rupiah, named: Rupiah): Refusal | null {
  if (proposed === named) return null;
  return refuse(
    'SUM_DIFFERS',
    { id: 'Jumlah ini bukan jumlah yang diusulkan.', en: 'This is not the sum that was proposed.' },
    {
      id: `Periksa usulan lagi; yang diusulkan ${formatRupiah(proposed)}.`,
      en: `Look at the proposal again; proposed are ${formatRupiah(proposed, 'en')}.`,
    },
    { path: 'needed', details: { proposed: toDecimal(proposed), named: toDecimal(named) } },
  );
}

function toRemedy(kind: Remedy['kind'], fitting: Fitting | null): Remedy[] {
  return fitting === null ? [] : [{ kind, ...fitting }];
}

function notLower({ workers, coverage }: Promised, kind: Remedy['kind']): Refusal {
  return refuse(
    'ADDENDUM_NOT_LOWER',
    {
      id: `Adendum ini tidak mengurangi perjanjian: kini ${workers} pekerja selama ${coverage.months} bulan.`,
      en: `This addendum does not lower the agreement: now ${workers} workers for ${coverage.months} months.`,
    },
    kind === 'months'
      ? { id: 'Kurangi bulan, dan biarkan jumlah pekerja.', en: 'Lower the months, and leave the workers as they are.' }
      : {
          id: 'Kurangi jumlah pekerja, dan biarkan bulan.',
          en: 'Lower the workers, and leave the months as they are.',
        },
    { path: kind, details: { workers, months: coverage.months } },
  );
}

function doesNotFit({ usable, needed, shortfall, remedies }: Fit): Refusal {
  return refuse(
    'ADDENDUM_DOES_NOT_FIT',
    {
      id: `Adendum ini pun melebihi pagu: masih kurang ${formatRupiah(shortfall)}.`,
      en: `This addendum exceeds the pagu as well: still short by ${formatRupiah(shortfall, 'en')}.`,
    },
    { id: 'Usulkan bulan atau pekerja yang lebih sedikit.', en: 'Propose fewer months or fewer workers.' },
    {
      details: {
        usable: toDecimal(usable),
        needed: toDecimal(needed),
        shortfall: toDecimal(shortfall),
        remedies: remedies.map(toDecimalRemedy),
      },
    },
  );
}
