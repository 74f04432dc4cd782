import { plainDate } from '@kerjasama/kernel/plain-date';

import { sumActs } from './sums';

const on = (date: string, act: string, payload: Record<string, string>) => ({
  act,
  businessDate: plainDate(date),
  payload,
});

const YEAR = [
  on('2027-12-20', 'budget-allocated', { needed: '18849600000' }),
  on('2028-01-02', 'bill-issued', { amount: '1713600000', tariff: '16800' }),
  on('2028-01-20', 'payment-received', { amount: '1713600000' }),
  on('2028-01-31', 'month-reconciled', { billed: '1713600000', paid: '1713600000', received: '1713600000' }),
  on('2028-02-01', 'bill-issued', { amount: '1713600000', tariff: '16800' }),
  on('2028-02-03', 'claim-paid', { amount: '42000000' }),
  on('2028-02-03', 'act-refused', { code: 'FOUR_EYES' }),
];

test('what stood at a date counts the acts of that day and before, and no later one', () => {
  expect(sumActs(YEAR, plainDate('2028-01-30'))).toMatchObject({
    ...{ allocated: 18_849_600_000, billed: 1_713_600_000, received: 1_713_600_000, reconciled: 0, claimsPaid: 0 },
  });
  expect(sumActs(YEAR, plainDate('2028-02-01'))).toMatchObject({ billed: 3_427_200_000, reconciled: 1_713_600_000 });
  expect(sumActs(YEAR, plainDate('2028-12-31'))).toMatchObject({ claimsPaid: 42_000_000 });
});

test('before the first act every sum is nought', () => {
  expect(Object.values(sumActs(YEAR, plainDate('2027-01-01')))).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test('an act whose amount is missing is a defect, not a nought', () => {
  expect(() => sumActs([on('2028-01-01', 'bill-issued', {})], plainDate('2028-01-01'))).toThrow(/bill-issued/);
});
