import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, type ProcessIdentity } from '../processes/process-identity';
import { appPlan } from './app-plan';
import { ManagedProcess, type ProcessEvents, type ProcessPlan, type ProcessState } from './managed-process';

let folder: string;
let logFile: string;
let kept: ManagedProcess[];
let seen: { name: string; state: ProcessState }[];
let alive: Map<string, ProcessIdentity>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'managed-'));
  logFile = join(folder, 'child.log');
  kept = [];
  seen = [];
  alive = new Map();
});

afterEach(async () => {
  for (const one of kept.reverse()) await one.stop();
  rmSync(folder, { recursive: true, force: true });
});

const events: ProcessEvents = {
  began: (name, identity) => void alive.set(name, identity),
  ended: (name) => void alive.delete(name),
  changed: ({ name, state }) => void seen.push({ name, state }),
};

/** A child that runs `script`; it is ready once it has written to its log. */
function child(name: string, script: string): ProcessPlan {
  const command = { command: process.execPath, args: ['-e', script], cwd: folder };
  const plan = appPlan({
    name,
    command,
    logFile,
    readyUrl: '',
    environment: () => Promise.resolve({ GREETING: 'hi' }),
  });
  return { ...plan, isReady: () => Promise.resolve(readFileSync(logFile, 'utf8').includes(`${name} up`)) };
}

function keep(plan: ProcessPlan, needs: readonly ManagedProcess[] = []): ManagedProcess {
  const process = new ManagedProcess(plan, needs, events);
  kept.push(process);
  process.keep();
  return process;
}

async function reaches(process: ManagedProcess, state: ProcessState): Promise<void> {
  for (let look = 0; look < 400 && process.status().state !== state; look += 1) await sleep(25);
  expect(process.status().state).toBe(state);
}

const LIVE = (name: string): string => `console.log('${name} up', process.env.GREETING); setInterval(() => {}, 1000)`;

test('a process is ready when it says so, and gets its own environment', async () => {
  const worker = keep(child('worker', LIVE('worker')));
  await reaches(worker, 'ready');
  expect(readFileSync(logFile, 'utf8')).toBe('worker up hi\n');
  expect(worker.status()).toMatchObject({ restarts: 0, pid: alive.get('worker')?.pid });
});

test('kill -9: it is started again, under a new pid, and counted', async () => {
  const worker = keep(child('worker', LIVE('worker')));
  await reaches(worker, 'ready');
  const first = worker.status().pid ?? 0;
  process.kill(first, 'SIGKILL');
  await reaches(worker, 'restarting');
  await reaches(worker, 'ready');
  expect(worker.status()).toMatchObject({ restarts: 1 });
  expect(worker.status().pid).not.toBe(first);
});

test('what needs another waits for it', async () => {
  writeFileSync(logFile, '');
  let mayBeReady = false;
  const server = { ...child('server', LIVE('server')), isReady: () => Promise.resolve(mayBeReady) };
  const postgres = keep(server);
  const worker = keep(child('worker', LIVE('worker')), [postgres]);
  await reaches(postgres, 'starting');
  await sleep(300);
  expect(worker.status().state).toBe('waiting');
  mayBeReady = true;
  await reaches(worker, 'ready');
});

test('one that dies at once, again and again, is a crash loop with its last words', async () => {
  const api = keep(child('api', `console.error('kunci tidak ditemukan'); process.exit(1)`));
  await reaches(api, 'crash-loop');
  expect(api.status().lastLines).toContain('kunci tidak ditemukan');
  expect(api.status().problem?.en).toContain('ended before it was ready');
});

test('what could not be prepared is told as the process’s problem, and tried again', async () => {
  let attempts = 0;
  const plan = child('worker', LIVE('worker'));
  const worker = keep({
    ...plan,
    start: (begun) => {
      attempts += 1;
      return attempts === 1 ? Promise.reject(new Error('schema is newer')) : plan.start(begun);
    },
  });
  await reaches(worker, 'restarting');
  expect(worker.status().problem?.id).toBe('schema is newer');
  await reaches(worker, 'ready');
  expect(worker.status().problem).toBeUndefined();
});

test('stop ends the process, also one that is not ready yet, and it stays ended', async () => {
  const worker = keep({ ...child('worker', LIVE('worker')), isReady: () => Promise.resolve(false) });
  await reaches(worker, 'starting');
  for (let look = 0; look < 200 && !alive.has('worker'); look += 1) await sleep(10);
  const identity = alive.get('worker');
  await worker.stop();
  expect(identity !== undefined && isRunning(identity)).toBe(false);
  await sleep(400);
  expect(worker.status()).toEqual({ name: 'worker', state: 'stopped', restarts: 0 });
  expect(alive.size).toBe(0);
});

test('never ready: it is ended and started again', async () => {
  const worker = keep({
    ...child('worker', LIVE('worker')),
    isReady: () => Promise.resolve(false),
    readyWithinMs: 200,
  });
  await reaches(worker, 'restarting');
  expect(worker.status().problem?.en).toContain('not ready in time');
});
