import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { clusterFolders } from './cluster';
import { launchDetachedPostgres, launchPostgres, type LaunchOptions, type RunningPostgres } from './launch-postgres';

jest.setTimeout(60_000);

let dataFolder: string;
let launched: RunningPostgres[];

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'launch-postgres-'));
  launched = [];
});

afterEach(async () => {
  for (const postgres of launched) await postgres.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function launch(options: Partial<LaunchOptions> = {}): Promise<RunningPostgres> {
  const postgres = await launchPostgres({ dataFolder, durable: false, ...options });
  launched.push(postgres);
  return postgres;
}

async function ask(postgres: RunningPostgres, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: postgres.superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

async function occupyPort(): Promise<{ port: number; server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, server };
}

test('a new cluster speaks UTF-8 in the C locale, whatever LANG says', async () => {
  const postgres = await launch();
  expect(await ask(postgres, 'show server_encoding')).toBe('UTF8');
  expect(await ask(postgres, 'select datcollate from pg_database where datname = current_database()')).toBe('C');
  expect(await ask(postgres, `select 'pemulung – 拾荒者'`)).toBe('pemulung – 拾荒者');
});

test('nobody gets in without the password, which only its owner can read', async () => {
  const postgres = await launch();
  const { passwordFile, data } = clusterFolders(dataFolder);
  expect(statSync(passwordFile).mode & 0o777).toBe(0o600);
  expect(statSync(data).mode & 0o777).toBe(0o700);
  const intruder = new Client({ host: '127.0.0.1', port: postgres.port, user: 'postgres', password: 'postgres' });
  await expect(intruder.connect()).rejects.toThrow(/password authentication failed/);
  expect(await ask(postgres, 'show unix_socket_directories')).toBe('');
  expect(await ask(postgres, 'show listen_addresses')).toBe('127.0.0.1');
});

test('the usual port is taken, so a free one is used', async () => {
  const { port, server } = await occupyPort();
  const postgres = await launch({ port });
  expect(postgres.port).not.toBe(port);
  expect(await ask(postgres, 'select 1')).toBe(1);
  server.close();
});

test('what was committed is there after stop and start', async () => {
  const first = await launch();
  await ask(first, 'create table kept as select 42 as answer');
  await first.stop();
  const second = await launch();
  expect(second.pid).not.toBe(first.pid);
  expect(await ask(second, 'select answer from kept')).toBe(42);
});

test('a server left behind by a killed process is adopted, with its port', async () => {
  const orphan = await launch();
  const adopted = await launchDetachedPostgres({ dataFolder, port: orphan.port });
  expect(adopted).toMatchObject({ adopted: true, pid: orphan.pid, port: orphan.port });
});

test('kill -9 of the server with a busy connection: the next start waits it out and recovers', async () => {
  const first = await launch({ durable: true });
  await ask(first, 'create table kept as select 42 as answer');
  const busy = ask(first, 'select count(*) from generate_series(1, 3000000)').catch(() => 'cut');
  process.kill(first.pid, 'SIGKILL');
  const second = await launch({ durable: true });
  expect(await ask(second, 'select answer from kept')).toBe(42);
  await busy;
});

test('a stale postmaster.pid names a process of somebody else: it is removed, the process lives', async () => {
  const first = await launch();
  await first.stop();
  writeFileSync(join(clusterFolders(dataFolder).data, 'postmaster.pid'), `${process.pid}\n/elsewhere\n0\n1\n`);
  const second = await launch();
  expect(second.adopted).toBe(false);
  expect(await ask(second, 'select 1')).toBe(1);
});

test('a killed initdb left half a cluster: it is made again', async () => {
  writeFileSync(join(dataFolder, 'cluster.new'), 'half');
  expect(await ask(await launch(), 'select 1')).toBe(1);
});

test('a durable cluster syncs every commit, one for tests does not', async () => {
  const careless = await launch();
  expect(await ask(careless, 'show fsync')).toBe('off');
  await careless.stop();
  const durable = await launch({ durable: true });
  expect(await ask(durable, 'show fsync')).toBe('on');
  expect(await ask(durable, 'show synchronous_commit')).toBe('on');
});

test('a cluster of another version is refused in plain words', async () => {
  const postgres = await launch();
  await postgres.stop();
  writeFileSync(join(clusterFolders(dataFolder).data, 'PG_VERSION'), '9\n');
  await expect(launch()).rejects.toMatchObject({ code: 'POSTGRES_VERSION' });
});

test('the cluster is damaged: the server’s own words are passed on', async () => {
  const postgres = await launch();
  await postgres.stop();
  rmSync(join(clusterFolders(dataFolder).data, 'global', 'pg_control'));
  await expect(launch()).rejects.toThrow(/pg_control/);
});
