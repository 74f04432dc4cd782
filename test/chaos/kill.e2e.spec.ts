import { type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { rowRandom } from '@kerjasama/enrolment/sample/random';
import { type RehearsalSummary } from '@kerjasama/rehearsal/summary';
import { articleSums } from '../support/article-sums';
import { runCli } from '../support/run-cli';
import { stackUnderTest } from '../support/stack-under-test';
import { judgeYear, readYear, type YearFacts } from './year-oracle';

/* In the middle of `npm run cycle` something is killed without warning. The year must come to what it would have come to. */

jest.setTimeout(180_000);

const SIZE = 300;
/** One number decides every moment. */
const CHAOS_SEED = Number(process.env['KERJASAMA_CHAOS_SEED'] ?? 7);
/** A run tells some 30 lines of its story; the kill follows one of them, a little later, before the end. */
const FIRST_LINE = 2;
const LINES = 24;
const LATER_MS = 600;
const RUNS = 3;

const house = stackUnderTest('11-18');
const running = new Set<ChildProcess>();
let over = false;
let undisturbed: RehearsalSummary;
let facts: YearFacts;

type Strike = (line: number) => void;

/** The command as a person leaves it: its process is gone as soon as it has told how the year came out. */
async function runOnce(strike: Strike): Promise<RehearsalSummary | undefined> {
  let told = 0;
  let summary: RehearsalSummary | undefined;
  const { child, ended } = runCli(house.home, ['rehearse', '--size', `${SIZE}`, '--next', '--json'], (line, stream) => {
    if (stream === 'stderr' && /^(\d{4}-| {12})/.test(line)) strike((told += 1));
    if (stream === 'stdout' && line.startsWith('{')) {
      summary = JSON.parse(line) as RehearsalSummary;
      child.kill('SIGKILL');
    }
  });
  running.add(child);
  const { stderr } = await ended;
  running.delete(child);
  if (summary === undefined) process.stderr.write(`The command died: ${stderr.slice(-3).join(' | ')}\n`);
  return summary;
}

/** One year; when the command dies, the same command again. A line that is told again does not count again. */
async function runYear(strike: Strike = () => undefined): Promise<RehearsalSummary> {
  let furthest = 0;
  const once = (line: number) => {
    if (line > furthest) strike((furthest = line));
  };
  for (let run = 0; run < RUNS && !over; run += 1) {
    const summary = await runOnce(once);
    if (summary !== undefined) return summary;
  }
  throw new Error(`The year did not come to its end in ${RUNS} runs`);
}

async function pidOf(victim: string): Promise<number> {
  const status = await house.stack.status();
  const pid = victim === 'supervisor' ? status?.pid : status?.processes.find(({ name }) => name === victim)?.pid;
  if (pid === undefined) throw new Error(`${victim} does not run`);
  return pid;
}

/** What may not depend on who was killed when. */
function sumsOf({ size, status, budget, enrolment, premium, claims, journal }: RehearsalSummary): unknown {
  return { size, status, budget, enrolment, premium, claims, verified: journal.verified };
}

/** A test that ran out of time leaves its command running: it must not bring the stack up again behind our back. */
afterAll(() => {
  over = true;
  for (const child of running) child.kill('SIGKILL');
});

beforeAll(async () => {
  undisturbed = await runYear();
  facts = await readYear(house.database('superuser'), undisturbed.agreement);
}, 180_000);

test('a year that nobody disturbs comes to the article’s sums', () => {
  const { budget, enrolment, premium } = articleSums(SIZE);
  expect(sumsOf(undisturbed)).toMatchObject({ status: 'closed', budget, enrolment, premium, verified: true });
  expect(judgeYear(facts, facts, SIZE)).toEqual([]);
});

describe('kill -9 in the middle of a year: the same sums, nothing doubled', () => {
  const random = rowRandom(CHAOS_SEED, 0);
  /** Four years with the undisturbed one, each two years on: the calendars of the law end in 2036. */
  const years = [['worker', 'temporal'], ['api', 'postgres'], ['supervisor']].map((victims) => {
    const kills = victims.map((victim) => {
      return { victim, line: FIRST_LINE + random.below(LINES), laterMs: random.below(LATER_MS) };
    });
    return { kills, when: kills.map(({ victim, line, laterMs }) => `${victim} at ${line} + ${laterMs} ms`).join(', ') };
  });

  test.each(years)('by line of the story: $when', async ({ kills }) => {
    const killed: Promise<void>[] = [];
    const strike = async (victim: string, laterMs: number) => {
      const pid = await pidOf(victim);
      await pause(laterMs);
      process.kill(pid, 'SIGKILL');
    };
    const summary = await runYear((told) => {
      for (const { victim, line, laterMs } of kills) if (told === line) killed.push(strike(victim, laterMs));
    });
    await Promise.all(killed);
    expect(killed).toHaveLength(kills.length);
    expect(sumsOf(summary)).toEqual(sumsOf(undisturbed));
    expect(judgeYear(await readYear(house.database('superuser'), summary.agreement), facts, SIZE)).toEqual([]);
  });
});

describe('the oracle itself sees', () => {
  const planted: [string, string, RegExp][] = [
    ['that a bill is gone', 'delete from premium.bill where period like $1::text', /^bills reconciled: 10, not 11$/],
    ['that a bill is another’s', `update premium.bill set agreement = 'PKS-X' where period like $1::text`, /^billed: /],
    ['that a member is gone', `delete from enrolment.member where line = 5 and $1::text <> ''`, /^members: 299, not/],
    ['that an act is gone', `delete from journal.act where key like '%bill/' || $1::text`, /^act bill-issued: 10, not/],
  ];

  test.each(planted)('%s', async (_, fault, seen) => {
    const client = await house.database('superuser').connect();
    try {
      await client.query('begin');
      await client.query('set local session_replication_role = replica'); // a superuser passes triggers and keys
      await client.query(fault, ['%-03']);
      const found = judgeYear(await readYear(client, undisturbed.agreement), facts, SIZE);
      expect(found.find((each) => seen.test(each))).toBeDefined();
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
