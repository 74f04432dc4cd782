import { nextStatus } from '@kerjasama/kernel/lifecycle';
import { judgeDecree } from './judge-decree';
import { type EnrolmentAct, type EnrolmentStatus, TRANSITIONS, WAITS } from './lifecycle';

const after = (status: EnrolmentStatus, act: EnrolmentAct) =>
  nextStatus<EnrolmentStatus, EnrolmentAct>(TRANSITIONS, status, act);

test('more rosters are taken until the decree, and none after it', () => {
  for (const status of ['awaiting-roster', 'awaiting-correction', 'awaiting-decree'] as const)
    expect(after(status, 'roster-submitted')).toBe('judging');
  for (const status of ['judging', 'decreed', 'lapsed'] as const)
    expect(after(status, 'roster-submitted')).toBeUndefined();
});

test('nothing is decreed before it is judged', () => {
  expect(after('awaiting-roster', 'beneficiaries-decreed')).toBeUndefined();
  expect(after('judging', 'beneficiaries-decreed')).toBeUndefined();
  expect(after('awaiting-correction', 'beneficiaries-decreed')).toBe('decreed');
});

test('every status that is not an end waits for something', () => {
  for (const status of Object.keys(TRANSITIONS) as EnrolmentStatus[])
    expect(WAITS[status] === null).toBe(Object.keys(TRANSITIONS[status]).length === 0);
});

const ROOT = 'a'.repeat(64);

test.each([
  ['the very roster', { rosterRoot: ROOT, workers: 100 }, 100, null],
  ['fewer than the budget pays for', { rosterRoot: ROOT, workers: 100 }, 101, null],
  ['one more than the budget pays for', { rosterRoot: ROOT, workers: 100 }, 99, 'ROSTER_TOO_LARGE'],
  ['another root', { rosterRoot: 'b'.repeat(64), workers: 100 }, 100, 'ROSTER_DIFFERS'],
  ['another count', { rosterRoot: ROOT, workers: 99 }, 100, 'ROSTER_DIFFERS'],
])('a decree over %s', (_, decree, paidFor, code) => {
  expect(judgeDecree(decree, { rosterRoot: ROOT, workers: 100 }, paidFor)?.code ?? null).toBe(code);
});

test('a decree over nobody', () => {
  expect(judgeDecree({ rosterRoot: ROOT, workers: 1 }, null, 100)?.code).toBe('ROSTER_EMPTY');
  expect(judgeDecree({ rosterRoot: ROOT, workers: 1 }, { rosterRoot: ROOT, workers: 0 }, 100)?.code).toBe(
    'ROSTER_EMPTY',
  );
});
