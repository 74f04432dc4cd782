import { returnClaim } from '@kerjasama/claims/acts/check-claim';
import { claimWorkflowId } from '@kerjasama/claims/contract';
import { type ClaimId } from '@kerjasama/kernel/ids';
import { addDays, plainDate, type PlainDate, startInJakarta } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { clockOf, progressOf, skip } from '@kerjasama/rehearsal/time/skip-time';
import { type ClaimsStand, startClaimsStand } from '../support/claims-stand';
import { APPROVER } from '../support/claims-year';
import { eventually } from '../support/eventually';

/*
 * The database and Temporal have clocks of their own. Only the database's says on which day an act counts and whether a deadline
 * has passed; the workflow's says when to ask.
 */

jest.setTimeout(120_000);

const MINUTE_MS = 60_000;
const APART_MS = 5 * MINUTE_MS;
const REASON = 'Dokumen belum lengkap.';

let stand: ClaimsStand;
let claims = 0;

beforeAll(async () => {
  stand = await startClaimsStand();
});

afterAll(() => stand.stop());

interface Waiting {
  readonly claim: ClaimId;
  readonly version: number;
  readonly due: PlainDate;
  /** The first moment after the last day. */
  readonly passes: Date;
}

/** A granted claim whose workflow waits, 30 minutes and more before its last day ends; both clocks say the same. */
async function waiting(): Promise<Waiting> {
  const { claim, version, answer } = await stand.year.granted(`clocks-${(claims += 1)}`);
  const due = plainDate(String(answer.due));
  const passes = startInJakarta(addDays(due, 1));
  await stand.time.moveTo(new Date(passes.getTime() - 31 * MINUTE_MS));
  await stand.lastRead(claim);
  return { claim, version, due, passes };
}

/** Puts a workflow's clock to an instant, and the database's clock nowhere. */
async function workflowTo(claim: ClaimId, instant: Date): Promise<void> {
  const { client } = stand.temporal;
  const real = (await stand.year.deps.clock.now()).getTime() - (await stand.year.deps.clock.offsetMs());
  const now = clockOf(await stand.handleOf(claim).describe(), real);
  const id = await skip(client, claimWorkflowId(claim), instant.getTime() - now);
  await eventually(async () =>
    (await progressOf(client, claimWorkflowId(claim), id, 1_000)) === 'completed' ? true : undefined,
  );
}

/** The row, as the database has it now. */
async function rowOf(claim: ClaimId) {
  const { rows } = await stand.year.deps.pool.query<{
    status: string;
    version: string;
    number: string;
    due: string | null;
    overdue_on: string | null;
  }>(`select status, version, number, due, overdue_on from act.subject where subject = $1::text`, [
    claimWorkflowId(claim),
  ]);
  const [row] = rows;
  if (row === undefined) throw new Error(`${claim} is not there`);
  return { ...row, version: Number(row.version), number: Number(row.number) };
}

/** Row, journal and the workflow's last read say the same. @returns the acts' names and days, in their order */
async function agreed(claim: ClaimId): Promise<(readonly [act: string, on: string])[]> {
  const read = await stand.lastRead(claim);
  const row = await rowOf(claim);
  const acts = (await stand.year.actsOf(claim)).filter(({ act }) => act !== 'act-refused');
  expect({ ...row, due: read.due, overdue_on: read.overdueOn }).toEqual(row);
  expect([read.status, read.version, read.number]).toEqual([row.status, row.version, row.number]);
  const overdue = acts.find(({ act, seq }) => act === 'claim-overdue' && seq > row.version);
  expect(overdue?.businessDate ?? null).toBe(row.overdue_on);
  expect(acts.at(-1)?.seq).toBe(row.number);
  return acts.map(({ act, businessDate }) => [act, businessDate] as const);
}

const returnIt = async ({ claim, version }: Waiting) =>
  expectAccepted(await stand.year.act(returnClaim, APPROVER, claim, { version, reason: REASON }));

/** The day's last second, or the next day's first: early in it, because an act takes a moment. */
const last = ({ passes }: Waiting) => new Date(passes.getTime() - 900);
const first = ({ passes }: Waiting) => new Date(passes.getTime() + 50);

const later = (instant: Date, ms: number) => new Date(instant.getTime() + ms);
const namesOf = (acts: readonly (readonly [string, string])[]) => acts.map(([act]) => act);
const RETURNED = ['claim-reported', 'claim-granted', 'claim-returned'];
const OVERDUE = ['claim-reported', 'claim-granted', 'claim-overdue'];

describe('the workflow’s clock is five minutes ahead: it asks too early, and waits', () => {
  test('an act in the last second is on the last day, and nothing is overdue', async () => {
    const it = await waiting();
    await workflowTo(it.claim, later(it.passes, APART_MS));
    expect(await rowOf(it.claim)).toMatchObject({ status: 'granted', overdue_on: null });
    await stand.year.moveToInstant(last(it));
    expect(await returnIt(it)).toMatchObject({ on: it.due });
    expect(namesOf(await agreed(it.claim))).toEqual(RETURNED);
  });

  test('an act in the first second is on the next day; nobody has recorded the deadline before it', async () => {
    const it = await waiting();
    await workflowTo(it.claim, later(it.passes, APART_MS));
    await stand.year.moveToInstant(first(it));
    expect(await returnIt(it)).toMatchObject({ on: addDays(it.due, 1) });
    expect(namesOf(await agreed(it.claim))).toEqual(RETURNED);
  });

  test('nobody acts: it is overdue when the database says so, and not before', async () => {
    const it = await waiting();
    await workflowTo(it.claim, later(it.passes, APART_MS));
    await stand.year.moveToInstant(later(it.passes, -10_000));
    await workflowTo(it.claim, later(it.passes, APART_MS + 2 * MINUTE_MS));
    expect(await rowOf(it.claim)).toMatchObject({ status: 'granted', overdue_on: null });
    await stand.year.moveToInstant(first(it));
    await workflowTo(it.claim, later(it.passes, APART_MS + 4 * MINUTE_MS));
    expect((await agreed(it.claim)).slice(1)).toEqual([
      ['claim-granted', expect.anything()],
      ['claim-overdue', addDays(it.due, 1)],
    ]);
  });
});

describe('the workflow’s clock is five minutes behind: it asks later', () => {
  test.each([
    ['last', last, 0],
    ['first', first, 1],
  ] as const)(
    'an act in the %s second is on its day; nobody has recorded the deadline before it',
    async (_, at, days) => {
      const it = await waiting();
      await workflowTo(it.claim, later(it.passes, -APART_MS));
      await stand.year.moveToInstant(at(it));
      expect(await returnIt(it)).toMatchObject({ on: addDays(it.due, days) });
      expect(namesOf(await agreed(it.claim))).toEqual(RETURNED);
      await workflowTo(it.claim, later(it.passes, APART_MS));
      expect(namesOf(await agreed(it.claim))).toEqual(RETURNED);
    },
  );

  test('nobody acts: it is recorded late, for the day on which it passed', async () => {
    const it = await waiting();
    await workflowTo(it.claim, later(it.passes, -APART_MS));
    await stand.year.moveToInstant(first(it));
    expect(await rowOf(it.claim)).toMatchObject({ overdue_on: null });
    await workflowTo(it.claim, later(it.passes, MINUTE_MS));
    const acts = await agreed(it.claim);
    expect(namesOf(acts)).toEqual(OVERDUE);
    expect(acts.at(-1)).toEqual(['claim-overdue', addDays(it.due, 1)]);
  });
});

test('an act and the deadline in the same moment, twelve times: one comes first, and all three say which', async () => {
  const orders = new Set<string>();
  for (let nth = 0; nth < 12; nth += 1) {
    const it = await waiting();
    await workflowTo(it.claim, later(it.passes, -MINUTE_MS));
    await stand.year.moveToInstant(first(it));
    const passed = workflowTo(it.claim, later(it.passes, MINUTE_MS));
    await new Promise((resolve) => setTimeout(resolve, nth * 4));
    await Promise.all([passed, returnIt(it)]);
    const names = namesOf(await agreed(it.claim));
    orders.add(names.join());
    expect([RETURNED, [...OVERDUE, 'claim-returned']]).toContainEqual(names);
  }
  process.stderr.write(`Orders that were seen: ${[...orders].join(' | ')}\n`);
});
