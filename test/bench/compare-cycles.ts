import { type CycleRun } from './bench-cycle';

/** What a stage's work grows with: the members, the claims (four of 1,000 members), or the acts of the year, which are the same at any size. */
export type GrowsWith = 'members' | 'claims' | 'acts' | 'everything';

/** One stage at every size. */
export interface StageComparison {
  readonly stage: string;
  readonly growsWith: GrowsWith;
  /** Milliseconds, and how many plain COPYs of the same roster would have fitted into them. */
  readonly at: readonly { readonly size: number; readonly ms: number; readonly copies: number }[];
  /** How much longer each size took than the one before it, for each time more members: at most 1 is no faster than the members. */
  readonly growth: readonly number[];
}

export interface Comparison {
  readonly sizes: readonly number[];
  readonly copyMs: readonly number[];
  readonly stages: readonly StageComparison[];
  readonly workerPeakBytes: readonly (number | null)[];
  readonly largestHistory: readonly number[];
}

const GROWS_WITH: Readonly<Record<string, GrowsWith>> = {
  agreement: 'acts',
  budget: 'acts',
  enrolment: 'members',
  premium: 'acts',
  claims: 'claims',
  renewal: 'acts',
  time: 'acts',
  verify: 'members',
  total: 'everything',
};

/** Lays the runs side by side, stage by stage. The runs come in ascending sizes, all with the same stages. */
export function compareCycles(runs: readonly CycleRun[]): Comparison {
  const stages = Object.keys(runs[0]?.stagesMs ?? {});
  return {
    sizes: runs.map(({ size }) => size),
    copyMs: runs.map(({ copyMs }) => copyMs),
    stages: stages.map((stage) => compareStage(stage, runs)),
    workerPeakBytes: runs.map(({ workerPeakBytes }) => workerPeakBytes),
    largestHistory: runs.map(({ largestHistory }) => largestHistory),
  };
}

function compareStage(stage: string, runs: readonly CycleRun[]): StageComparison {
  const at = runs.map(({ size, copyMs, stagesMs }) => {
    const ms = stagesMs[stage] ?? 0;
    return { size, ms, copies: ms / copyMs };
  });
  const growth = at.slice(1).map((larger, nth) => {
    const smaller = at[nth] ?? larger;
    return larger.ms / smaller.ms / (larger.size / smaller.size);
  });
  return { stage, growsWith: GROWS_WITH[stage] ?? 'everything', at, growth };
}
