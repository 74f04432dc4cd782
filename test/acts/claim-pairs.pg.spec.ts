import { OPEN_STATUSES } from '@kerjasama/claims/rules/lifecycle';
import { addDays, addMonths } from '@kerjasama/kernel/plain-date';
import { BEGINS, ClaimsYear } from '../support/claims-year';
import { allowedPairs, isTimed, type Pair, WAYS } from './allowed-acts';
import { eachOf, meet, type Meeting, type Met } from './meet';
import { reachStatus } from './reach-status';

jest.setTimeout(600_000);

/** Rounds of each pair by how many are in flight; `CLAIM_PAIR_ROUNDS` sets them all. */
const ROUNDS: Readonly<Record<number, number>> = { 2: 50, 5: 50, 12: 20, 20: 20 };
const roundsOf = (inFlight: number): number => Number(process.env['CLAIM_PAIR_ROUNDS'] ?? ROUNDS[inFlight]);

const CONNECTIONS = 40;
const ALL_DAYS_HAVE_PASSED = addDays(addMonths(BEGINS, 60), 1);

const PAIRS = allowedPairs();

/** What must have been answered to somebody, so that the claims did meet their callers. */
const ANSWERS = [
  ...['accepted', 'ACT_OUT_OF_ORDER', 'ALREADY_EXISTS', 'DEATH_ALREADY_CLAIMED', 'EVENT_ALREADY_CLAIMED'],
  ...['done', 'moved-on', 'not-yet'],
];

let references = 0;

/** As many claims as there are rounds, each brought to the status of its pair. */
function gather(year: ClaimsYear, pairs: readonly Pair[], inFlight: number, rounds: number): Promise<Meeting[]> {
  const wanted = pairs.flatMap((pair) => Array.from({ length: rounds }, () => pair));
  return eachOf(wanted, 20, async (pair) => {
    const seen = await reachStatus(year, pair.status, `r${(references += 1)}`);
    return { pair, inFlight, seen };
  });
}

/** As many at once as there are connections. */
async function meetAll(year: ClaimsYear, meetings: readonly Meeting[]): Promise<Met> {
  const inFlight = meetings[0]?.inFlight ?? 1;
  const met = await eachOf(meetings, Math.floor(CONNECTIONS / inFlight), (each) => meet(year, each));
  return { faults: met.flatMap(({ faults }) => faults), answers: met.flatMap(({ answers }) => answers) };
}

test('the pairs come from the definitions: every status that leads on, every act', () => {
  const statuses = [...new Set(PAIRS.map(({ status }) => status))];
  expect(statuses).toEqual(['new', ...OPEN_STATUSES]);
  expect(new Set(PAIRS.flatMap(({ ways }) => ways))).toEqual(new Set(WAYS));
  expect(statuses.map((status) => PAIRS.filter((pair) => pair.status === status).length)).toEqual([
    6, 15, 15, 21, 3, 6, 6,
  ]);
});

test.each([2, 5, 12, 20])('every pair of acts, %i in flight: the result is that of some order', async (inFlight) => {
  const year = await ClaimsYear.open(CONNECTIONS);
  try {
    const rounds = roundsOf(inFlight);
    // A step that waits for a day is asked for before it, and more often after it.
    const before = Math.ceil(rounds / 5);
    const untimed = PAIRS.filter((pair) => !isTimed(pair));
    const timed = PAIRS.filter(isTimed);
    const met = [await meetAll(year, await gather(year, untimed, inFlight, rounds))];
    met.push(await meetAll(year, await gather(year, timed, inFlight, before)));
    const late = await gather(year, timed, inFlight, Math.max(1, rounds - before));
    await year.moveTo(ALL_DAYS_HAVE_PASSED);
    met.push(await meetAll(year, late));
    expect(met.flatMap(({ faults }) => faults)).toEqual([]);
    expect([...new Set(met.flatMap(({ answers }) => answers))]).toEqual(expect.arrayContaining(ANSWERS));
  } finally {
    await year.close();
  }
});

test('without the locks of act.open, acts meet that no order explains, and the oracle finds them', async () => {
  const year = await ClaimsYear.open(CONNECTIONS);
  try {
    const late = await gather(year, PAIRS.filter(isTimed), 12, 3);
    const early = await gather(year, PAIRS, 12, 3);
    await openWithoutLocks(year);
    const { faults } = await meetAll(year, early);
    await year.moveTo(ALL_DAYS_HAVE_PASSED);
    const all = [...faults, ...(await meetAll(year, late)).faults];
    const isError = (fault: string) => fault.includes('was answered by an error');
    // Most are stopped by the keys and triggers of the schema, and their callers see an error; some are written.
    expect(all.filter(isError)).not.toEqual([]);
    expect(all.filter((fault) => !isError(fault))).not.toEqual([]);
  } finally {
    await year.close();
  }
});

/** Plants the fault: the function as it is, but nobody waits for anybody. */
async function openWithoutLocks(year: ClaimsYear): Promise<void> {
  const superuser = year.database.pool('superuser');
  const { rows } = await superuser.query<{ source: string }>(
    `select pg_get_functiondef('act.open(text, text, text, text, text[])'::regprocedure) as source`,
  );
  const source = rows[0]?.source ?? '';
  const planted = source.replaceAll(' for update', '').replaceAll('pg_advisory_xact_lock(', 'abs(');
  expect(source.length - planted.length).toBe(
    2 * (' for update'.length + 'pg_advisory_xact_lock'.length - 'abs'.length),
  );
  await superuser.query(planted);
}
