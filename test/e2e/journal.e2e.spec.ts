import { type RehearsalSummary } from '@kerjasama/rehearsal/summary';
import { stackUnderTest } from '../support/stack-under-test';

/* After a whole year: what an auditor proves and reads, and what becomes of somebody who edits as superuser. */

jest.setTimeout(120_000);

const SIZE = 20;
const house = stackUnderTest('11-18');
let summary: RehearsalSummary;

beforeAll(async () => {
  summary = await house.rehearse(SIZE);
}, 170_000);

const verify = () => house.cli('audit', 'verify', '--profile', 'rehearsal', '--json');
const trail = (...flags: string[]) =>
  house.cli('audit', 'trail', summary.agreement, '--profile', 'rehearsal', ...flags);

interface Verdict {
  readonly proven: boolean;
  readonly acts: number;
  readonly faults: readonly { readonly kind: string; readonly chain: string; readonly seq: number }[];
}

/** As superuser, past the triggers; afterwards put back as it was. */
async function whileTampered(tamper: string, undo: string, seq: number, look: () => Promise<void>): Promise<void> {
  const pool = house.database('superuser');
  const run = async (sql: string) => {
    const client = await pool.connect();
    try {
      await client.query('set session_replication_role = replica');
      const { rowCount } = await client.query(sql, [summary.agreement, seq]);
      expect(rowCount).toBe(1);
    } finally {
      client.release(true);
    }
  };
  await pool.query('create table if not exists public.act_aside as select * from journal.act');
  await run(tamper);
  try {
    await look();
  } finally {
    await run(undo);
  }
}

test('untouched: proven, exit code 0, and every act of the year is in it', async () => {
  const run = await verify();
  expect(run.code).toBe(0);
  const verdict = JSON.parse(run.stdout.at(-1) ?? '') as Verdict;
  expect(verdict).toMatchObject({ proven: true, faults: [] });
  expect(verdict.acts).toBeGreaterThanOrEqual(summary.journal.acts);
});

test('one act edited by a superuser: exit code 1, and it says which', () =>
  whileTampered(
    `update journal.act set payload = payload || '{"amount": "1"}' where chain = $1::text and seq = $2::bigint`,
    `update journal.act a set payload = b.payload from public.act_aside b
      where a.leaf_index = b.leaf_index and a.chain = $1::text and a.seq = $2::bigint`,
    7,
    async () => {
      const run = await verify();
      expect(run.code).toBe(1);
      const { proven, faults } = JSON.parse(run.stdout.at(-1) ?? '') as Verdict;
      expect(proven).toBe(false);
      expect(faults).toEqual([expect.objectContaining({ kind: 'edited', chain: summary.agreement, seq: 7 })]);
    },
  ));

test('one act deleted by a superuser: exit code 1, and it says which', () =>
  whileTampered(
    `delete from journal.act where chain = $1::text and seq = $2::bigint`,
    `insert into journal.act select * from public.act_aside where chain = $1::text and seq = $2::bigint`,
    9,
    async () => {
      const run = await verify();
      expect(run.code).toBe(1);
      const { faults } = JSON.parse(run.stdout.at(-1) ?? '') as Verdict;
      expect(faults).toContainEqual(expect.objectContaining({ kind: 'deleted', chain: summary.agreement, seq: 9 }));
      const inWords = await house.cli('audit', 'verify', '--profile', 'rehearsal', '--language', 'en');
      expect(inWords.stdout.join('\n')).toMatch(/9/);
    },
  ));

test('and put back as it was, it is proven again', async () => {
  await house.database('superuser').query('drop table public.act_aside');
  expect((await verify()).code).toBe(0);
});

test('the trail: a line an act for people, a JSON object an act for programs', async () => {
  const people = await trail();
  expect(people.code).toBe(0);
  expect(people.stdout).toHaveLength(summary.journal.acts);
  const programs = await trail('--json');
  const acts = programs.stdout.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(acts.map(({ seq }) => seq)).toEqual(acts.map((_, nth) => nth + 1));
  expect(acts).toHaveLength(summary.journal.acts);
  expect(acts[0]).toMatchObject({ act: 'agreement-drafted', agency: 'kemensos', actor: 'demo-01' });
});

test('the trail, filtered: one stage, one agency', async () => {
  const run = await trail('--json', '--stage', 'premium', '--agency', 'kemensos');
  const acts = run.stdout.map((line) => JSON.parse(line) as { act: string; agency: string });
  expect(acts).toHaveLength(22);
  expect(new Set(acts.map(({ act }) => act))).toEqual(new Set(['payment-requested', 'payment-ordered']));
});

test('the sums at a date: half a year in, half of the bills', async () => {
  const year = Number(summary.cycle.split('/')[1]);
  const run = await trail('--json', '--at', `${year}-06-30`);
  expect(JSON.parse(run.stdout.at(-1) ?? '')).toMatchObject({
    at: `${year}-06-30`,
    sums: { billed: String(SIZE * 16_800 * 6) },
  });
});
