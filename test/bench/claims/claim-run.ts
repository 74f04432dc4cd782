import { setTimeout as pause } from 'node:timers/promises';
import { type ModeFigures, percentiles, sum } from './compare-claims';
import { type ClaimHistory, readHistories } from './histories';
import { inLanes, type Pace } from './lanes';
import { PaymentWatch } from './payment-watch';
import { actOnClaim, type SettledClaim } from './officers';
import { type ProcessorTimes, type Side } from './side';

/** One run of one side: so many claims, each from its report to its payment. */
export interface ClaimRun {
  /** From the first report to the answer of the last approval. */
  readonly answeredMs: number;
  /** To the last payment. */
  readonly paidMs: number;
  readonly settled: readonly SettledClaim[];
  readonly processorMs: ProcessorTimes;
  readonly histories: readonly ClaimHistory[];
}

export interface RunWish {
  readonly claims: number;
  readonly pace: Pace;
  /** Of how many claims the histories are read. */
  readonly sample: number;
}

/** A claim that is paid may still have work to do: its workflow ends, its signal is ticked off. */
const SETTLES_WITHIN_MS = 1_000;

export async function runClaims(side: Side, { claims, pace, sample }: RunWish): Promise<ClaimRun> {
  const first = side.claimed;
  side.claimed += claims;
  const before = side.processorMs();
  const begun = performance.now();
  const watch = new PaymentWatch(side);
  await inLanes(claims, pace, async (nth) => {
    const nik = side.covered.niks[first + nth];
    if (nik === undefined) throw new Error(`${side.name} has too few workers for claim ${first + nth}`);
    const wish = { reference: String(first + nth).padStart(6, '0'), nik, pauseMs: pace.pauseMs };
    watch.follow(await actOnClaim(side, wish));
  });
  const answeredMs = performance.now() - begun;
  const settled = await watch.allPaid();
  const paidMs = performance.now() - begun;
  await pause(SETTLES_WITHIN_MS);
  const processorMs = usedSince(before, side.processorMs());
  return { answeredMs, paidMs, settled, processorMs, histories: await readHistories(side, sampleOf(settled, sample)) };
}

/** Processor milliseconds a second of a stack that nobody asks anything. */
export async function measureIdle(side: Side, seconds: number): Promise<number | null> {
  const before = side.processorMs();
  await pause(seconds * 1000);
  const used = sum(Object.values(usedSince(before, side.processorMs())));
  return used === null ? null : used / seconds;
}

/** The runs of one side in one mode as one. */
export function toModeFigures(runs: readonly ClaimRun[]): ModeFigures {
  const settled = runs.flatMap((run) => run.settled);
  const histories = runs.flatMap((run) => run.histories);
  const noticed = histories.flatMap((history) => history.noticed);
  const answeredMs = sum(runs.map((run) => run.answeredMs)) ?? 0;
  const paidMs = sum(runs.map((run) => run.paidMs)) ?? 0;
  const processes = Object.keys(runs[0]?.processorMs ?? {});
  const processorMsByProcess = Object.fromEntries(
    processes.map((name) => {
      const used = sum(runs.map((run) => run.processorMs[name] ?? null));
      return [name, used === null ? null : used / settled.length];
    }),
  );
  const answers = (act: keyof ModeFigures['answersMs']) => percentiles(settled.map(({ answersMs }) => answersMs[act]));
  return {
    claims: settled.length,
    answeredPerSecond: (settled.length / answeredMs) * 1000,
    answeredPerSecondByRound: runs.map((run) => (run.settled.length / run.answeredMs) * 1000),
    paidPerSecond: (settled.length / paidMs) * 1000,
    paidPerSecondByRound: runs.map((run) => (run.settled.length / run.paidMs) * 1000),
    processorMsPerClaim: sum(Object.values(processorMsByProcess)),
    processorMsByProcess,
    answersMs: { report: answers('report'), decide: answers('decide'), approve: answers('approve') },
    paidAfterMs: percentiles(settled.map(({ paidAfterMs }) => paidAfterMs)),
    eventsPerClaim: mean(histories.map(({ events }) => events)),
    workflowTasksPerClaim: mean(histories.map(({ workflowTasks }) => workflowTasks)),
    actToSignalMs: percentiles(noticed.map(({ announcedMs }) => announcedMs)),
    actToTaskMs: percentiles(noticed.map(({ taskMs }) => taskMs)),
  };
}

function usedSince(before: ProcessorTimes, after: ProcessorTimes): ProcessorTimes {
  const used = ([name, then]: [string, number | null]): [string, number | null] => {
    const now = after[name] ?? null;
    return [name, then === null || now === null ? null : now - then];
  };
  return Object.fromEntries(Object.entries(before).map(used));
}

/** Evenly over all of them, in the order in which they were paid. */
function sampleOf(settled: readonly SettledClaim[], size: number): string[] {
  const step = Math.max(1, Math.floor(settled.length / size));
  return settled
    .filter((_, nth) => nth % step === 0)
    .slice(0, size)
    .map(({ claim }) => claim);
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
