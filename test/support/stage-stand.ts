import { join } from 'node:path';
import { buildBundle } from '@kerjasama/temporal/bundle';
import { type WorkflowHandle } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { type StatedDate } from './stated-date';
import { type Activities, startTemporalStand, type TemporalStand } from './temporal-stand';

/**
 * A server that skips time, a client, and a worker that runs one stage's workflow.
 * @param workflow the module under `workflows/`, e.g. `premium/pay-premium`
 * @param startsOn the day on which business time begins
 */
export function startStageStand(
  workflow: string,
  startsOn: StatedDate,
  activities: Activities,
): Promise<TemporalStand> {
  const workflows = buildBundle(join(__dirname, '..', '..', 'workflows', `${workflow}.ts`));
  return startTemporalStand({ startsOn, activities, workflows });
}

const { EventType } = temporal.api.enums.v1;

/** The events that only a rehearsal writes: a fast-forward asked for, and time skipped. */
const OF_TIME_SKIPPING: ReadonlySet<unknown> = new Set([
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED,
]);

/** The kinds of events of a history as production would have it, e.g. `TIMER_FIRED`. */
export async function eventKinds(handle: Pick<WorkflowHandle, 'fetchHistory'>): Promise<string[]> {
  const { events } = await handle.fetchHistory();
  return (events ?? [])
    .filter(({ eventType }) => !OF_TIME_SKIPPING.has(eventType))
    .map(({ eventType }) => (EventType[eventType ?? 0] ?? 'UNKNOWN').replace('EVENT_TYPE_', ''));
}
