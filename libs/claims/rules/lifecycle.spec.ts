import { nextStatus } from '@kerjasama/kernel/lifecycle';
import { type ClaimAct, OPEN_STATUSES, type SettlementStatus, TRANSITIONS, WAITS } from './lifecycle';

const after = (acts: readonly ClaimAct[]): SettlementStatus | undefined =>
  acts.reduce<SettlementStatus | undefined>(
    (status, act) => status && nextStatus<SettlementStatus, ClaimAct>(TRANSITIONS, status, act),
    'new',
  );

test.each([
  ['paid', ['claim-reported', 'claim-granted', 'claim-approved', 'claim-paid']],
  ['refused', ['claim-reported', 'claim-refused']],
  ['not accepted', ['act-refused']],
  ['lapsed before its decision', ['claim-reported', 'claim-lapsed']],
  ['lapsed before its approval', ['claim-reported', 'claim-granted', 'claim-lapsed']],
] as const)('a claim can end %s', (_, acts) => {
  const status = after(acts);
  expect(status && Object.keys(TRANSITIONS[status])).toEqual([]);
});

test.each([
  ['paid without approval', ['claim-reported', 'claim-granted', 'claim-paid']],
  ['approved without a decision', ['claim-reported', 'claim-approved']],
  ['approved after a refusal', ['claim-reported', 'claim-refused', 'claim-approved']],
  ['decided twice', ['claim-reported', 'claim-granted', 'claim-refused']],
  ['lapsed once the bank was asked', ['claim-reported', 'claim-granted', 'claim-approved', 'claim-lapsed']],
] as const)('a claim is never %s', (_, acts) => {
  expect(after(acts)).toBeUndefined();
});

test('what is open is exactly what still waits for somebody or for the bank', () => {
  const waiting = Object.entries(WAITS).flatMap(([status, wait]) => (wait === null ? [] : [status]));
  expect(waiting).toEqual([...OPEN_STATUSES]);
});
