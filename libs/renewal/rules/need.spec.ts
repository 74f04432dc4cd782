import { period } from '@kerjasama/kernel/period';
import { REGULATION_VERSION } from '@kerjasama/regulation/body';
import { judgeRenewal, judgeWorkers } from './need';

const thisYear = (months: number) => ({
  workers: 102_000,
  coverage: { firstMonth: period('2028-01'), months },
});

describe('a renewal', () => {
  test('needs workers × the tariff of each month', () => {
    const next = { workers: 102_000, firstMonth: period('2029-01'), months: 12 };
    expect(judgeRenewal(thisYear(12), next)).toEqual({
      refused: false,
      value: { needed: 20_563_200_000, gapDays: 0, gapWorkers: 0, regulationVersion: REGULATION_VERSION },
    });
  });

  test('after the article’s eleven months leaves 102,000 workers without cover for December', () => {
    const next = { workers: 90_000, firstMonth: period('2029-01'), months: 12 };
    expect(judgeRenewal(thisYear(11), next)).toMatchObject({ value: { gapDays: 31, gapWorkers: 102_000 } });
  });

  test('that begins the month after the last one leaves no gap', () => {
    const next = { workers: 102_000, firstMonth: period('2028-12'), months: 1 };
    expect(judgeRenewal(thisYear(11), next)).toMatchObject({
      value: { gapDays: 0, gapWorkers: 0, needed: 1_713_600_000 },
    });
  });

  test('within the months already covered is refused', () => {
    const next = { workers: 102_000, firstMonth: period('2028-11'), months: 12 };
    expect(judgeRenewal(thisYear(11), next)).toMatchObject({
      code: 'COVER_OVERLAPS',
      details: { coveredUntil: '2028-11-30' },
    });
  });

  test('for no month is refused', () => {
    const next = { workers: 102_000, firstMonth: period('2029-01'), months: 0 };
    expect(judgeRenewal(thisYear(12), next)).toMatchObject({ code: 'BAD_MONTHS' });
  });
});

describe('an endorsement', () => {
  test('is of the number that was proposed', () => {
    expect(judgeWorkers(102_000, 102_000)).toBeNull();
    expect(judgeWorkers(102_000, 101_999)).toMatchObject({
      code: 'WORKERS_DIFFER',
      details: { proposed: 102_000, named: 101_999 },
    });
  });
});
