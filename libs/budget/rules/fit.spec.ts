import { period } from '@kerjasama/kernel/period';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { NO_RUPIAH, rupiah } from '@kerjasama/kernel/rupiah';
import { REGULATION_VERSION } from '@kerjasama/regulation/body';
import fc from 'fast-check';
import { type Dipa, judgeAddendum, judgeFit, judgeSum, refuseShort } from './fit';

const NINETEEN_BILLION = rupiah(19_000_000_000);

function terms(change: { workers?: number; months?: number; ceiling?: number } = {}) {
  return {
    workers: change.workers ?? 102_000,
    coverage: { firstMonth: period('2028-01'), months: change.months ?? 12 },
    ceiling: rupiah(change.ceiling ?? NINETEEN_BILLION),
  };
}

const dipa = (pagu: number, blocked = 0): Dipa => ({ pagu: rupiah(pagu), blocked: rupiah(blocked) });
const ARTICLE = dipa(NINETEEN_BILLION);

describe('the article’s case (domain, section 0.1): 102,000 workers, 12 months, Rp 19 billion', () => {
  const fit = expectAccepted(judgeFit(terms(), ARTICLE));

  test('is short by exactly Rp 1,563,200,000', () => {
    expect(fit).toMatchObject({
      usable: 19_000_000_000,
      tariff: 16_800,
      needed: 20_563_200_000,
      fits: false,
      shortfall: 1_563_200_000,
      unused: 0,
      regulationVersion: REGULATION_VERSION,
    });
  });

  test('has exactly two remedies: 11 months for all, or 94,246 workers for 12 months', () => {
    expect(fit.remedies).toEqual([
      { kind: 'months', months: 11, heads: 102_000, cost: 18_849_600_000, unused: 150_400_000 },
      { kind: 'heads', months: 12, heads: 94_246, cost: 18_999_993_600, unused: 6_400 },
    ]);
  });

  test('is refused with every sum as a decimal string, in both languages', () => {
    const refusal = refuseShort(ARTICLE, fit);
    expect(refusal.code).toBe('BUDGET_SHORT');
    expect(refusal.message.id).toContain('kurang Rp 1.563.200.000');
    expect(refusal.message.en).toContain('short by Rp 1,563,200,000');
    expect(refusal.details).toEqual({
      pagu: '19000000000',
      usable: '19000000000',
      needed: '20563200000',
      shortfall: '1563200000',
      remedies: [
        { kind: 'months', months: 11, heads: 102_000, cost: '18849600000', unused: '150400000' },
        { kind: 'heads', months: 12, heads: 94_246, cost: '18999993600', unused: '6400' },
      ],
    });
  });

  test.each([
    ['the months', { kind: 'months', months: 11, heads: 102_000 }, 150_400_000],
    ['the heads', { kind: 'heads', months: 12, heads: 94_246 }, 6_400],
  ] as const)('fits after an addendum that lowers %s', (_, proposal, unused) => {
    const { terms: amended, fit: after } = expectAccepted(judgeAddendum(terms(), proposal, ARTICLE));
    expect(amended).toMatchObject({ workers: proposal.heads, coverage: { months: proposal.months } });
    expect(after).toMatchObject({ fits: true, shortfall: 0, unused, remedies: [] });
  });
});

describe('what may be spent', () => {
  test('the pagu carries the need to the rupiah', () => {
    expect(judgeFit(terms(), dipa(20_563_200_000))).toMatchObject({ value: { usable: 19_000_000_000, fits: false } });
    const carried = judgeFit(terms({ ceiling: 20_563_200_000 }), dipa(20_563_200_000));
    expect(carried).toMatchObject({ value: { fits: true, unused: 0, shortfall: 0, remedies: [] } });
    const oneShort = judgeFit(terms({ ceiling: 20_563_200_000 }), dipa(20_563_199_999));
    expect(oneShort).toMatchObject({ value: { fits: false, shortfall: 1 } });
  });

  test('what is blocked cannot be spent', () => {
    const fit = judgeFit(terms({ ceiling: 30_000_000_000 }), dipa(21_000_000_000, 436_800_001));
    expect(fit).toMatchObject({ value: { usable: 20_563_199_999, fits: false, shortfall: 1 } });
  });

  test('more blocked than there is, is refused and not counted as zero', () => {
    expect(judgeFit(terms(), dipa(1_000, 1_001))).toMatchObject({ refused: true, code: 'BUDGET_OVERDRAWN' });
  });

  test('a pagu that does not carry one worker or one month offers no remedy', () => {
    expect(judgeFit(terms(), dipa(16_799))).toMatchObject({ value: { fits: false, remedies: [] } });
  });

  test('any usable sum either carries the need or is short by exactly the rest', () => {
    const worker = fc.integer({ min: 1, max: 1_000_000 });
    const month = fc.integer({ min: 1, max: 12 });
    const money = fc.integer({ min: 1, max: 300_000_000_000 });
    fc.assert(
      fc.property(worker, month, money, money, (workers, months, pagu, ceiling) => {
        const fit = expectAccepted(judgeFit(terms({ workers, months, ceiling }), dipa(pagu)));
        expect(fit.usable).toBe(Math.min(pagu, ceiling));
        expect(fit.usable - fit.needed).toBe(fit.unused - fit.shortfall);
        expect(fit.fits).toBe(fit.shortfall === NO_RUPIAH);
        for (const { cost, unused, heads, months: some } of fit.remedies) {
          expect(cost).toBe(fit.tariff * heads * some);
          expect(cost + unused).toBe(fit.usable);
          expect(judgeFit(terms({ workers: heads, months: some, ceiling }), dipa(pagu))).toMatchObject({
            value: { fits: true },
          });
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('an addendum', () => {
  test.each([
    ['raises the months', { kind: 'months', months: 13, heads: 102_000 }],
    ['keeps the months', { kind: 'months', months: 12, heads: 102_000 }],
    ['lowers the workers under the name of months', { kind: 'months', months: 12, heads: 94_246 }],
    ['lowers the months and raises the workers', { kind: 'months', months: 1, heads: 110_000 }],
    ['raises the workers', { kind: 'heads', months: 12, heads: 102_001 }],
    ['lowers the workers and the months at once', { kind: 'heads', months: 11, heads: 94_246 }],
  ] as const)('that %s is refused', (_, proposal) => {
    expect(judgeAddendum(terms(), proposal, ARTICLE)).toMatchObject({ refused: true, code: 'ADDENDUM_NOT_LOWER' });
  });

  test('that lowers, but not enough, is refused with what is still missing', () => {
    const refusal = judgeAddendum(terms(), { kind: 'heads', months: 12, heads: 94_247 }, ARTICLE);
    expect(refusal).toMatchObject({
      code: 'ADDENDUM_DOES_NOT_FIT',
      details: { needed: '19000195200', usable: '19000000000', shortfall: '195200' },
    });
  });

  test('that leaves nobody is refused', () => {
    expect(judgeAddendum(terms(), { kind: 'heads', months: 12, heads: 0 }, ARTICLE)).toMatchObject({
      code: 'BAD_HEADS',
    });
    expect(judgeAddendum(terms(), { kind: 'months', months: 0, heads: 102_000 }, ARTICLE)).toMatchObject({
      code: 'BAD_MONTHS',
    });
  });
});

describe('an approval', () => {
  test('names the sum that was proposed', () => {
    expect(judgeSum(rupiah(18_849_600_000), rupiah(18_849_600_000))).toBeNull();
  });

  test('of a sum that is one rupiah off is refused', () => {
    expect(judgeSum(rupiah(18_849_600_000), rupiah(18_849_600_001))).toMatchObject({
      code: 'SUM_DIFFERS',
      details: { proposed: '18849600000', named: '18849600001' },
    });
  });
});
