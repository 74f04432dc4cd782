import { Client } from 'pg';

import { type Profile } from './instance';
import { migrate } from './migrate';
import { ensureDatabaseExists, ensureRoles, type LoginRole, type RolePasswords } from './roles';

export interface DatabaseRequest {
  readonly superuserUrl: string;
  /** The database's name; created where it is missing. */
  readonly database: string;
  readonly passwords: RolePasswords;
  readonly profile: Profile;
}

export interface DatabaseUrls {
  readonly apiUrl: string;
  readonly workerUrl: string;
  readonly auditorUrl: string;
  readonly migratorUrl: string;
}

/**
 * From an empty cluster to a database of this release: roles, database, migrations, profile. Idempotent, so the embedded
 * stack calls it at every start. Throws `SchemaMismatch` for a newer or altered schema.
 */
export async function ensureDatabase(request: DatabaseRequest): Promise<DatabaseUrls> {
  const superuser = new Client({ connectionString: request.superuserUrl, application_name: 'kerjasama-provision' });
  await superuser.connect();
  try {
    await ensureRoles(superuser, request.passwords);
    await ensureDatabaseExists(superuser, request.database);
  } finally {
    await superuser.end();
  }
  const urlOf = (role: LoginRole): string =>
    databaseUrl(request.superuserUrl, request.database, role, request.passwords[role]);
  await migrate(urlOf('migrator'), request.profile);
  return {
    apiUrl: urlOf('api'),
    workerUrl: urlOf('worker'),
    auditorUrl: urlOf('auditor'),
    migratorUrl: urlOf('migrator'),
  };
}

/** The address of a database of the same cluster for another role. */
export function databaseUrl(clusterUrl: string, database: string, user: string, password: string): string {
  const url = new URL(clusterUrl);
  url.username = encodeURIComponent(user);
  url.password = encodeURIComponent(password);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.toString();
}
