import { type Reads } from '@kerjasama/database/pool';
import { tsToMs } from '@temporalio/common/lib/time';
import { type Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { claimWorkflowId } from '@kerjasama/claims/contract';
import { claimId } from '@kerjasama/kernel/ids';

/** An event of a history: its kind, and when it was written, in milliseconds since 1970. */
export interface TimedEvent {
  readonly type: number;
  readonly at: number;
}

/** What one claim cost the engine. */
export interface ClaimHistory {
  readonly events: number;
  readonly workflowTasks: number;
  /** For each act that a start or a signal announced. */
  readonly noticed: readonly Noticed[];
}

/** Milliseconds from the record of an act to the start or signal that announces it, and to the workflow task that follows. */
export interface Noticed {
  readonly announcedMs: number;
  readonly taskMs: number;
}

const { EventType } = temporal.api.enums.v1;
export const STARTED: number = EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED;
export const SIGNALED: number = EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED;
export const TASK_STARTED: number = EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED;
export const TASK_COMPLETED: number = EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED;

/** Acts of people; what the workflow itself records, as the payment, announces nothing. */
const ACTS_OF_PEOPLE = ['claim-reported', 'claim-granted', 'claim-approved'];

/** Reads the histories of some claims, and the acts of them. */
export async function readHistories(
  { temporal, superuser }: { readonly temporal: Client; readonly superuser: Reads },
  claims: readonly string[],
): Promise<ClaimHistory[]> {
  const read: ClaimHistory[] = [];
  for (const claim of claims) {
    const { events } = await temporal.workflow.getHandle(claimWorkflowId(claimId(claim))).fetchHistory();
    const timed = (events ?? []).map(({ eventType, eventTime }) => ({ type: eventType ?? 0, at: tsToMs(eventTime) }));
    read.push({
      events: timed.length,
      workflowTasks: timed.filter(({ type }) => type === TASK_COMPLETED).length,
      noticed: noticedIn(timed, await readActs(superuser, claim)),
    });
  }
  return read;
}

/**
 * From each act to the task that takes note of it. A start or signal announces the last act before it; an act that is
 * not announced is not counted, and one that is announced twice is counted once.
 * @param acts when they were recorded, in milliseconds since 1970, in their order
 */
export function noticedIn(events: readonly TimedEvent[], acts: readonly number[]): Noticed[] {
  const noticed = new Map<number, Noticed>();
  for (const [nth, { type, at }] of events.entries()) {
    if (type !== STARTED && type !== SIGNALED) continue;
    const act = acts.filter((recorded) => recorded <= at).at(-1);
    const task = events.slice(nth).find((event) => event.type === TASK_STARTED);
    if (act !== undefined && task !== undefined && !noticed.has(act))
      noticed.set(act, { announcedMs: at - act, taskMs: task.at - act });
  }
  return [...noticed.values()];
}

async function readActs(superuser: Reads, claim: string): Promise<number[]> {
  const { rows } = await superuser.query<{ recorded_at: string }>(
    `select recorded_at from journal.acts where workflow = $1::text and act = any ($2::text[]) order by recorded_at`,
    [claimWorkflowId(claimId(claim)), ACTS_OF_PEOPLE],
  );
  return rows.map(({ recorded_at }) => Date.parse(recorded_at));
}
