import { type Client, escapeIdentifier, escapeLiteral } from 'pg';

/** The roles that log in. `owner`, which owns everything, never does. */
export const LOGIN_ROLES = ['api', 'worker', 'auditor', 'migrator'] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];

export type RolePasswords = Readonly<Record<LoginRole, string>>;

/** Only SQL stands between begin and commit of the API's role (libs/database/pool.ts); deploy/postgres/roles.sql says the same. */
const API_LIMITS = `
  alter role api set statement_timeout = '10s';
  alter role api set lock_timeout = '2s';
  alter role api set idle_in_transaction_session_timeout = '2s';
`;

/** Any number that nothing else in the maintenance database uses: two stacks on one cluster wait for each other. */
const PROVISION_LOCK = 7_305_772;

/** Creates the cluster's roles where they are missing and sets their passwords, as a superuser. Idempotent. */
export async function ensureRoles(superuser: Client, passwords: RolePasswords): Promise<void> {
  await locked(superuser, async () => {
    await ensureRole(superuser, 'owner', 'nologin');
    for (const role of LOGIN_ROLES)
      await ensureRole(superuser, role, `login password ${escapeLiteral(passwords[role])}`);
    await superuser.query('grant owner to migrator');
    await superuser.query(API_LIMITS);
  });
}

/** Creates the database where it is missing, owned by `owner`, and opens it to our roles alone. Idempotent. */
export async function ensureDatabaseExists(superuser: Client, database: string): Promise<void> {
  await locked(superuser, async () => {
    const { rowCount } = await superuser.query('select from pg_database where datname = $1::name', [database]);
    if (rowCount === 0)
      await superuser.query(
        `create database ${escapeIdentifier(database)} owner owner template template0
           encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`,
      );
    await grantDatabase(superuser, database);
  });
}

/** Who may connect: grants on the database itself, which a clone does not inherit from its template. */
export async function grantDatabase(superuser: Client, database: string): Promise<void> {
  const name = escapeIdentifier(database);
  await superuser.query(`
    revoke all on database ${name} from public;
    grant connect on database ${name} to api, worker, auditor, migrator;
    grant temporary on database ${name} to worker;
  `);
}

async function ensureRole(superuser: Client, role: string, options: string): Promise<void> {
  const { rowCount } = await superuser.query('select from pg_roles where rolname = $1::name', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await superuser.query(`${verb} role ${role} nosuperuser nocreatedb nocreaterole ${options}`);
}

async function locked(superuser: Client, work: () => Promise<void>): Promise<void> {
  await superuser.query('select pg_advisory_lock($1::bigint)', [PROVISION_LOCK]);
  try {
    await work();
  } finally {
    await superuser.query('select pg_advisory_unlock($1::bigint)', [PROVISION_LOCK]);
  }
}
