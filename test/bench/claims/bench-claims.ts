import { cpus } from 'node:os';
import { packageRoot } from '@kerjasama/stack/package-root';
import { type Bare, openBare } from './bare-run';
import { measureBusy } from './busy-machine';
import { type ClaimRun, measureIdle, runClaims, toModeFigures } from './claim-run';
import { type BareFigures, type ClaimFigures, type SideFigures } from './compare-claims';
import { oneClockSupervisor, setUpOneClock } from './one-clock/set-up';
import { buildTree, describeTree, findCommit } from './release-tree';
import { openSide, type Side, type SideWish } from './side';
import { type Undo } from './undo';

export interface ClaimsWish {
  /** The revision that this tree is set beside. */
  readonly release: string;
  /** Each has its turn so often: short turns, as other work on the machine comes and goes. */
  readonly rounds: number;
  /** Of each side, in all rounds together. */
  readonly rushClaims: number;
  readonly humanClaims: number;
  /** Whether the variant of one clock a cycle is measured, too. */
  readonly oneClock: boolean;
}

/** As many acts at once as two cores take. */
const RUSH = { inFlight: 12, pauseMs: 0 } as const;
/** Nothing of one claim meets; with so many in flight the machine has some ten claims a second to do. */
const HUMAN = { inFlight: 50, pauseMs: 2_500 } as const;
const WARM_UP = 48;
const SAMPLE = 50;
const IDLE_SECONDS = 5;

/** One of those that are compared, with what each round adds to it. */
interface Contender {
  readonly side: Side;
  readonly revision: string;
  idle: number | null;
  readonly rush: ClaimRun[];
  readonly human: ClaimRun[];
}

/** What each has to do in one round. */
interface Turn {
  readonly rush: number;
  readonly human: number;
  /** Of how many claims the histories are read. */
  readonly sample: number;
}

function turnOf({ rounds, rushClaims, humanClaims }: ClaimsWish): Turn {
  const share = (all: number) => Math.ceil(all / rounds);
  return { rush: share(rushClaims), human: share(humanClaims), sample: share(SAMPLE) };
}

/** This tree, the release, and the bare workflow, in turns; each second round in the reverse order. */
export async function benchClaims(wish: ClaimsWish, undo: Undo, say: (line: string) => void): Promise<ClaimFigures> {
  const turn = turnOf(wish);
  const commit = await findCommit(wish.release);
  if (commit === null) say(`${wish.release} is not in this repository (a shallow clone?): its figures are left out`);
  else say(`${wish.release} is built from the history`);
  const releaseRoot = commit === null ? null : await buildTree(commit, undo);
  const members = WARM_UP + wish.rounds * (turn.rush + turn.human);
  const contend = async (name: string, by: SideWish['by'], revision: string): Promise<Contender> => {
    say(`${name}: the stack comes up`);
    const side = await openSide({ name, by, members }, undo);
    return { side, revision, idle: null, rush: [], human: [] };
  };
  const tree = await describeTree();
  const current = await contend('current', { root: packageRoot() }, tree);
  const release =
    commit === null || releaseRoot === null ? null : await contend('release', { root: releaseRoot }, commit);
  const oneClock = wish.oneClock ? await contend('one clock', { supervisor: oneClockSupervisor() }, tree) : null;
  if (oneClock !== null) await setUpOneClock(oneClock.side, oneClock.side.covered);
  const bare = await openBare(current.side.temporal, current.side.urls().temporalAddress, undo);
  const bareMs: number[] = [];
  const contenders = [current, release, oneClock].filter((each) => each !== null);
  await warmUp(contenders, bare, say);
  const busyBefore = await measureBusy(IDLE_SECONDS);
  for (let round = 1; round <= wish.rounds; round += 1) {
    const inTurn = round % 2 === 1 ? contenders : [...contenders].reverse();
    for (const contender of inTurn) await runRush(contender, turn, say);
    bareMs.push(await bare.run(turn.rush, RUSH.inFlight));
    say(`bare: ${turn.rush} workflows in ${Math.round(bareMs.at(-1) ?? 0)} ms`);
    for (const contender of inTurn) await runHuman(contender, turn, say);
  }
  return {
    machine: { processors: cpus().length, busyBefore },
    current: toSideFigures(current),
    release: release && toSideFigures(release),
    oneClock: oneClock && toSideFigures(oneClock),
    bare: toBareFigures(bareMs, turn.rush),
  };
}

async function warmUp(contenders: readonly Contender[], bare: Bare, say: (line: string) => void): Promise<void> {
  for (const contender of contenders) {
    await runClaims(contender.side, { claims: WARM_UP, pace: RUSH, sample: 0 });
    contender.idle = await measureIdle(contender.side, IDLE_SECONDS);
    say(`${contender.side.name}: warm, and idle at ${String(contender.idle)} processor ms a second`);
  }
  await bare.run(WARM_UP, RUSH.inFlight);
}

async function runRush({ side, rush }: Contender, turn: Turn, say: (line: string) => void): Promise<void> {
  const run = await runClaims(side, { claims: turn.rush, pace: RUSH, sample: turn.sample });
  rush.push(run);
  say(
    `${side.name}: ${turn.rush} claims in a rush answered in ${Math.round(run.answeredMs)} ms, paid in ${Math.round(run.paidMs)} ms`,
  );
}

async function runHuman({ side, human }: Contender, turn: Turn, say: (line: string) => void): Promise<void> {
  const run = await runClaims(side, { claims: turn.human, pace: HUMAN, sample: turn.sample });
  human.push(run);
  say(`${side.name}: ${turn.human} claims at human pace in ${Math.round(run.paidMs)} ms`);
}

function toSideFigures({ revision, idle, rush, human }: Contender): SideFigures {
  return {
    revision,
    flavour: rush[0]?.settled[0]?.flavour ?? '0.1.0',
    idleProcessorMsPerSecond: idle,
    rush: toModeFigures(rush),
    human: toModeFigures(human),
  };
}

function toBareFigures(runsMs: readonly number[], workflows: number): BareFigures {
  const total = runsMs.reduce((sum, ms) => sum + ms, 0);
  return {
    workflows: workflows * runsMs.length,
    workflowsPerSecond: ((workflows * runsMs.length) / total) * 1000,
    workflowsPerSecondByRound: runsMs.map((ms) => (workflows / ms) * 1000),
  };
}
