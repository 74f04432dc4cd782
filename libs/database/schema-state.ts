import { type Migration, readMigrations } from './migration-files';
import { type Reads } from './pool';

/** The database's schema is not the one of this release. The message says what to do. */
export class SchemaMismatch extends Error {
  override readonly name = 'SchemaMismatch';
}

interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/** Refuses (throws `SchemaMismatch`) unless exactly this release's migrations were applied. Every process asks at its start. */
export async function assertSchemaCurrent(db: Reads, migrations?: readonly Migration[]): Promise<void> {
  const ours = migrations ?? (await readMigrations());
  const missing = pendingMigrations(ours, await readApplied(db))[0];
  if (missing !== undefined)
    throw new SchemaMismatch(
      `The database lacks migration ${missing.name}. Run the migrations first, then start again.`,
    );
}

/**
 * The migrations still to apply, in order. Throws `SchemaMismatch` when the database was migrated by a newer release,
 * when a file changed after it was applied, or when a file would have to be slipped in before an applied one.
 */
export function pendingMigrations(ours: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  const byNumber = new Map(ours.map((migration) => [migration.number, migration]));
  for (const done of applied) {
    const file = byNumber.get(done.number);
    if (file === undefined)
      throw new SchemaMismatch(
        `The database is newer than this release: it has ${done.name}. Start the newer release.`,
      );
    if (file.checksum !== done.checksum)
      throw new SchemaMismatch(
        `Migration ${file.name} was changed after it was applied. Restore the file; write changes as a new migration.`,
      );
  }
  const newest = Math.max(0, ...applied.map(({ number }) => number));
  const known = new Set(applied.map(({ number }) => number));
  const pending = ours.filter(({ number }) => !known.has(number));
  const early = pending.find(({ number }) => number < newest);
  if (early !== undefined)
    throw new SchemaMismatch(`Migration ${early.name} comes before one already applied. Give it the next free number.`);
  return pending;
}

/** What was applied; a database that was never migrated has applied nothing. */
export async function readApplied(db: Reads): Promise<AppliedMigration[]> {
  const { rows: found } = await db.query<{ present: boolean }>(
    `select to_regclass('house.migration') is not null as present`,
  );
  if (found[0]?.present !== true) return [];
  const { rows } = await db.query<{ number: number; name: string; checksum: string }>(
    `select number, name, checksum from house.migration order by number`,
  );
  return rows;
}
