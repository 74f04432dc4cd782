import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { endProcess, isGoneWithin } from './end-process';
import { findCommandLine, findProcess, isRunning, type ProcessIdentity, signalProcess } from './process-identity';

function start(...args: string[]): ProcessIdentity {
  const identity = findProcess(spawn(process.execPath, args, { stdio: 'ignore' }).pid ?? 0);
  if (identity === undefined) throw new Error('not started');
  return identity;
}

const FOREVER = 'setInterval(() => {}, 1000)';
const DEAF = `process.on('SIGTERM', () => {}); ${FOREVER}`;

test('a live process is found, with the command that it is', async () => {
  const identity = start('-e', FOREVER);
  expect(isRunning(identity)).toBe(true);
  expect(findCommandLine(identity.pid)).toBe(`${process.execPath} -e ${FOREVER}`);
  await endProcess(identity);
  expect(isRunning(identity)).toBe(false);
  expect(findCommandLine(identity.pid)).toBeUndefined();
});

test('a pid that was given to somebody else is neither ours nor signalled', async () => {
  const stranger = start('-e', FOREVER);
  const remembered = { pid: stranger.pid, startedAt: '1' };
  expect(isRunning(remembered)).toBe(false);
  expect(signalProcess(remembered, 'SIGKILL')).toBe(false);
  expect(await endProcess(remembered)).toBe(true);
  expect(isRunning(stranger)).toBe(true);
  await endProcess(stranger);
});

test('a process that ignores SIGTERM is ended by force after the patience', async () => {
  const child = spawn(process.execPath, ['-e', `${DEAF}; console.log('deaf')`]);
  await once(child.stdout, 'data');
  const identity = findProcess(child.pid ?? 0);
  if (identity === undefined) throw new Error('not started');
  const steps = [
    { signal: 'SIGTERM', patienceMs: 100 },
    { signal: 'SIGKILL', patienceMs: 5_000 },
  ] as const;
  expect(await endProcess(identity, steps)).toBe(true);
  expect(isRunning(identity)).toBe(false);
});

test('a dead process that nobody has reaped does not run', async () => {
  // sh starts a child, turns into sleep, which never reaps it
  const parent = spawn('sh', ['-c', 'sleep 0.05 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const child = findProcess(Number(String(line).trim()));
  if (child === undefined) throw new Error('not started');
  expect(await isGoneWithin(child, 5_000)).toBe(true);
  expect(() => process.kill(child.pid, 0)).not.toThrow(); // the pid is still taken
  parent.kill('SIGKILL');
});
