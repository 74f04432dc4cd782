import { plainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import fc from 'fast-check';

import { contributionOf } from './contribution';
import { INCOME_BANDS } from './rows/contribution-rows';
import { answerOf, linesOf, totalOf, touchedBy, traceOf } from './testing/answer-of';

const paid = (date: string, payer: string, sector: string, more: object = {}): object => ({
  date,
  income: 1_000_000,
  payer,
  sector,
  ...more,
});

describe('the contribution of a month', () => {
  it.each([
    // date, payer, sector, factor, jkk, jkm, the rule
    ['2015-07-01', 'APBN', 'OTHER', '1/1', 10_000, 6_800, 'PP 44/2015 Lampiran II, first day'],
    ['2019-12-01', 'APBN', 'OTHER', '1/1', 10_000, 6_800, 'PP 44/2015, last day before PP 82/2019'],
    ['2019-12-02', 'APBN', 'OTHER', '1/1', 10_000, 6_800, 'PP 82/2019: no increase'],
    ['2020-07-31', 'SELF', 'OTHER', '1/1', 10_000, 6_800, 'the month before PP 49/2020'],
    ['2020-08-01', 'SELF', 'OTHER', '1/100', 100, 68, 'PP 49/2020 Pasal 13, first month'],
    ['2020-08-01', 'APBN', 'TRANSPORT', '1/100', 100, 68, 'PP 49/2020 excludes nobody (A-03)'],
    ['2021-01-31', 'APBD', 'OTHER', '1/100', 100, 68, 'PP 49/2020, last month'],
    ['2021-02-01', 'SELF', 'OTHER', '1/1', 10_000, 6_800, 'the month after PP 49/2020'],
    ['2023-11-01', 'SELF', 'OTHER', '1/1', 10_000, 6_800, 'PP 49/2023 leaves independent workers alone'],
    ['2025-12-31', 'SELF', 'TRANSPORT', '1/1', 10_000, 6_800, 'the month before PP 50/2025'],
    ['2026-01-01', 'SELF', 'TRANSPORT', '1/2', 5_000, 3_400, 'PP 50/2025 Pasal 4, transport first'],
    ['2026-03-31', 'SELF', 'OTHER', '1/1', 10_000, 6_800, 'PP 50/2025, other sectors not yet'],
    ['2026-04-01', 'CSR', 'OTHER', '1/2', 5_000, 3_400, 'PP 50/2025, other sectors from April'],
    ['2026-12-31', 'SELF', 'OTHER', '1/2', 5_000, 3_400, 'PP 50/2025, other sectors to December'],
    ['2027-01-01', 'SELF', 'OTHER', '1/1', 10_000, 6_800, 'PP 50/2025, other sectors over'],
    ['2027-03-31', 'CSR', 'TRANSPORT', '1/2', 5_000, 3_400, 'PP 50/2025, transport to March 2027'],
    ['2027-04-01', 'CSR', 'TRANSPORT', '1/1', 10_000, 6_800, 'PP 50/2025 is over'],
    ['2026-05-01', 'APBN', 'OTHER', '1/1', 10_000, 6_800, 'PP 50/2025 Pasal 3 excludes APBN'],
    ['2026-05-01', 'APBD', 'TRANSPORT', '1/1', 10_000, 6_800, 'PP 50/2025 Pasal 3 excludes APBD'],
  ])('%s paid by %s for %s: %s (%s + %s) - %s [%s]', (date, payer, sector, factor, jkk, jkm) => {
    expect(answerOf('contribution', paid(date, payer, sector))).toEqual({
      band: 1,
      base: 1_000_000,
      factor,
      jkk,
      jkm,
      total: jkk + jkm,
      status: 'OK',
    });
  });

  /** Lampiran II, retyped from the field's brief, so that a slip in the rows shows. */
  it.each<readonly [number, number, number, number, number]>([
    [1, 0, 1_099_999, 1_000_000, 16_800],
    [2, 1_100_000, 1_299_999, 1_200_000, 18_800],
    [3, 1_300_000, 1_499_999, 1_400_000, 20_800],
    [4, 1_500_000, 1_699_999, 1_600_000, 22_800],
    [5, 1_700_000, 1_899_999, 1_800_000, 24_800],
    [6, 1_900_000, 2_099_999, 2_000_000, 26_800],
    [7, 2_100_000, 2_299_999, 2_200_000, 28_800],
    [8, 2_300_000, 2_499_999, 2_400_000, 30_800],
    [9, 2_500_000, 2_699_999, 2_600_000, 32_800],
    [10, 2_700_000, 3_199_999, 2_950_000, 36_300],
    [11, 3_200_000, 3_699_999, 3_450_000, 41_300],
    [12, 3_700_000, 4_199_999, 3_950_000, 46_300],
    [13, 4_200_000, 4_699_999, 4_450_000, 51_300],
    [14, 4_700_000, 5_199_999, 4_950_000, 56_300],
    ...Array.from({ length: 15 }, (_, k) => {
      const from = 5_200_000 + 1_000_000 * k;
      return [15 + k, from, from + 999_999, from + 500_000, 63_800 + 10_000 * k] as const;
    }),
    [30, 20_200_000, 90_000_000_000, 20_700_000, 213_800],
  ])('PP 44/2015 Lampiran II, band %i: income %i to %i counts as %i and costs %i', (band, from, to, base, total) => {
    for (const income of [from, to])
      expect(answerOf('contribution', { ...paid('2024-01-01', 'SELF', 'OTHER'), income })).toMatchObject({
        band,
        base,
        total,
      });
  });

  it('has no upper limit: band 30 is open, even for a number that is no safe integer', () => {
    const rich = { ...paid('2024-01-01', 'SELF', 'OTHER'), income: 10 ** 20 };
    expect(answerOf('contribution', rich)).toMatchObject({ band: 30, total: 213_800 });
  });

  it.each([
    [1_000_000, 10_000, 3_000],
    [1_200_000, 12_000, 3_600],
    [1_000, 10, 3],
  ])('before July 2015 is 1.3 %% of a reported wage of %i (PER-24/MEN/VI/2006)', (income, jkk, jkm) => {
    const answer = answerOf('contribution', { ...paid('2015-06-30', 'APBN', 'OTHER'), income });
    expect(answer).toEqual({ band: null, base: income, factor: '1/1', jkk, jkm, total: jkk + jkm, status: 'OK' });
  });

  it.each([
    [{ date: '2005-12-31' }, 'NO_RULE_FOR_DATE'],
    [{ date: '2015-02-31' }, 'BAD_DATE'],
    [{ payer: 'NOBODY' }, 'UNKNOWN_PAYER'],
    [{ sector: undefined }, 'UNKNOWN_SECTOR'],
    [{ income: -1 }, 'BAD_INCOME'],
    [{ income: 1.5 }, 'BAD_INCOME'],
    [{ income: '1000000' }, 'BAD_INCOME'],
    [{ date: '2010-01-01', income: 1_000_500 }, 'FRACTION_OF_RUPIAH'],
    [{ date: '2010-01-01', income: 10 ** 16 }, 'BAD_INCOME'],
    [{ date: '2010-01-01', minimum_wage: 1_000_001 }, 'WAGE_BELOW_MINIMUM'],
    [{ date: '2010-01-01', minimum_wage: -1 }, 'BAD_MINIMUM_WAGE'],
    [{ date: '2010-01-01', minimum_wage: 0.5 }, 'BAD_MINIMUM_WAGE'],
  ])('refuses %o with %s', (change, code) => {
    expect(totalOf('contribution', { ...paid('2024-01-01', 'SELF', 'OTHER'), ...change })).toBe(code);
  });

  it('accepts a wage of exactly the minimum', () => {
    expect(totalOf('contribution', paid('2010-01-01', 'SELF', 'OTHER', { minimum_wage: 1_000_000 }))).toBe(13_000);
  });

  it.each([
    ['A-01', 'floor', { date: '2010-01-01', income: 1_000_500 }, 10_005 + 3_001],
    ['A-01', 'half-up', { date: '2010-01-01', income: 1_000_500 }, 10_005 + 3_002],
    ['A-02', 'lift', { date: '2010-01-01', minimum_wage: 2_000_000 }, 26_000],
    ['A-03', 'state-excluded', { date: '2020-09-01', payer: 'APBN' }, 16_800],
    ['A-03', 'state-excluded', { date: '2020-09-01', payer: 'APBD' }, 16_800],
    ['A-03', 'state-excluded', { date: '2020-09-01', payer: 'CSR' }, 168],
    ['A-04', '2006-06-01', { date: '2006-05-31' }, 'NO_RULE_FOR_DATE'],
    ['A-04', '2006-06-01', { date: '2006-06-01' }, 13_000],
    ['A-44', 'must-be-shown', { date: '2020-09-01' }, 16_800],
    ['A-44', 'must-be-shown', { date: '2020-09-01', paid_through: '2020-07' }, 168],
  ])('under reading %s = %s, %o comes to %s', (id, choice, change, expected) => {
    const input = { ...paid('2024-01-01', 'SELF', 'OTHER'), ...change };
    expect(totalOf('contribution', input, { [id]: choice })).toBe(expected);
  });

  it.each([
    [{ paid_through: '2020-06' }, 16_800],
    [{ paid_through: '2020-06-30' }, 16_800],
    [{ paid_through: '2020-07' }, 168],
    [{ paid_through: '2020-07-31' }, 168],
    [{ member_since: '2020-07-31', paid_through: '2020-07' }, 168],
    [{ member_since: '2020-07' }, 168],
    [{ member_since: '2020-07', paid_through: '2020-06' }, 16_800],
    [{ member_since: '2020-08' }, 168],
    [{ member_since: '2020-09-15' }, 16_800],
    [{ member_since: '2020-10' }, 16_800],
  ])('PP 49/2020 Pasal 13: in October 2020 with %o costs %i', (change, total) => {
    expect(totalOf('contribution', paid('2020-10-01', 'SELF', 'OTHER', change))).toBe(total);
  });

  it('who joined in July 2020 or before is asked what was paid through July, not for two months in full', () => {
    const inAugust = (change: object) => totalOf('contribution', paid('2020-08-01', 'SELF', 'OTHER', change));
    expect(inAugust({ member_since: '2020-07', paid_through: '2020-07' })).toBe(168);
    expect(inAugust({ member_since: '2020-01', paid_through: '2020-06' })).toBe(16_800);
    expect(inAugust({ member_since: '2020-08', paid_through: '2020-08' })).toBe(16_800);
  });

  it('names an open reading only where the result depends on it', () => {
    expect(touchedBy('contribution', paid('2020-09-01', 'SELF', 'OTHER'))).toEqual(['A-44']);
    expect(touchedBy('contribution', paid('2020-09-01', 'APBN', 'OTHER'))).toEqual(['A-03', 'A-44']);
    expect(touchedBy('contribution', paid('2020-09-01', 'CSR', 'OTHER', { paid_through: '2020-07' }))).toEqual([]);
    expect(touchedBy('contribution', paid('2024-01-01', 'APBN', 'OTHER'))).toEqual([]);
    expect(touchedBy('contribution', paid('2006-03-01', 'APBN', 'OTHER'))).toEqual(['A-04']);
    expect(touchedBy('contribution', paid('2010-01-01', 'APBN', 'OTHER'))).toEqual([]);
  });

  it('quotes the decrees and each step in its trace', () => {
    const trace = traceOf('contribution', paid('2026-05-01', 'APBN', 'OTHER'));
    expect(trace.rows.map(({ decree, article }) => `${decree} ${article}`)).toEqual([
      'PP 44/2015 Lampiran II',
      'PP 44/2015 iuran JKM',
      'PP 44/2015 Lampiran II',
      'PP 50/2025 Pasal 3 dan 4',
    ]);
    expect(trace.steps.map(({ what, amount }) => `${what.en} ${amount}`)).toEqual([
      'band 1, wage base 1000000',
      'a contribution paid by APBN is excluded from the relief null',
      'JKK contribution (part 1/1) 10000',
      'JKM contribution (part 1/1) 6800',
      'contribution of 2026-05 16800',
    ]);
  });
});

describe('the contribution of several months', () => {
  const from = (firstMonth: string, months: unknown): object => ({
    first_month: firstMonth,
    months,
    income: 1_000_000,
    payer: 'SELF',
    sector: 'OTHER',
  });

  it('takes the tariff of each month of cover, not of the day of payment', () => {
    const answer = answerOf('contribution_period', from('2026-03', 2));
    expect(answer.lines).toEqual([
      { month: '2026-03', jkk: 10_000, jkm: 6_800, total: 16_800 },
      { month: '2026-04', jkk: 5_000, jkm: 3_400, total: 8_400 },
    ]);
    expect(answer.total).toBe(25_200);
  });

  it.each([
    [0, 'BAD_MONTHS'],
    [1_201, 'BAD_MONTHS'],
    [1.5, 'BAD_MONTHS'],
    [1_200, 20_160_000 - 9 * 8_400],
  ])('of %s months from 2026-01: %s', (months, expected) => {
    expect(totalOf('contribution_period', from('2026-01', months))).toBe(expected);
  });

  it('is refused as a whole when one month has no rule', () => {
    expect(totalOf('contribution_period', from('2005-12', 2))).toBe('NO_RULE_FOR_DATE');
    expect(linesOf('contribution_period', from('2005-12', 2))).toEqual([]);
  });

  it('sums its lines to the rupiah', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 240 }), fc.integer({ min: 1, max: 24 }), (offset, months) => {
        const month = `${2016 + Math.floor(offset / 12)}-${String((offset % 12) + 1).padStart(2, '0')}`;
        const { lines = [], total } = answerOf('contribution_period', from(month, months));
        const sums = lines.map((line) => (line as unknown as { total: number }).total);
        expect(sums).toHaveLength(months);
        expect(total).toBe(sums.reduce((sum, one) => sum + one, 0));
        expect(Number.isSafeInteger(total)).toBe(true);
      }),
    );
  });
});

describe('the bands of income', () => {
  const base = (income: number): number =>
    expectAccepted(contributionOf({ date: plainDate('2024-01-01'), income, payer: 'SELF', sector: 'OTHER' })).base;

  it('map every base to itself and never fall as the income grows', () => {
    for (const { base: wage } of INCOME_BANDS.rows[0]?.values ?? []) expect(base(wage)).toBe(wage);
    const income = fc.integer({ min: 0, max: 25_000_000 });
    fc.assert(
      fc.property(income, income, (a, b) => {
        expect(base(Math.min(a, b))).toBeLessThanOrEqual(base(Math.max(a, b)));
      }),
    );
  });

  it('are 30, and a relief never leaves a fraction of a rupiah', () => {
    const bands = INCOME_BANDS.rows[0]?.values ?? [];
    expect(bands).toHaveLength(30);
    for (const { base: wage } of bands) expect((wage / 100) % 100).toBe(0);
  });
});
