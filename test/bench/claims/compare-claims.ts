import { type ActName, type Flavour } from './officers';

export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
}

/** One side in one mode, over all rounds. Null is unknown, or does not exist on this side. */
export interface ModeFigures {
  readonly claims: number;
  /** From the first report to the answer of the last approval: what officers see. */
  readonly answeredPerSecond: number;
  readonly answeredPerSecondByRound: readonly number[];
  /** From the first report to the last payment. */
  readonly paidPerSecond: number;
  readonly paidPerSecondByRound: readonly number[];
  readonly processorMsPerClaim: number | null;
  readonly processorMsByProcess: Readonly<Record<string, number | null>>;
  readonly answersMs: Readonly<Record<ActName, Percentiles | null>>;
  readonly paidAfterMs: Percentiles | null;
  readonly eventsPerClaim: number;
  readonly workflowTasksPerClaim: number;
  readonly actToSignalMs: Percentiles | null;
  readonly actToTaskMs: Percentiles | null;
}

export interface SideFigures {
  readonly revision: string;
  readonly flavour: Flavour;
  /** What the stack uses with nothing to do; it is in the processor time of each claim, too. */
  readonly idleProcessorMsPerSecond: number | null;
  readonly rush: ModeFigures;
  readonly human: ModeFigures;
}

export interface BareFigures {
  readonly workflows: number;
  readonly workflowsPerSecond: number;
  readonly workflowsPerSecondByRound: readonly number[];
}

/** `release` is null when its commit is not to be had. */
export interface ClaimFigures {
  /** `busyBefore`: how many processors other work kept busy while the stacks had nothing to do. */
  readonly machine: { readonly processors: number; readonly busyBefore: number };
  readonly current: SideFigures;
  readonly release: SideFigures | null;
  /** The variant of one clock a cycle, when it was asked for. */
  readonly oneClock: SideFigures | null;
  readonly bare: BareFigures;
}

/** The current tree, for each of another side; null where one of both is unknown. */
export interface SideRatios {
  readonly rushAnsweredPerSecond: number | null;
  readonly rushPaidPerSecond: number | null;
  readonly rushProcessorPerClaim: number | null;
  readonly humanProcessorPerClaim: number | null;
  readonly rushEventsPerClaim: number | null;
  readonly humanEventsPerClaim: number | null;
  readonly rushWorkflowTasksPerClaim: number | null;
  readonly humanWorkflowTasksPerClaim: number | null;
}

export interface ClaimRatios {
  readonly release: SideRatios | null;
  readonly oneClock: SideRatios | null;
  /** Paid claims for each bare workflow, in the rush. */
  readonly currentToBare: number;
}

export function compareClaims({ current, release, oneClock, bare }: Omit<ClaimFigures, 'machine'>): ClaimRatios {
  return {
    release: release && compareSides(current, release),
    oneClock: oneClock && compareSides(current, oneClock),
    currentToBare: current.rush.paidPerSecond / bare.workflowsPerSecond,
  };
}

function compareSides(current: SideFigures, other: SideFigures): SideRatios {
  const ratio = (figure: (side: SideFigures) => number | null): number | null => {
    const [ours, theirs] = [figure(current), figure(other)];
    return ours === null || theirs === null ? null : ours / theirs;
  };
  return {
    rushAnsweredPerSecond: ratio(({ rush }) => rush.answeredPerSecond),
    rushPaidPerSecond: ratio(({ rush }) => rush.paidPerSecond),
    rushProcessorPerClaim: ratio(({ rush }) => rush.processorMsPerClaim),
    humanProcessorPerClaim: ratio(({ human }) => human.processorMsPerClaim),
    rushEventsPerClaim: ratio(({ rush }) => rush.eventsPerClaim),
    humanEventsPerClaim: ratio(({ human }) => human.eventsPerClaim),
    rushWorkflowTasksPerClaim: ratio(({ rush }) => rush.workflowTasksPerClaim),
    humanWorkflowTasksPerClaim: ratio(({ human }) => human.workflowTasksPerClaim),
  };
}

/** The least of the values that this share of them does not pass (nearest rank); null of none. */
export function percentile(values: readonly number[], share: number): number | null {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? null;
}

export function percentiles(values: readonly number[]): Percentiles | null {
  const [p50, p95] = [percentile(values, 0.5), percentile(values, 0.95)];
  return p50 === null || p95 === null ? null : { p50, p95 };
}

/** Null when one of them is unknown. */
export function sum(values: readonly (number | null)[]): number | null {
  return values.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
}
