import { createHash } from 'node:crypto';

import { type Pool } from 'pg';

import { clusterUrl, emptyDatabase, type FreshDatabase, testPasswords } from '../../test/support/fresh-database';
import { advanceClock, readClockOffset, readProfile } from './instance';
import { applyMigrations, migrate } from './migrate';
import { type Migration, readMigrations } from './migration-files';
import { ensureDatabase } from './provision';
import { assertSchemaCurrent } from './schema-state';

let database: FreshDatabase;
let migrator: Pool;
let ours: readonly Migration[];

beforeEach(async () => {
  database = await emptyDatabase();
  migrator = database.pool('migrator');
  ours = await readMigrations();
});

afterEach(() => database.drop());

const extra = (sql: string, number = 999_999): Migration => ({
  number,
  name: `${number}-extra`,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});

test('an empty database is migrated, once, and marked', async () => {
  await expect(assertSchemaCurrent(migrator)).rejects.toThrow(/lacks migration 000001-house/);
  expect(await migrate(database.url('migrator'), 'rehearsal')).toEqual(ours.map(({ name }) => name));
  expect(await migrate(database.url('migrator'), 'rehearsal')).toEqual([]);
  for (const role of ['api', 'worker', 'auditor', 'migrator'] as const) {
    await assertSchemaCurrent(database.pool(role));
    expect(await readProfile(database.pool(role))).toBe('rehearsal');
  }
});

test('twenty runners at once: all succeed, each migration is applied once', async () => {
  const applied = await Promise.all(Array.from({ length: 20 }, () => migrate(database.url('migrator'))));
  expect(applied.flat()).toEqual(ours.map(({ name }) => name));
});

test('a database of a newer release is refused, at the start and by the runner', async () => {
  await applyMigrations(database.url('migrator'), [...ours, extra('create schema newer')]);
  await expect(assertSchemaCurrent(migrator)).rejects.toThrow(/newer than this release: it has 999999-extra/);
  await expect(migrate(database.url('migrator'))).rejects.toThrow(/newer than this release/);
});

test('a migration that was changed after it was applied is refused', async () => {
  await applyMigrations(database.url('migrator'), [...ours, extra('create schema one')]);
  const changed = [...ours, extra('create schema two')];
  await expect(assertSchemaCurrent(migrator, changed)).rejects.toThrow(/999999-extra was changed/);
  await expect(applyMigrations(database.url('migrator'), changed)).rejects.toThrow(/999999-extra was changed/);
});

test('a migration slipped in before an applied one is refused', async () => {
  await applyMigrations(database.url('migrator'), [...ours, extra('create schema later')]);
  const slipped = [...ours, extra('create schema earlier', 999_998), extra('create schema later')];
  await expect(applyMigrations(database.url('migrator'), slipped)).rejects.toThrow(/999998-extra comes before/);
});

test('a migration that fails half-way leaves nothing of itself, and all before it', async () => {
  const broken = [...ours, extra('create schema half; select 1 / 0')];
  await expect(applyMigrations(database.url('migrator'), broken)).rejects.toThrow(/Migration 999999-extra failed/);
  const { rows } = await migrator.query(`select to_regnamespace('half') as half`);
  expect(rows).toEqual([{ half: null }]);
  await assertSchemaCurrent(migrator);
});

test('a database serves one profile for ever', async () => {
  await migrate(database.url('migrator'), 'rehearsal');
  await expect(migrate(database.url('migrator'), 'live')).rejects.toThrow(
    /marked 'rehearsal' and cannot serve as 'live'/,
  );
  await expect(migrator.query(`update house.instance set profile = 'live'`)).rejects.toThrow(/append-only/);
});

test('a rehearsal’s clock goes forward, never back', async () => {
  await migrate(database.url('migrator'), 'rehearsal');
  const read = (): Promise<number> => readClockOffset(database.pool('api'));
  expect(await read()).toBe(0);
  await advanceClock(migrator, 86_400_000);
  await advanceClock(migrator, 86_400_000);
  await expect(advanceClock(migrator, 86_399_999)).rejects.toThrow(/cannot be put back/);
  expect(await read()).toBe(86_400_000);
});

test('a live database’s clock cannot be moved, not even by its migrator', async () => {
  await migrate(database.url('migrator'), 'live');
  await expect(advanceClock(migrator, 1)).rejects.toThrow(/live database cannot be moved/);
  expect(await readClockOffset(database.pool('worker'))).toBe(0);
});

test('from an empty cluster to the addresses of all roles, again and again', async () => {
  const name = new URL(database.url('migrator')).pathname.slice(1);
  const request = { superuserUrl: clusterUrl(), database: name, passwords: testPasswords(), profile: 'live' } as const;
  const [urls, again] = [await ensureDatabase(request), await ensureDatabase(request)];
  expect(again).toEqual(urls);
  expect(Object.entries<string>({ ...urls }).map(([role, url]) => [role, new URL(url).username])).toEqual([
    ['apiUrl', 'api'],
    ['workerUrl', 'worker'],
    ['auditorUrl', 'auditor'],
    ['migratorUrl', 'migrator'],
  ]);
});
