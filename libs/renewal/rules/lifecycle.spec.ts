import { nextStatus } from '@kerjasama/kernel/lifecycle';
import { type RenewalAct, type RenewalStatus, TRANSITIONS, WAITS } from './lifecycle';

const next = (status: RenewalStatus, act: RenewalAct) =>
  nextStatus<RenewalStatus, RenewalAct>(TRANSITIONS, status, act);

describe('the moves at the end of a year', () => {
  test.each(['open', 'proposed', 'endorsed'] as const)('from %s the books can be closed or stay unclosed', (status) => {
    expect(next(status, 'books-closed')).toBe('closed');
    expect(next(status, 'books-unclosed')).toBe('unclosed');
  });

  test.each(['open', 'proposed', 'endorsed'] as const)('a refused closing leaves %s as it was', (status) => {
    expect(next(status, 'closing-refused')).toBe(status);
  });

  test('a renewal is proposed, then endorsed', () => {
    expect(next('open', 'renewal-proposed')).toBe('proposed');
    expect(next('proposed', 'renewal-endorsed')).toBe('endorsed');
    expect(next('open', 'renewal-endorsed')).toBeUndefined();
  });

  test('a proposal that is replaced must be endorsed anew', () => {
    expect(next('endorsed', 'renewal-proposed')).toBe('proposed');
    expect(next('endorsed', 'renewal-endorsed')).toBeUndefined();
  });

  test.each(['closed', 'unclosed'] as const)('%s is the end: no act, nothing waited for', (status) => {
    expect(TRANSITIONS[status]).toEqual({});
    expect(WAITS[status]).toBeNull();
  });
});
