import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProcess } from '../processes/process-identity';
import { findLockHolder, takeLock } from './lock';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  file = join(folder, 'supervisor.lock');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a free lock is taken once: the second is told who holds it', () => {
  const lock = takeLock(file);
  expect(lock).toHaveProperty('release');
  expect(takeLock(file)).toEqual(findProcess(process.pid));
  expect(findLockHolder(file)).toEqual(findProcess(process.pid));
  if ('release' in lock) lock.release();
  expect(findLockHolder(file)).toBeUndefined();
  expect(takeLock(file)).toHaveProperty('release');
});

test('a killed holder’s lock is taken over', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  writeFileSync(file, JSON.stringify(findProcess(child.pid ?? 0)));
  expect(takeLock(file)).toMatchObject({ pid: child.pid });
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(takeLock(file)).toHaveProperty('release');
});

test('the holder’s pid belongs to another process by now: the lock is taken over, nothing is left lying about', () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, startedAt: '1' }));
  expect(findLockHolder(file)).toBeUndefined();
  expect(takeLock(file)).toHaveProperty('release');
  expect(readdirSync(folder)).toEqual(['supervisor.lock']);
});

test('a lock that cannot be read is no lock', () => {
  writeFileSync(file, '{"pid":');
  expect(takeLock(file)).toHaveProperty('release');
});
