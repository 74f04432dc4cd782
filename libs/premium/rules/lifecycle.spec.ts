import { nextStatus } from '@kerjasama/kernel/lifecycle';
import { type PremiumAct, type PremiumStatus, TRANSITIONS, WAITS } from './lifecycle';

const MONTH: readonly PremiumAct[] = [
  'bill-issued',
  'payment-requested',
  'payment-ordered',
  'payment-received',
  'month-reconciled',
];

const after = (acts: readonly PremiumAct[]): PremiumStatus | undefined =>
  acts.reduce<PremiumStatus | undefined>(
    (status, act) => status && nextStatus<PremiumStatus, PremiumAct>(TRANSITIONS, status, act),
    'before-cover',
  );

test('months follow one another, each billed, requested, ordered, received and reconciled', () => {
  expect(after(MONTH)).toBe('reconciled');
  expect(after([...MONTH, ...MONTH])).toBe('reconciled');
});

test.each(MONTH.map((act, index) => [act, index] as const))('a month cannot leave out %s', (_, index) => {
  expect(after(MONTH.filter((_act, position) => position !== index))).not.toBe('reconciled');
});

test('money that was ordered can no longer lapse', () => {
  expect(after(['bill-issued', 'premium-unpaid'])).toBe('unpaid');
  expect(after(['bill-issued', 'payment-requested', 'premium-unpaid'])).toBe('unpaid');
  expect(after(['bill-issued', 'payment-requested', 'payment-ordered', 'premium-unpaid'])).toBeUndefined();
});

test('requesting is the turn of the maker, ordering the turn of the checker', () => {
  expect(WAITS.billed.turnOf).toEqual([{ agency: 'kemensos', role: 'maker' }]);
  expect(WAITS.requested.turnOf).toEqual([{ agency: 'kemensos', role: 'checker' }]);
});
