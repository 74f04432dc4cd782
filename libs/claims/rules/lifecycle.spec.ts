import { edgesOf, transitionsOf } from '@kerjasama/act/lifecycle';
import { CLAIM_OFFICER_ACTS, CLAIM_SYSTEM_ACTS } from '../acts';
import { OPEN_STATUSES, WAITS } from './lifecycle';

const TRANSITIONS = transitionsOf(WAITS, edgesOf(CLAIM_OFFICER_ACTS, CLAIM_SYSTEM_ACTS));

const after = (acts: readonly string[]): string | undefined =>
  acts.reduce<string | undefined>((status, act) => status && TRANSITIONS[status]?.[act], 'new');

test.each([
  ['paid', ['claim-reported', 'claim-granted', 'claim-approved', 'claim-payment-sent', 'claim-paid']],
  ['refused', ['claim-reported', 'claim-refused']],
  ['refused', ['claim-reported', 'claim-granted', 'claim-refused']],
  ['withdrawn', ['claim-reported', 'claim-withdrawn']],
  ['lapsed', ['claim-reported', 'claim-overdue', 'claim-lapsed']],
  ['lapsed', ['claim-reported', 'claim-granted', 'claim-lapsed']],
  ['granted', ['claim-reported', 'claim-granted', 'claim-returned', 'claim-granted']],
  ['granted', ['claim-reported', 'claim-granted', 'claim-decision-withdrawn', 'claim-granted']],
  [
    'paid',
    [
      ...['claim-reported', 'claim-granted', 'claim-approved', 'claim-payment-sent', 'claim-payment-unknown'],
      ...['claim-payment-renewed', 'claim-payment-sent', 'claim-paid'],
    ],
  ],
])('a claim is %s after %p', (status, acts) => {
  expect(after(acts)).toBe(status);
});

test.each([
  ['paid without approval', ['claim-reported', 'claim-granted', 'claim-paid']],
  ['paid without an order to the bank', ['claim-reported', 'claim-granted', 'claim-approved', 'claim-paid']],
  ['approved without a decision', ['claim-reported', 'claim-approved']],
  ['approved after a refusal', ['claim-reported', 'claim-refused', 'claim-approved']],
  ['decided twice', ['claim-reported', 'claim-granted', 'claim-granted']],
  ['returned once it was approved', ['claim-reported', 'claim-granted', 'claim-approved', 'claim-returned']],
  [
    'withdrawn once the bank was asked',
    ['claim-reported', 'claim-granted', 'claim-approved', 'claim-payment-sent', 'claim-withdrawn'],
  ],
  ['lapsed once it was approved', ['claim-reported', 'claim-granted', 'claim-approved', 'claim-lapsed']],
])('a claim is never %s', (_, acts) => {
  expect(after(acts)).toBeUndefined();
});

test('what is open is exactly what waits for somebody', () => {
  const waiting = Object.entries(WAITS).flatMap(([status, wait]) => (wait === null ? [] : [status]));
  expect(waiting).toEqual([...OPEN_STATUSES]);
});
