import { createPool } from '@kerjasama/database/pool';
import { assertSchemaCurrent } from '@kerjasama/database/schema-state';
import { type Verdict, verifyJournal } from '@kerjasama/journal/verify';
import { type Language } from '@kerjasama/kernel/text';

import { describeVerdict, WORDS } from './audit-words';

export const EXIT = { proven: 0, tampered: 1, badUsage: 2, notVerified: 3 } as const;

export interface VerifyFlags {
  readonly json?: boolean;
}

/** Verifies and prints; the exit code says the verdict, so that a nightly job needs to read nothing. */
export async function runVerify(
  findDatabaseUrl: () => Promise<string | undefined>,
  flags: VerifyFlags,
  language: Language,
): Promise<number> {
  try {
    const databaseUrl = await findDatabaseUrl();
    if (databaseUrl === undefined) {
      process.stderr.write(`${WORDS.noDatabase[language]}\n`);
      return EXIT.badUsage;
    }
    const verdict = await verifyDatabase(databaseUrl, language);
    process.stdout.write(
      `${flags.json === true ? toJson(verdict, language) : describeVerdict(verdict, language).join('\n')}\n`,
    );
    return verdict.proven ? EXIT.proven : EXIT.tampered;
  } catch (error) {
    // Not to verify is not a verdict: an outage must never read as proof or as tampering.
    process.stderr.write(`${WORDS.cannotVerify[language]} ${error instanceof Error ? error.message : 'unknown'}\n`);
    return EXIT.notVerified;
  }
}

async function verifyDatabase(databaseUrl: string, language: Language): Promise<Verdict> {
  const pool = createPool(databaseUrl, { applicationName: 'kerjasama-audit', size: 1, statementTimeoutMs: 600_000 });
  try {
    await assertSchemaCurrent(pool);
    return await verifyJournal(pool, showCount(language));
  } finally {
    await pool.end();
  }
}

/** A running count on a terminal, nothing elsewhere. */
function showCount(language: Language): (acts: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return (acts) => process.stderr.write(`\r${acts} ${WORDS.checked[language]}\r`);
}

function toJson(verdict: Verdict, language: Language): string {
  const faults = verdict.faults.map((fault) => ({ ...fault, detail: fault.detail[language] }));
  return JSON.stringify({ ...verdict, faults });
}
