import { createHash, randomUUID } from 'node:crypto';

import { claimProfile, type Profile } from '@kerjasama/database/instance';
import { applyMigrations } from '@kerjasama/database/migrate';
import { readMigrations } from '@kerjasama/database/migration-files';
import { createPool } from '@kerjasama/database/pool';
import { databaseUrl } from '@kerjasama/database/provision';
import {
  ensureDatabaseExists,
  ensureRoles,
  grantDatabase,
  LOGIN_ROLES,
  type LoginRole,
} from '@kerjasama/database/roles';
import { type WriteTx } from '@kerjasama/journal/tx';
import { Client, type Pool, type PoolClient } from 'pg';

export type TestRole = LoginRole | 'superuser';

/** A migrated, empty database of its own for one spec file. */
export interface FreshDatabase {
  /** One pool a role; ended by `drop`. */
  pool(role: TestRole): Pool;
  url(role: TestRole): string;
  drop(): Promise<void>;
}

/** The cluster is the one of this run, or the one of `TEST_POSTGRES_URL` (a superuser's address); the roles' passwords do not matter there. */
const PASSWORD = 'only-for-tests';

/** Clones the migrated template (some 30 ms). The template is made by whoever comes first, once for each set of migrations. */
export async function freshDatabase(profile: Profile = 'rehearsal'): Promise<FreshDatabase> {
  const cluster = clusterUrl();
  const template = await asSuperuser(cluster, (client) => ensureTemplate(client, cluster));
  const database = `kerjasama_test_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(cluster, async (client) => {
    await client.query(`create database ${database} owner owner template ${template}`);
    await grantDatabase(client, database);
  });
  const url = (role: TestRole): string => roleUrl(cluster, database, role);
  await withClient(url('migrator'), (client) => claimProfile(client, profile));

  const pools = new Map<TestRole, Pool>();
  const pool = (role: TestRole): Pool => {
    const existing = pools.get(role);
    if (existing) return existing;
    const created = createPool(url(role), { applicationName: `test-${role}`, size: 20 });
    pools.set(role, created);
    return created;
  };
  const drop = async (): Promise<void> => {
    await Promise.all([...pools.values()].map((each) => each.end()));
    await asSuperuser(cluster, (client) => client.query(`drop database ${database} with (force)`));
  };
  return { pool, url, drop };
}

/** Runs a store's writes in a transaction without an act: for specs of one store alone. */
export async function writing<T>(pool: Pool, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const value = await work(client as PoolClient & WriteTx);
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** A database that nothing was done to yet, for specs of the migrations themselves. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  const cluster = clusterUrl();
  const database = `kerjasama_empty_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(cluster, async (client) => {
    await ensureRoles(client, testPasswords());
    await ensureDatabaseExists(client, database);
  });
  const pools: Pool[] = [];
  return {
    url: (role) => roleUrl(cluster, database, role),
    pool: (role) => {
      const created = createPool(roleUrl(cluster, database, role), { applicationName: `test-${role}` });
      pools.push(created);
      return created;
    },
    drop: async () => {
      await Promise.all(pools.map((each) => each.end()));
      await asSuperuser(cluster, (client) => client.query(`drop database ${database} with (force)`));
    },
  };
}

export function testPasswords(): Record<LoginRole, string> {
  return Object.fromEntries(LOGIN_ROLES.map((role) => [role, PASSWORD])) as Record<LoginRole, string>;
}

/** The superuser's address of the cluster that all specs of this run share. */
export function clusterUrl(): string {
  const url = process.env['TEST_POSTGRES_URL'];
  if (url === undefined) throw new Error('No Postgres for this test: the global setup of its jest project starts one.');
  return url;
}

/** Named after the migrations, so that a changed file gets a template of its own. */
async function ensureTemplate(superuser: Client, cluster: string): Promise<string> {
  const migrations = await readMigrations();
  const digest = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 12);
  const template = `kerjasama_template_${digest}`;
  await superuser.query(`select pg_advisory_lock(7305773)`);
  const { rowCount } = await superuser.query('select from pg_database where datname = $1::name and datistemplate', [
    template,
  ]);
  if (rowCount === 0) {
    await superuser.query(`drop database if exists ${template}`);
    await ensureRoles(superuser, testPasswords());
    await ensureDatabaseExists(superuser, template);
    await applyMigrations(databaseUrl(cluster, template, 'migrator', PASSWORD), migrations);
    await superuser.query(`alter database ${template} is_template true allow_connections false`);
  }
  await superuser.query(`select pg_advisory_unlock(7305773)`);
  return template;
}

function roleUrl(cluster: string, database: string, role: TestRole): string {
  if (role !== 'superuser') return databaseUrl(cluster, database, role, PASSWORD);
  const url = new URL(cluster);
  url.pathname = `/${database}`;
  return url.toString();
}

function asSuperuser<T>(cluster: string, work: (client: Client) => Promise<T>): Promise<T> {
  return withClient(cluster, work);
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
