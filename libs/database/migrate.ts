import { Client } from 'pg';

import { claimProfile, type Profile } from './instance';
import { type Migration, readMigrations } from './migration-files';
import { pendingMigrations, readApplied } from './schema-state';

/** Any number that nothing else in this database uses: rival runners wait for each other on it. */
const MIGRATION_LOCK = 7_305_771;

/** The runner's own book, made before the first migration because that one must be entered in it too. */
const BOOK = `
  create schema if not exists house;
  comment on schema house is 'What the house knows about itself: its migrations, its profile, its rehearsal clock';
  create table if not exists house.migration (
    number integer primary key,
    name text not null unique,
    checksum text not null check (checksum ~ '^[0-9a-f]{64}$'),
    applied_at timestamptz not null default clock_timestamp()
  );
  comment on table house.migration is 'Applied migrations with the SHA-256 of their files; a process refuses any other set';
  alter default privileges revoke execute on functions from public;
`;

/**
 * Brings the schema to this release as role `migrator` and marks the database with its profile, once and for ever.
 * Idempotent; rivals wait. Each migration is one transaction, run as the role `owner`. Throws `SchemaMismatch` for a
 * schema that is newer or altered.
 * @returns the names of the migrations that were applied now
 */
export async function migrate(migratorUrl: string, profile: Profile = 'live'): Promise<string[]> {
  const applied = await applyMigrations(migratorUrl);
  await withClient(migratorUrl, (client) => claimProfile(client, profile));
  return applied;
}

/** The schema alone, without a profile: what a template database for tests needs. */
export async function applyMigrations(migratorUrl: string, migrations?: readonly Migration[]): Promise<string[]> {
  const ours = migrations ?? (await readMigrations());
  return withClient(migratorUrl, async (client) => {
    await client.query('select pg_advisory_lock($1::bigint)', [MIGRATION_LOCK]);
    await inTransaction(client, () => client.query(BOOK));
    const pending = pendingMigrations(ours, await readApplied(client));
    for (const migration of pending) await inTransaction(client, () => apply(client, migration));
    return pending.map(({ name }) => name);
  });
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client
    .query(migration.sql)
    .catch((cause: unknown) => Promise.reject(new Error(`Migration ${migration.name} failed`, { cause })));
  await client.query(`insert into house.migration (number, name, checksum) values ($1::integer, $2::text, $3::text)`, [
    migration.number,
    migration.name,
    migration.checksum,
  ]);
}

async function inTransaction(client: Client, work: () => Promise<unknown>): Promise<void> {
  await client.query('begin; set local role owner; set local client_min_messages = warning');
  try {
    await work();
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw cause;
  }
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'kerjasama-migrate' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
