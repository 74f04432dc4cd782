import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createPool } from '@kerjasama/database/pool';
import { databaseUrl } from '@kerjasama/database/provision';
import { copyBaseline } from '@kerjasama/enrolment/copy-baseline';
import { sampleRoster } from '@kerjasama/enrolment/sample/sample-roster';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { type StackClient } from '@kerjasama/stack/client';
import { ensureRolePasswords } from '@kerjasama/stack/supervisor/role-passwords';

const COVER_START = plainDate('2027-01-01');
const TIMES = 7;

/** Milliseconds of a plain COPY of a roster into the stack's own Postgres: the quickest of seven, as other load can only slow one down. */
export async function measureCopy(
  stack: StackClient,
  { size, seed }: { readonly size: number; readonly seed: number },
): Promise<number> {
  const file = join(stack.folders.home, 'roster.csv');
  const roster = sampleRoster({ size, seed, coverStart: COVER_START, corrected: false });
  await pipeline(Readable.from(roster), createWriteStream(file));
  const pool = createPool(await workerUrl(stack), { applicationName: 'kerjasama-bench', size: 1 });
  try {
    const taken: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const begun = performance.now();
      const copied = await copyBaseline(pool, file);
      taken.push(performance.now() - begun);
      if (copied !== size) throw new Error(`COPY took ${copied} of ${size} rows`);
    }
    return Math.min(...taken);
  } finally {
    await pool.end();
  }
}

/** `worker` alone may make a temporary table; its password lies in the stack's own folder, which this process made. */
async function workerUrl(stack: StackClient): Promise<string> {
  const { worker } = ensureRolePasswords(join(stack.folders.profile, 'role-passwords.json'));
  const url = await stack.auditorUrl();
  return databaseUrl(url, decodeURIComponent(new URL(url).pathname.slice(1)), 'worker', worker);
}
