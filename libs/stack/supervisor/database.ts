import { join } from 'node:path';
import { advanceClock } from '@kerjasama/database/instance';
import { createPool } from '@kerjasama/database/pool';
import { type DatabaseUrls, ensureDatabase } from '@kerjasama/database/provision';
import { StackProblem } from '../stack-problem';
import { ensureRolePasswords } from './role-passwords';
import { type StackSetting } from './stack-options';

/**
 * The stack's database: made, migrated and marked with its profile before the first app starts, then known.
 * A failure (a schema newer than this release, say) is not remembered: the next start of an app tries again.
 */
export class StackDatabase {
  private superuserUrl: string | undefined;
  private known: Promise<DatabaseUrls> | undefined;

  constructor(private readonly setting: StackSetting) {
    this.superuserUrl = setting.externalPostgresUrl;
  }

  /** The server is up, at this address. */
  serverIsUp(superuserUrl: string): void {
    if (this.superuserUrl === superuserUrl) return;
    this.superuserUrl = superuserUrl;
    this.known = undefined;
  }

  urls(): Promise<DatabaseUrls> {
    this.known ??= this.prepare().catch((error: unknown) => {
      this.known = undefined;
      throw error;
    });
    return this.known;
  }

  /** The supervisor alone holds the migrator's password, and with it the right to move a rehearsal's clock. */
  async advanceClock(offsetMs: number): Promise<null> {
    const { migratorUrl } = await this.urls();
    const pool = createPool(migratorUrl, { applicationName: 'kerjasama-stack', size: 1 });
    try {
      await advanceClock(pool, offsetMs);
    } finally {
      await pool.end();
    }
    return null;
  }

  private prepare(): Promise<DatabaseUrls> {
    const { profile, folders, externalPostgresUrl } = this.setting;
    const { superuserUrl } = this;
    if (superuserUrl === undefined) return Promise.reject(notUp());
    // roles belong to the server: on somebody else's, both profiles meet and must know the same passwords
    const passwords = join(externalPostgresUrl === undefined ? folders.profile : folders.home, 'role-passwords.json');
    const database = `kerjasama_${profile}`;
    return ensureDatabase({ superuserUrl, database, profile, passwords: ensureRolePasswords(passwords) });
  }
}

function notUp(): StackProblem {
  return new StackProblem(
    'POSTGRES_NOT_UP',
    { id: 'PostgreSQL belum berjalan.', en: 'PostgreSQL is not up yet.' },
    { id: 'Tunggu sebentar: kerjasama stack status.', en: 'Wait a moment: kerjasama stack status.' },
  );
}
