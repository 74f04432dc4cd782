import { nextStatus } from '@kerjasama/kernel/lifecycle';
import { type BudgetAct, type BudgetStatus, TRANSITIONS, WAITS } from './lifecycle';

describe('a budget’s lawful moves', () => {
  const lawful: readonly [BudgetStatus, BudgetAct, BudgetStatus][] = [
    ['open', 'allocation-refused', 'short'],
    ['open', 'allocation-proposed', 'proposed'],
    ['short', 'allocation-refused', 'short'],
    ['short', 'allocation-proposed', 'proposed'],
    ['short', 'addendum-proposed', 'addendum-signing'],
    ['addendum-signing', 'addendum-in-force', 'open'],
    ['addendum-signing', 'addendum-dropped', 'short'],
    ['proposed', 'allocation-proposed', 'proposed'],
    ['proposed', 'allocation-refused', 'short'],
    ['proposed', 'budget-allocated', 'allocated'],
  ];

  test.each(lawful)('in %s, %s leads to %s', (from, act, to) => {
    expect(nextStatus<BudgetStatus, BudgetAct>(TRANSITIONS, from, act)).toBe(to);
  });

  test.each(['open', 'short', 'proposed'] as const)('a budget that is %s at its deadline lapses', (status) => {
    expect(TRANSITIONS[status]['budget-lapsed']).toBe('lapsed');
  });

  test('a budget whose addendum is being signed waits for the addendum’s own deadline', () => {
    expect(Object.keys(TRANSITIONS['addendum-signing'])).toEqual(['addendum-in-force', 'addendum-dropped']);
  });

  test.each(['open', 'short', 'addendum-signing'] as const)('what is %s cannot be approved', (status) => {
    expect(nextStatus<BudgetStatus, BudgetAct>(TRANSITIONS, status, 'budget-allocated')).toBeUndefined();
  });

  test.each(['allocated', 'lapsed'] as const)('%s is the end: no act, nothing waited for', (status) => {
    expect(TRANSITIONS[status]).toEqual({});
    expect(WAITS[status]).toBeNull();
  });

  test('every status that is no end says what it waits for, in both languages', () => {
    for (const status of ['open', 'short', 'addendum-signing', 'proposed'] as const) {
      expect(WAITS[status].what.id).not.toBe('');
      expect(WAITS[status].what.en).not.toBe('');
    }
  });
});
