import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { connectStack, type StackClient } from './client';
import { isGoneWithin } from './processes/end-process';
import { findProcess, isRunning } from './processes/process-identity';
import { type StackStatus } from './stack-status';

/* A real supervisor, a real Postgres and a real Temporal; stand-ins for the apps. Everything is killed in turn. */

jest.setTimeout(180_000);

let home: string;
let stack: StackClient;

function supervisor(...args: string[]) {
  const fixtures = join(__dirname, 'fixtures');
  const main = join(fixtures, 'supervise.ts');
  return { command: process.execPath, args: ['-r', join(fixtures, 'typescript.cjs'), main, ...args], cwd: __dirname };
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'stack-'));
  chmodSync(home, 0o755);
  stack = connectStack('rehearsal', { home, supervisor: supervisor() });
});

afterEach(async () => {
  await stack.down();
  rmSync(home, { recursive: true, force: true });
});

function pidOf(status: StackStatus, name: string): number {
  const pid = status.processes.find((one) => one.name === name)?.pid;
  if (pid === undefined) throw new Error(`${name} has no pid`);
  return pid;
}

const pids = (status: StackStatus): Record<string, number> =>
  Object.fromEntries(status.processes.map(({ name }) => [name, pidOf(status, name)]));

/** Kills, waits until the supervisor has seen it, and until everything is ready again. */
async function killAndHeal(name: string): Promise<StackStatus> {
  const before = pidOf(await stack.up(), name);
  process.kill(before, 'SIGKILL');
  for (let look = 0; look < 200; look += 1) {
    const status = await stack.status();
    if (status?.processes.some((one) => one.name === name && one.restarts > 0) === true) break;
    await sleep(50);
  }
  const after = await stack.up();
  expect(pidOf(after, name)).not.toBe(before);
  return after;
}

test('up, every part killed in turn, the supervisor too, and down: nothing is left, the facts stay', async () => {
  const first = await stack.up();
  expect(first).toMatchObject({ profile: 'rehearsal', state: 'ready' });
  expect(first.processes.map(({ name }) => name)).toEqual(['postgres', 'temporal', 'worker', 'api']);

  for (const name of ['worker', 'api', 'temporal', 'postgres']) {
    const healed = await killAndHeal(name);
    expect(healed.urls).toEqual(first.urls);
  }

  const before = await stack.up();
  process.kill(before.pid, 'SIGKILL');
  await sleep(100);
  expect(await stack.status()).toBeUndefined();
  expect(stack.leftovers()).toEqual(['api', 'worker', 'temporal', 'postgres']);
  expect(() => {
    stack.reset();
  }).toThrow(expect.objectContaining({ code: 'STACK_RUNS' }) as Error);
  expect(await stack.token('kemensos-maker')).toMatch(/^ey/); // brings it up again by itself

  const adopted = await stack.up();
  expect(adopted.urls).toEqual(first.urls);
  const [was, is] = [pids(before), pids(adopted)];
  expect([is['postgres'], is['temporal']]).toEqual([was['postgres'], was['temporal']]);
  expect(is['worker']).not.toBe(was['worker']);
  expect(findProcess(was['api'] ?? 0)).toBeUndefined();

  expect(() => {
    stack.reset();
  }).toThrow(expect.objectContaining({ code: 'STACK_RUNS' }) as Error);
  expect(await stack.down()).toBe('stopped');
  expect(Object.values(is).filter((pid) => findProcess(pid) !== undefined)).toEqual([]);
  expect(await stack.down()).toBe('was-down');
  stack.reset();
  expect(existsSync(stack.folders.profile)).toBe(false);
  expect(existsSync(join(stack.folders.keys, 'issuer.private.pem'))).toBe(true);
});

test('each app is told what it needs and only its own role’s database', async () => {
  const { urls } = await stack.up();
  const api = (await (await fetch(`${urls.api}/readyz`)).json()) as Record<string, string>;
  expect(api).toMatchObject({
    KERJASAMA_PROFILE: 'rehearsal',
    TEMPORAL_ADDRESS: urls.temporalAddress,
    TEMPORAL_NAMESPACE: 'kerjasama',
    OIDC_ISSUER: urls.issuer,
    KEYS_FOLDER: stack.folders.keys,
    CONTENT_FOLDER: stack.folders.content,
  });
  expect(new URL(api['DATABASE_URL'] ?? '').username).toBe('api');
  expect(api).not.toHaveProperty('MIGRATOR_DATABASE_URL');
  const log = readFileSync(join(stack.folders.logs, 'worker.log'), 'utf8');
  expect(log).toContain('WORKER_HEALTH_PORT');
  expect(log).not.toContain('API_PORT');
});

test('the auditor’s address is given to the owner: it reads, it does not write', async () => {
  await stack.up();
  const auditor = new Client({ connectionString: await stack.auditorUrl() });
  await auditor.connect();
  try {
    const { rows } = await auditor.query<{ who: string }>('select current_user as who');
    expect(rows).toEqual([{ who: 'auditor' }]);
    await expect(auditor.query('create table mine ()')).rejects.toThrow(/permission denied/);
  } finally {
    await auditor.end();
  }
});

test('down, with a supervisor that was killed: what it left is ended', async () => {
  const status = await stack.up();
  const supervising = findProcess(status.pid);
  process.kill(status.pid, 'SIGKILL');
  expect(supervising && (await isGoneWithin(supervising, 5_000))).toBe(true);
  expect(await stack.down()).toBe('leftovers-ended');
  expect(Object.values(pids(status)).filter((pid) => findProcess(pid) !== undefined)).toEqual([]);
});

test('a recorded pid that is somebody else’s by now is neither adopted nor ended', async () => {
  const status = await stack.up();
  await stack.down();
  const record = { api: { pid: process.pid, startedAt: '1' }, temporal: { pid: process.pid, startedAt: '1' } };
  writeFileSync(join(stack.folders.run, 'processes.json'), JSON.stringify(record));
  const again = await stack.up();
  expect(pidOf(again, 'temporal')).not.toBe(process.pid);
  expect(again.urls).toEqual(status.urls);
});

test('a usual port is taken: another is chosen, and remembered', async () => {
  const usual = createServer();
  await new Promise<void>((resolve) => {
    usual.once('error', () => {
      resolve(); // taken already by somebody else, which is as good
    });
    usual.listen(3_010, '127.0.0.1', resolve);
  });
  const first = await stack.up();
  expect(first.urls.api).not.toBe('http://127.0.0.1:3010');
  await stack.down();
  await new Promise((resolve) => usual.close(resolve));
  expect((await stack.up()).urls.api).toBe(first.urls.api);
});

test('an app that cannot start: up says why, with its last words, and leaves nothing running', async () => {
  const broken = connectStack('rehearsal', { home, supervisor: supervisor('crash') });
  await expect(broken.up()).rejects.toMatchObject({
    code: 'PROCESS_FAILS',
    text: { id: expect.stringContaining('kunci tidak ditemukan') as unknown },
  });
  expect(await broken.status()).toBeUndefined();
  expect(broken.leftovers()).toEqual([]);
});

test('two commands bring the same stack up at once: there is one supervisor', async () => {
  const [one, other] = await Promise.all([
    stack.up(),
    connectStack('rehearsal', { home, supervisor: supervisor() }).up(),
  ]);
  expect(one.pid).toBe(other.pid);
  const identity = findProcess(one.pid);
  expect(identity !== undefined && isRunning(identity)).toBe(true);
});
