import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyMigrations } from '@kerjasama/database/migrate';
import { databaseUrl } from '@kerjasama/database/provision';
import { ensureDatabaseExists, ensureRoles } from '@kerjasama/database/roles';
import { launchPostgres } from '@kerjasama/stack/postgres/launch-postgres';
import { Client } from 'pg';
import { ROOT } from '../sources';

/*
 * The production cluster gets its roles from deploy/postgres/roles.sql, by psql, before there is any process of ours; the
 * embedded one gets them from libs/database/roles.ts. A role that differed would be a hole that no other test sees.
 */

const PASSWORD = 'only-for-tests';

/** What psql does with the file: its own commands apart, each `:'name'` is the value, quoted. */
function asServerSees(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('\\'))
    .join('\n')
    .replaceAll(/:'\w+_password'/g, `'${PASSWORD}'`)
    .split(/;\n/)
    .filter((statement) => statement.trim() !== '');
}

interface Cluster {
  readonly url: string;
  stop(): Promise<void>;
}

async function launch(): Promise<Cluster> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'kerjasama-production-roles-'));
  const { superuserUrl, stop } = await launchPostgres({ dataFolder, durable: false });
  return {
    url: superuserUrl,
    stop: async () => {
      await stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function asSuperuser<T>(cluster: Cluster, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: cluster.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Everything about our roles and our database that a grant could hang on. */
function describeCluster(cluster: Cluster): Promise<unknown> {
  return asSuperuser(cluster, async (client) => {
    const { rows: roles } = await client.query(
      `select rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls, rolconfig
         from pg_roles where rolname in ('owner', 'migrator', 'api', 'worker', 'auditor') order by rolname`,
    );
    const { rows: members } = await client.query(
      `select roleid::regrole::text as role, member::regrole::text as member, admin_option
         from pg_auth_members where roleid = 'owner'::regrole order by 1, 2`,
    );
    const { rows: databases } = await client.query(
      `select datname, pg_get_userbyid(datdba) as owner, pg_encoding_to_char(encoding) as encoding, datcollate, datctype,
              (select array_agg(entry::text order by entry::text) from unnest(datacl) as entry) as grants
         from pg_database where datname = 'kerjasama'`,
    );
    return { roles, members, databases };
  });
}

let production: Cluster;
let embedded: Cluster;

beforeAll(async () => {
  [production, embedded] = [await launch(), await launch()];
  await asSuperuser(production, async (client) => {
    for (const statement of asServerSees(join(ROOT, 'deploy', 'postgres', 'roles.sql'))) await client.query(statement);
  });
  await asSuperuser(embedded, async (client) => {
    await ensureRoles(client, { api: PASSWORD, worker: PASSWORD, auditor: PASSWORD, migrator: PASSWORD });
    await ensureDatabaseExists(client, 'kerjasama');
  });
});

afterAll(async () => {
  await production.stop();
  await embedded.stop();
});

test("production's roles and database are the embedded stack's", async () => {
  const described = await describeCluster(production);
  expect(described).toEqual(await describeCluster(embedded));
  expect(described).toMatchObject({ roles: { length: 5 }, members: { length: 1 }, databases: { length: 1 } });
});

test('the migrations run there as migrator', async () => {
  const url = databaseUrl(production.url, 'kerjasama', 'migrator', PASSWORD);
  await expect(applyMigrations(url)).resolves.not.toHaveLength(0);
});

test("Temporal's login owns its two databases and cannot enter ours, nor our roles Temporal's", async () => {
  const enter = async (user: string, database: string): Promise<string> => {
    const client = new Client({ connectionString: databaseUrl(production.url, database, user, PASSWORD) });
    try {
      await client.connect();
      await client.query('create table probe (); drop table probe');
      return 'owner';
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    } finally {
      await client.end();
    }
  };
  const REFUSED = '42501';
  expect(await enter('temporal', 'temporal')).toBe('owner');
  expect(await enter('temporal', 'temporal_visibility')).toBe('owner');
  expect(await enter('temporal', 'kerjasama')).toBe(REFUSED);
  for (const role of ['api', 'worker', 'auditor', 'migrator']) expect(await enter(role, 'temporal')).toBe(REFUSED);
});
