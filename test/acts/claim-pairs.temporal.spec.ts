import { isDeepStrictEqual } from 'node:util';
import { ACT_RECORDED, type SubjectRead } from '@kerjasama/act/contract';
import { OPEN_STATUSES } from '@kerjasama/claims/rules/lifecycle';
import { untilAllNotified } from '@kerjasama/rehearsal/time/all-notified';
import { type WorkflowHandle, WorkflowNotFoundError } from '@temporalio/client';
import { type ClaimsStand, startClaimsStand } from '../support/claims-stand';
import { eventually } from '../support/eventually';
import { allowedPairs } from './allowed-acts';
import { eachOf, meet } from './meet';
import { type SubjectRow } from './order-model';
import { reachStatus } from './reach-status';
import { readTables } from './read-tables';

jest.setTimeout(180_000);

/** More workflows that start at once would keep two cores from answering anybody. */
const BATCH = 8;

let stand: ClaimsStand;

beforeAll(async () => {
  stand = await startClaimsStand();
});

afterAll(() => stand.stop());

/*
 * No workflow starts while the claims are brought to their statuses. Then the workflows start while the callers are
 * there, and act beside them: they send orders to the bank and ask it.
 */
test('every pair of acts, 2 and 12 in flight: some order explains it, and the workflow has read what the tables say', async () => {
  const { year } = stand;
  const wanted = allowedPairs().flatMap((pair) => [2, 12].map((inFlight) => ({ pair, inFlight })));
  const faults: string[] = [];
  for (let from = 0; from < wanted.length; from += BATCH) {
    await stand.stopRelay();
    const meetings = await eachOf([...wanted.slice(from, from + BATCH).entries()], BATCH, async ([nth, each]) => {
      return { ...each, seen: await reachStatus(year, each.pair.status, `t${from + nth}`) };
    });
    stand.startRelay();
    for (const met of await eachOf(meetings, 2, (each) => meet(year, each, true))) faults.push(...met.faults);
    await untilAllNotified(year.deps.pool, 60_000);
  }
  expect(faults).toEqual([]);
  const claims = await reportedClaims();
  expect(claims).toHaveLength(wanted.length);
  const unread = await eachOf(claims, 8, differenceOf);
  expect(unread.flat()).toEqual([]);
});

async function reportedClaims(): Promise<string[]> {
  const { rows } = await stand.year.deps.pool.query<{ subject: string }>(`select subject from act.subject`);
  return rows.map(({ subject }) => subject);
}

const isOpen = ({ status }: SubjectRow): boolean => OPEN_STATUSES.some((open) => open === status);

async function rowOf(subject: string): Promise<SubjectRow> {
  const { row } = (await readTables(stand.year.deps.pool, [subject])).get(subject) ?? {};
  if (!row) throw new Error(`There is no ${subject}`);
  return row;
}

/** What the workflow has read last and the tables do not say, when it has nothing more to do. */
async function differenceOf(subject: string): Promise<string[]> {
  const handle = stand.temporal.client.workflow.getHandle(subject);
  const first = await rowOf(subject);
  // What is over before the relay comes to it needs no workflow.
  if (!(await isStarted(handle))) return isOpen(first) ? [`No workflow follows ${subject}`] : [];
  // A step sends no signal, because only the workflow asks for it; here others did.
  await handle.signal(ACT_RECORDED, first.number, first.act).catch(() => undefined);
  let last = `${subject} answers nothing`;
  try {
    await eventually(async () => {
      const read = await handle.query<SubjectRead | null>('subject').catch(() => null);
      const row = await rowOf(subject);
      const { status } = await handle.describe();
      last = `${subject}, ${status.name}: ${JSON.stringify(read)} instead of ${JSON.stringify(row)}`;
      const same = isDeepStrictEqual(waitOf(read), waitOf(row));
      return (same && (status.name === 'RUNNING') === isOpen(row)) || undefined;
    });
    return [];
  } catch {
    return [last];
  }
}

async function isStarted(handle: WorkflowHandle): Promise<boolean> {
  try {
    await handle.describe();
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

function waitOf(read: Omit<SubjectRow, 'act'> | null): unknown {
  if (read === null) return null;
  const { status, number, version, since, due, overdueOn, endsOn } = read;
  return { status, number, version, since, due, overdueOn, endsOn };
}
