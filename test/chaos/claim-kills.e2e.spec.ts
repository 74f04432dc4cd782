import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { chooseAgencies } from '@kerjasama/agencies/choose-agencies';
import { type Bank } from '@kerjasama/agencies/bank';
import { type Random, rowRandom } from '@kerjasama/enrolment/sample/random';
import { verifyJournal } from '@kerjasama/journal/verify';
import { untilAllNotified } from '@kerjasama/rehearsal/time/all-notified';
import { isGoneWithin } from '@kerjasama/stack/processes/end-process';
import { findProcess } from '@kerjasama/stack/processes/process-identity';
import { type ProcessStatus } from '@kerjasama/stack/supervisor/managed-process';
import { type Pool } from 'pg';
import { StackClaims } from '../support/stack-claims';
import { stackUnderTest } from '../support/stack-under-test';
import { judgeClaims, judgeWorkflows } from './claim-oracle';
import { planClaim, playClaim, type PlannedClaim } from './claim-plays';
import { openTransactions, slowActs, slowDown, speedUp } from './slow-acts';

/*
 * Fifty times (`KERJASAMA_CHAOS_KILLS`) a process is killed while claims are in flight. Every claim must come to its own end, with
 * its own sum, once.
 */

jest.setTimeout(900_000);

/** One number decides who does what, and when somebody is killed. */
const CHAOS_SEED = Number(process.env['KERJASAMA_CHAOS_SEED'] ?? 7);
const SEEDS = Number(process.env['KERJASAMA_CHAOS_KILLS'] ?? 50);
const CLAIMS_A_SEED = 3;
/** A supervisor waits longer after each death of a process; a new one has forgotten them. */
const SEEDS_A_SUPERVISOR = 10;
const SLOWEST_SECONDS = 0.03;

const VICTIMS = ['api', 'worker', 'temporal'] as const;
type Victim = (typeof VICTIMS)[number];

/** A process was killed, and what its own transactions were at then (Temporal's: those of the API). */
interface Kill {
  readonly victim: Victim;
  readonly moments: readonly string[];
}

const running = stackUnderTest('06-15');
const planned: PlannedClaim[] = [];
const kills: Kill[] = [];
let claims: StackClaims;
let superuser: Pool;
let bank: Bank;

beforeAll(async () => {
  superuser = running.database('superuser');
  claims = await StackClaims.open(running, 'PKS-KILLS', SEEDS * CLAIMS_A_SEED);
  bank = chooseAgencies(undefined, running.stack.folders.simulation).bank;
  await slowActs(superuser);
  for (const at of ['act', 'commit'] as const) await slowDown(superuser, '*', at, SLOWEST_SECONDS);
});

async function statusOf(victim: Victim): Promise<ProcessStatus | undefined> {
  return (await running.stack.status())?.processes.find(({ name }) => name === victim);
}

/** Waits until the process runs and answers. @returns its pid */
async function untilReady(victim: Victim, not?: number): Promise<number> {
  for (const patienceEnds = performance.now() + 60_000; performance.now() < patienceEnds;) {
    const { state, pid } = (await statusOf(victim)) ?? {};
    if (state === 'ready' && pid !== undefined && pid !== not) return pid;
    await pause(50);
  }
  throw new Error(`${victim} does not come back`);
}

const LONGEST_WATCH_MS = 6_000;
/** How long after an act was seen; the acts of the worker are short. */
const LATER_MS: Readonly<Record<Victim, number>> = { api: 30, worker: 8, temporal: 60 };

/** Kills it close to a commit: its own, or for one that commits nothing, one that it will be told of. */
async function kill(victim: Victim, pid: number, random: Random): Promise<void> {
  const application = victim === 'worker' && random.below(3) > 0 ? 'kerjasama-worker' : 'kerjasama-api';
  const skipped = random.below(4);
  const laterMs = random.below(LATER_MS[victim]);
  const patienceEnds = performance.now() + LONGEST_WATCH_MS;
  for (let seen = 0; seen <= skipped && performance.now() < patienceEnds;) {
    if ((await openTransactions(superuser, application)).length > 0) seen += 1;
    await pause(3);
  }
  await pause(laterMs);
  const own = victim === 'worker' ? 'kerjasama-worker' : 'kerjasama-api';
  const moments = await openTransactions(superuser, own);
  process.kill(pid, 'SIGKILL');
  kills.push({ victim, moments });
}

/** One seed's claims begin, and one process is killed meanwhile. @returns the claims, which go on */
async function playSeed(seed: number, victim: Victim): Promise<Promise<unknown>[]> {
  const random = rowRandom(CHAOS_SEED, seed);
  const ours = Array.from({ length: CLAIMS_A_SEED }, (_, nth) =>
    planClaim(claims, `seed-${seed}-${nth}`, seed * CLAIMS_A_SEED + nth + 1, random),
  );
  planned.push(...ours);
  const pid = await untilReady(victim);
  const plays = ours.map((each) => playClaim(claims, bank, each));
  for (const play of plays) play.catch(() => undefined); // looked at when all have ended
  await kill(victim, pid, random);
  await untilReady(victim, pid);
  return plays;
}

/** Each process has its own row of seeds, so that more than one may be away at once. */
async function playSeeds(first: number): Promise<Promise<unknown>[]> {
  const seeds = Array.from({ length: Math.min(SEEDS_A_SUPERVISOR, SEEDS - first) }, (_, nth) => first + nth);
  const rows = VICTIMS.map(async (victim, row) => {
    const plays: Promise<unknown>[] = [];
    for (const seed of seeds) if (seed % VICTIMS.length === row) plays.push(...(await playSeed(seed, victim)));
    return plays;
  });
  return (await Promise.all(rows)).flat();
}

async function replaceSupervisor(): Promise<void> {
  const status = await running.stack.status();
  if (status === undefined) throw new Error('No supervisor runs');
  const supervisor = findProcess(status.pid);
  process.kill(status.pid, 'SIGKILL');
  if (supervisor !== undefined) await isGoneWithin(supervisor, 10_000);
  await running.stack.up();
}

test(`${SEEDS} kills beside acts: every claim ends as planned, with its sum, once`, async () => {
  const plays: Promise<unknown>[] = [];
  for (let first = 0; first < SEEDS; first += SEEDS_A_SUPERVISOR) {
    if (first > 0) await replaceSupervisor();
    plays.push(...(await playSeeds(first)));
  }
  process.stderr.write(`${summaryOf(kills)}; ${claims.repeats} requests were sent again\n`);
  await Promise.all(plays);
  await speedUp(superuser);
  expect(kills).toHaveLength(SEEDS);
  expect(await judgeClaims(superuser, planned)).toEqual([]);
});

test('the totals are the plan’s, the bank has paid each claim once, and nobody was refused', async () => {
  const paid = planned.filter(({ story: { ends } }) => ends === 'paid');
  const amount = paid.reduce((sum, each) => sum + each.amount, 0);
  const count = (...ends: string[]) => planned.filter(({ story }) => ends.includes(story.ends)).length;
  expect((await claims.list())['totals']).toEqual({
    ...{ reported: planned.length, paid: paid.length, amount: String(amount) },
    ...{ refused: count('refused'), withdrawn: count('withdrawn'), lapsed: 0 },
    open: count('reported', 'granted', 'returned'),
  });
  expect(readdirSync(running.stack.folders.simulation)).toHaveLength(paid.length);
  const { rows } = await superuser.query(`select payload from journal.act where act = 'act-refused'`);
  expect(rows).toEqual([]);
});

test('every workflow was told and has read; none runs for a claim that is over, and none is missing', async () => {
  await untilAllNotified(superuser, 30_000);
  const temporal = await running.temporal('sealed');
  let faults = await judgeWorkflows(superuser, temporal, planned);
  // A workflow task that died with its worker is given to the next one after ten seconds.
  for (let tries = 0; tries < 60 && faults.length > 0; tries += 1) {
    await pause(500);
    faults = await judgeWorkflows(superuser, temporal, planned);
  }
  expect(faults).toEqual([]);
});

test('everything that was done is proven', async () => {
  expect(await verifyJournal(running.database('auditor'))).toMatchObject({ proven: true });
});

function summaryOf(all: readonly Kill[]): string {
  return VICTIMS.map((victim) => {
    const own = all.filter((each) => each.victim === victim);
    const within = (moment: string) => own.filter(({ moments }) => moments.includes(moment)).length;
    const none = own.filter(({ moments }) => moments.length === 0).length;
    return `${victim}: ${own.length} kills, ${within('committing')} in a commit, ${within('acting')} in a statement, ${within('idle')} between statements, ${none} beside`;
  }).join('; ');
}
