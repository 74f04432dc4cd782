import { agreementWorkflowId } from '@kerjasama/agreement/contract';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { nextDueQuery, type StageNow, waitsForQuery } from '@kerjasama/temporal/in-workflow/stage';
import { type Client, QueryNotRegisteredError, WorkflowNotFoundError } from '@temporalio/client';
import {
  type CycleClosed,
  type CycleNow,
  cycleNowQuery,
  type CycleStage,
  cycleWorkflowId,
  type RunAnnualCycle,
} from './contract';

/** One piece of work that waits: the running stage, and the addendum under signature beside it. */
export interface Waiting extends StageNow {
  readonly workflow: string;
}

/** What Temporal knows of a year that the tables do not: the running stage and its waits. */
export interface CycleRunning {
  readonly outcome: CycleClosed['outcome'] | 'running' | 'failed';
  readonly stage: CycleStage | null;
  readonly waits: readonly Waiting[];
  /** The next day on which something happens by itself; null when only a person can go on. */
  readonly nextDue: PlainDate | null;
}

/**
 * Asks the cycle's workflow, and the workflows that it waits for.
 * @param lastDocument the newest document of the agreement: an addendum is signed while the budget waits for it
 */
export async function readRunning(temporal: Client, cycle: CycleRef, lastDocument: number): Promise<CycleRunning> {
  const handle = temporal.workflow.getHandle<RunAnnualCycle>(cycleWorkflowId(cycle));
  const { status } = await handle.describe();
  if (status.name === 'COMPLETED') {
    const { outcome } = await handle.result();
    return { outcome, stage: null, waits: [], nextDue: null };
  }
  if (status.name !== 'RUNNING') return { outcome: 'failed', stage: null, waits: [], nextDue: null };
  const now: CycleNow = await handle.query(cycleNowQuery);
  if (now.workflow === null) return { outcome: 'running', stage: now.stage, waits: [], nextDue: null };
  const leaf = await readWaiting(temporal, now.workflow);
  const signing = leaf?.waiting.status === 'addendum-signing';
  const addendum = signing ? await readWaiting(temporal, agreementWorkflowId(cycle, lastDocument)) : null;
  const waits = [leaf, addendum].flatMap((found) => (found === null ? [] : [found.waiting]));
  const dues = [leaf, addendum].flatMap((found) => found?.due ?? []);
  return { outcome: 'running', stage: now.stage, waits, nextDue: dues.sort().at(0) ?? null };
}

async function readWaiting(
  temporal: Client,
  workflow: string,
): Promise<{ waiting: Waiting; due: PlainDate | null } | null> {
  const handle = temporal.workflow.getHandle(workflow);
  try {
    const [now, due] = await Promise.all([handle.query(waitsForQuery), handle.query(nextDueQuery)]);
    return { waiting: { ...now, workflow }, due };
  } catch (error) {
    // A child that has not run its first task yet has nothing to say.
    if (error instanceof WorkflowNotFoundError || error instanceof QueryNotRegisteredError) return null;
    throw error;
  }
}
