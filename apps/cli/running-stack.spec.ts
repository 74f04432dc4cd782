import { type Profile } from '@kerjasama/stack/folders';
import { type StackStatus } from '@kerjasama/stack/stack-status';
import { findRunningStack } from './running-stack';

const UP = {} as StackStatus;
const stacks = (...up: Profile[]) => {
  return (profile: Profile) => ({ status: () => Promise.resolve(up.includes(profile) ? UP : undefined) });
};

test('unless told, a command means the stack that runs', async () => {
  await expect(findRunningStack(undefined, stacks('live'))).resolves.toBe('live');
  await expect(findRunningStack(undefined, stacks('rehearsal'))).resolves.toBe('rehearsal');
  await expect(findRunningStack(undefined, stacks())).resolves.toBeUndefined();
});

test('a real year is never taken for a rehearsal: when both run, one must be named', async () => {
  await expect(findRunningStack(undefined, stacks('live', 'rehearsal'))).rejects.toThrow('--profile');
  await expect(findRunningStack('live', stacks('live', 'rehearsal'))).resolves.toBe('live');
});

test('the stack that was named is meant, even when only the other one runs', async () => {
  await expect(findRunningStack('live', stacks('rehearsal'))).resolves.toBeUndefined();
});
