/**
 * What a rehearsed year must come to, worked out from the article's figures by arithmetic alone: nothing of the house is
 * asked. 102,000 workers, Rp 19 billion, Rp 16,800 a month; one row in 745 broken; the first remedy (fewer months) taken.
 */
export interface ArticleSums {
  readonly budget: {
    readonly pagu: string;
    readonly needed: string;
    readonly shortfall: string;
    readonly remedies: readonly {
      readonly kind: 'months' | 'heads';
      readonly months: number;
      readonly heads: number;
      readonly cost: string;
      readonly unused: string;
    }[];
  };
  readonly enrolment: Readonly<Record<'uploaded' | 'accepted' | 'rejected' | 'corrected' | 'enrolled', number>>;
  readonly premium: {
    readonly billed: string;
    readonly paid: string;
    readonly reconciled: string;
    readonly personMonths: number;
  };
  readonly claimsReported: number;
}

const TARIFF = 16_800n;
const MONTHS = 12n;
const WORKERS = 102_000n;
const PAGU = 19_000_000_000n;

export function articleSums(size: number): ArticleSums {
  const heads = BigInt(size);
  const pagu = (PAGU * heads) / WORKERS;
  const needed = heads * TARIFF * MONTHS;
  const months = pagu / (heads * TARIFF);
  const fewer = pagu / (TARIFF * MONTHS);
  const remedy = (kind: 'months' | 'heads', forMonths: bigint, forHeads: bigint) => {
    const cost = forMonths * forHeads * TARIFF;
    return { kind, months: Number(forMonths), heads: Number(forHeads), cost: `${cost}`, unused: `${pagu - cost}` };
  };
  const rejected = Math.round(size / 745);
  const paid = `${heads * TARIFF * months}`;
  return {
    budget: {
      pagu: `${pagu}`,
      needed: `${needed}`,
      shortfall: `${needed - pagu}`,
      // where the money covers not one worker for the whole year, fewer heads are no remedy
      remedies: [remedy('months', months, heads), ...(fewer > 0n ? [remedy('heads', MONTHS, fewer)] : [])],
    },
    enrolment: { uploaded: size, accepted: size - rejected, rejected, corrected: rejected, enrolled: size },
    premium: { billed: paid, paid, reconciled: paid, personMonths: Number(heads * months) },
    claimsReported: Math.max(1, Math.floor((size * 4) / 1000)),
  };
}
