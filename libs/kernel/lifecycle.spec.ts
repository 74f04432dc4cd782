import { nextStatus, type Transitions } from './lifecycle';

const DOOR = {
  open: { close: 'closed' },
  closed: { open: 'open', lock: 'locked' },
  locked: {},
} as const satisfies Transitions<'open' | 'closed' | 'locked', 'open' | 'close' | 'lock'>;

test('an act leads where the table says, and nowhere where it is out of order', () => {
  expect(nextStatus<'open' | 'closed' | 'locked', 'open' | 'close' | 'lock'>(DOOR, 'closed', 'lock')).toBe('locked');
  expect(nextStatus<'open' | 'closed' | 'locked', 'open' | 'close' | 'lock'>(DOOR, 'locked', 'open')).toBeUndefined();
});
