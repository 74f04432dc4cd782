import { createPool } from '@kerjasama/database/pool';
import { type RehearsalSummary } from '@kerjasama/rehearsal/summary';
import { connectStack } from '@kerjasama/stack/client';
import { articleSums } from '../support/article-sums';
import { type DatabasePrint, printDatabase } from '../support/database-print';
import { type CliRun, lastObject, runCli } from '../support/run-cli';
import { makeHome, removeHome, startHomeOn } from '../support/stack-home';
import { roleUrl } from '../support/stack-under-test';
import { otherDate } from '../support/stated-date';

/* `npm run cycle` as somebody types it who has just cloned the project: from nothing to closed books, on real parts. */

jest.setTimeout(180_000);

let home: string;

beforeAll(async () => {
  home = await makeHome();
  // A rehearsal moves to the next 19 November before anything else, so it needs no date of the test's own to begin on.
  const startsOn = otherDate();
  if (startsOn !== undefined) await startHomeOn(home, startsOn);
});

afterAll(async () => {
  await removeHome(home);
});

const MOST_EVENTS = 500;

function cycle(size: number): Promise<CliRun> {
  return runCli(home, ['rehearse', '--size', String(size), '--exit', '--json']).ended;
}

async function closed(size: number): Promise<RehearsalSummary> {
  const run = await cycle(size);
  const summary = lastObject(run) as RehearsalSummary;
  expect(run.code).toBe(0);
  return summary;
}

async function database(): Promise<DatabasePrint> {
  const stack = connectStack('rehearsal', { home });
  await stack.up();
  const pool = createPool(roleUrl(stack, 'superuser'), { applicationName: 'test', size: 1 });
  try {
    return await printDatabase(pool);
  } finally {
    await pool.end();
  }
}

function expectExactSums(summary: RehearsalSummary, size: number): void {
  const { budget, enrolment, premium, claimsReported } = articleSums(size);
  expect(summary).toMatchObject({ size, status: 'closed', budget, enrolment, premium });
  const { claims, journal, temporal } = summary;
  expect(claims.reported).toBe(claimsReported);
  expect(claims.paid + claims.refused + claims.carriedOver).toBe(claims.reported);
  expect(claims.amount).toMatch(/^[1-9]\d*$/);
  expect(journal.verified).toBe(true);
  expect(temporal.largestHistory).toBeLessThan(MOST_EVENTS);
  expect(temporal.workflows).toBe(7 + claims.reported); // the cycle, its five stages, one addendum, and the claims
}

test('one worker: every sum exact to the rupiah, one JSON object on the last line, every history short', async () => {
  const summary = await closed(1);
  expectExactSums(summary, 1);
  expect(Object.keys(summary).sort()).toEqual(
    [
      ...['agreement', 'budget', 'claims', 'cycle', 'enrolment', 'journal', 'premium', 'size', 'status', 'temporal'],
      ...['timingsMs', 'urls'],
    ].sort(),
  );
  expect(summary.cycle).toMatch(/^PKS-20\d\d-1-1\/20\d\d$/);
  expect(summary.journal.acts).toBeGreaterThan(50);
  const stack = connectStack('rehearsal', { home });
  expect(await stack.status()).toBeUndefined();
  expect(stack.leftovers()).toEqual([]);
});

test('the same cycle again: it stands closed, the next one is offered, nothing is doubled', async () => {
  const before = await database();
  const run = await cycle(1);
  expect(run.code).toBe(0);
  expect(lastObject(run)).toMatchObject({ size: 1, status: 'closed', already: true });
  expect(run.stderr.join('\n')).toContain('sudah ditutup');
  expect(run.stderr.join('\n')).toContain('npm run cycle -- --next --size 1');
  expect(await database()).toEqual(before);
});

test('3,000 workers: broken rows are corrected, a claim is refused, one is carried over, and every sum is exact', async () => {
  const summary = await closed(3_000);
  expectExactSums(summary, 3_000);
  expect(summary.enrolment.rejected).toBe(4);
  expect(summary.claims).toMatchObject({ reported: 12, paid: 10, refused: 1, carriedOver: 1 });
});
