import { period } from '@kerjasama/kernel/period';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import fc from 'fast-check';

import { judgeBudget } from './budget';
import { answerOf, traceOf } from './testing/answer-of';

const seed = { pagu: 19_000_000_000, heads: 102_000, months: 12, tariff: 16_800 };

describe('the budget of the seed year 2015', () => {
  it('refuses 102,000 people for 12 months against 19 billion and offers the two exact remedies (section 0.1)', () => {
    expect(answerOf('budget', seed)).toEqual({
      status: 'OK',
      usable: 19_000_000_000,
      need: 20_563_200_000,
      fits: false,
      shortfall: 1_563_200_000,
      unused: 0,
      fewer_months: { heads: 102_000, months: 11, cost: 18_849_600_000, unused: 150_400_000 },
      fewer_heads: { heads: 94_246, months: 12, cost: 18_999_993_600, unused: 6_400 },
    });
  });

  it.each([
    // what, tariff, months, need, fits
    ['PP 44/2015 lowest band for 12 months', 16_800, 12, 20_563_200_000, false],
    ['PP 44/2015 lowest band for 11 months', 16_800, 11, 18_849_600_000, true],
    ['PP 44/2015 band 2 for 10 months', 18_800, 10, 19_176_000_000, false],
    ['the 1.3 %% rule on 1,200,000 for 12 months', 15_600, 12, 19_094_400_000, false],
    ['the 1.3 %% rule on 1,000,000 for 12 months', 13_000, 12, 15_912_000_000, true],
  ])('judges %s', (_, tariff, months, need, fits) => {
    const answer = answerOf('budget', { ...seed, tariff, months });
    expect(answer).toMatchObject({ need, fits });
    expect(answer['unused']).toBe(fits ? 19_000_000_000 - need : 0);
    expect(answer['shortfall']).toBe(fits ? 0 : need - 19_000_000_000);
  });
});

describe('the budget rule', () => {
  it('fits to the last rupiah and offers no remedy then', () => {
    expect(answerOf('budget', { ...seed, pagu: 20_563_200_000 })).toMatchObject({
      fits: true,
      unused: 0,
      shortfall: 0,
      fewer_months: null,
      fewer_heads: null,
    });
    expect(answerOf('budget', { ...seed, pagu: 20_563_199_999 })).toMatchObject({ fits: false, shortfall: 1 });
  });

  it.each([0, 100])('of months that cost nothing fits into %i', (pagu) => {
    const free = { pagu, heads: 1, months: 2, first_month: '2014-01', payer: 'APBN', sector: 'OTHER', income: 0 };
    expect(answerOf('budget', free)).toMatchObject({ need: 0, fits: true, unused: pagu, fewer_heads: null });
  });

  it('takes off what is blocked, committed and realised', () => {
    const ceiling = { pagu: 1_000, blocked: 100, committed: 200, realised: 300, heads: 1, months: 1, tariff: 401 };
    expect(answerOf('budget', ceiling)).toMatchObject({
      usable: 400,
      shortfall: 1,
      fewer_months: null,
      fewer_heads: null,
    });
    expect(traceOf('budget', ceiling).steps.map(({ what, amount }) => `${what.en} ${amount}`)).toEqual([
      'ceiling of the budget 1000',
      'less blocked 100',
      'less committed 200',
      'less realised 300',
      'usable ceiling 400',
      'need: 1 heads x 1 months 401',
      'it does not fit; short by 1',
    ]);
  });

  it('says in its trace what is left over, and by how much it was overdrawn', () => {
    const fitting = traceOf('budget', { ...seed, pagu: 20_563_200_001 });
    expect(fitting.steps.at(-1)).toEqual({ what: { id: 'cukup; sisa', en: 'it fits; left over' }, amount: 1 });
    expect(judgeBudget({ pagu: 5, committed: 7, heads: 1, months: 1, tariff: 1 })).toMatchObject({
      code: 'BUDGET_OVERDRAWN',
      path: 'pagu',
      details: { usable: '-2' },
    });
  });

  it('gives one month for all, or one head for all months, where just that fits', () => {
    expect(answerOf('budget', { pagu: 20, heads: 10, months: 2, tariff: 2 })).toMatchObject({
      fewer_months: { months: 1, heads: 10, cost: 20, unused: 0 },
      fewer_heads: { months: 2, heads: 5, cost: 20, unused: 0 },
    });
    expect(answerOf('budget', { pagu: 4, heads: 10, months: 2, tariff: 2 })).toMatchObject({
      fewer_months: null,
      fewer_heads: { heads: 1, months: 2, cost: 4, unused: 0 },
    });
  });

  it('counts each month under its own tariff when no tariff is given', () => {
    const answer = answerOf('budget', {
      pagu: 30_000,
      heads: 1,
      months: 3,
      first_month: '2026-02',
      payer: 'SELF',
      sector: 'OTHER',
      income: 500_000,
    });
    expect(answer).toMatchObject({
      need: 16_800 * 2 + 8_400,
      fewer_months: { months: 1, cost: 16_800 },
      fewer_heads: null,
    });
  });

  it.each([
    [{ pagu: -1 }, 'BAD_PAGU'],
    [{ pagu: 0.5 }, 'BAD_PAGU'],
    [{ blocked: -1 }, 'BAD_BLOCKED'],
    [{ committed: 0.5 }, 'BAD_COMMITTED'],
    [{ realised: '1' }, 'BAD_REALISED'],
    [{ pagu: 10, blocked: 11 }, 'BUDGET_OVERDRAWN'],
    [{ pagu: 10, blocked: 11, heads: 0 }, 'BAD_HEADS'],
    [{ pagu: 10, blocked: 11, months: 0 }, 'BAD_MONTHS'],
    [{ heads: 0 }, 'BAD_HEADS'],
    [{ heads: 1_000_000_001 }, 'BAD_HEADS'],
    [{ months: 0 }, 'BAD_MONTHS'],
    [{ months: 1_201 }, 'BAD_MONTHS'],
    [{ tariff: 0 }, 'BAD_TARIFF'],
    [{ tariff: 16_800.5 }, 'BAD_TARIFF'],
    [{ heads: 1_000_000_000, tariff: 10_000_000_000 }, 'BAD_HEADS'],
    [{ tariff: undefined, first_month: '2026-13' }, 'BAD_PERIOD'],
    [{ tariff: undefined, first_month: '2026-01', payer: 'X' }, 'BAD_INCOME'],
    [{ tariff: undefined, first_month: '2004-01', payer: 'APBN', sector: 'OTHER', income: 1 }, 'NO_RULE_FOR_DATE'],
  ])('refuses %o with %s', (change, code) => {
    expect(answerOf('budget', { ...seed, ...change })).toEqual({ status: 'REFUSED', code });
  });

  it('spends a usable ceiling of nothing on nobody', () => {
    expect(answerOf('budget', { ...seed, pagu: 0 })).toMatchObject({ usable: 0, fits: false, fewer_heads: null });
  });

  it('offers remedies that fit, and that one month or one head more would break', () => {
    const request = fc.record({
      pagu: fc.integer({ min: 0, max: 10_000_000 }),
      heads: fc.integer({ min: 1, max: 500 }),
      months: fc.integer({ min: 1, max: 24 }),
      tariff: fc.integer({ min: 1, max: 50_000 }),
    });
    fc.assert(
      fc.property(request, ({ pagu, heads, months, tariff }) => {
        const judged = expectAccepted(judgeBudget({ pagu, heads, months, tariff }));
        expect(judged.need).toBe(tariff * heads * months);
        expect(judged.fits).toBe(judged.need <= pagu);
        expect(judged.usable - judged.need).toBe(judged.unused - judged.shortfall);
        for (const remedy of [judged.fewerMonths, judged.fewerHeads]) {
          if (remedy === null) continue;
          expect(remedy.cost + remedy.unused).toBe(judged.usable);
          expect(remedy.cost).toBe(tariff * remedy.heads * remedy.months);
        }
        if (judged.fewerMonths) expect(tariff * heads * (judged.fewerMonths.months + 1)).toBeGreaterThan(pagu);
        if (judged.fewerHeads) expect(tariff * months * (judged.fewerHeads.heads + 1)).toBeGreaterThan(pagu);
      }),
    );
  });

  it('takes a coverage period from its first month', () => {
    const judged = judgeBudget({
      pagu: 16_800,
      heads: 1,
      months: 1,
      firstMonth: period('2028-01'),
      income: 0,
      payer: 'APBN',
      sector: 'OTHER',
    });
    expect(expectAccepted(judged)).toMatchObject({ fits: true, unused: 0 });
  });
});
