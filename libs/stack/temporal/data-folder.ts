import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StackProblem } from '../stack-problem';
import { TEMPORAL_VERSION } from './pinned';

/** The file of Temporal's own database in its folder. */
export function databaseFile(folder: string): string {
  return join(folder, 'temporal.db');
}

/**
 * Makes the folder ready for a start; answers its database file.
 * The server makes its schema only when the file is new and never migrates it, therefore: a folder of another version
 * is refused, and a file that never came to life (killed within its first second) is made again.
 */
export function prepareTemporalData(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = databaseFile(folder);
  const version = findVersion(folder);
  if (version === undefined) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${database}${suffix}`, { force: true });
  } else if (version !== TEMPORAL_VERSION) {
    throw otherVersion(folder, version);
  }
  return database;
}

/** Called once the server has answered: from here on the folder holds years of work and belongs to this version. */
export function rememberVersion(folder: string): void {
  if (findVersion(folder) === undefined)
    writeFileSync(join(folder, 'version'), `${TEMPORAL_VERSION}\n`, { mode: 0o600 });
}

function findVersion(folder: string): string | undefined {
  const file = join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

function otherVersion(folder: string, version: string): StackProblem {
  return new StackProblem(
    'TEMPORAL_DATA_VERSION',
    {
      id: `Folder ${folder} dibuat oleh Temporal ${version}; versi ini memakai ${TEMPORAL_VERSION}.`,
      en: `The folder ${folder} was made by Temporal ${version}; this version uses ${TEMPORAL_VERSION}.`,
    },
    {
      id: 'Jalankan versi kerjasama yang lama sampai semua siklus tutup, atau kosongkan dengan kerjasama stack reset.',
      en: 'Run the older kerjasama until its cycles are closed, or empty it with kerjasama stack reset.',
    },
  );
}
