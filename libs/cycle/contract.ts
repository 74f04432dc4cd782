import { type DraftAgreement } from '@kerjasama/agreement/contract';
import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { defineQuery } from '@temporalio/workflow';

/** The parent story of one year of one agreement. */
export const RUN_ANNUAL_CYCLE = 'runAnnualCycle';
export type RunAnnualCycle = (input: RunAnnualCycleInput) => Promise<CycleClosed>;

export function cycleWorkflowId(cycle: CycleRef): string {
  return `cycle/${cycle.agreement}/${cycle.year}`;
}

/** A start carries its first act: the draft of the agreement. */
export interface RunAnnualCycleInput {
  readonly cycle: CycleRef;
  readonly draft: SignedAct<DraftAgreement>;
}

export const CYCLE_STAGES = ['agreement', 'budget', 'enrolment', 'premium', 'renewal'] as const;
export type CycleStage = (typeof CYCLE_STAGES)[number];

/** A year ends closed, or at the stage that did not come about. */
export interface CycleClosed {
  readonly outcome: 'closed' | `ended-at-${CycleStage}`;
  readonly closedOn: PlainDate;
}

/** Where the year stands: the stages that are over, with how they ended, and the one that runs. */
export interface CycleNow {
  readonly stage: CycleStage | null;
  /** The workflow that takes the acts of the running stage. */
  readonly workflow: string | null;
  readonly since: PlainDate;
  readonly done: readonly { readonly stage: CycleStage; readonly outcome: string; readonly closedOn: PlainDate }[];
}

export const cycleNowQuery = defineQuery<CycleNow>('cycleNow');
