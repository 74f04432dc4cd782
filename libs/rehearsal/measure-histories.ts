import { type CycleRef } from '@kerjasama/kernel/ids';
import { AGREEMENT, CYCLE_YEAR } from '@kerjasama/temporal/search-attributes';
import { type Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';

/** What the year cost the engine. Events of skipped time, which production never has, are not counted. */
export interface HistoryCounts {
  /** All events of the cycle's own workflows, claims apart. */
  readonly cycleEvents: number;
  readonly largestHistory: number;
  /** Claims included. */
  readonly workflows: number;
}

const { EventType } = temporal.api.enums.v1;
const SKIPPED_TIME: ReadonlySet<number> = new Set([
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
]);

/** Counts the histories of a year by its search attributes. A claim's is counted as it stands: a few events, skipped time included. */
export async function measureHistories(client: Client, { agreement, year }: CycleRef): Promise<HistoryCounts> {
  const query = `${AGREEMENT.name} = '${agreement}' and ${CYCLE_YEAR.name} = ${year}`;
  let [cycleEvents, largestHistory, workflows] = [0, 0, 0];
  for await (const found of client.workflow.list({ query })) {
    workflows += 1;
    const isClaim = found.workflowId.startsWith('claim/');
    const events = isClaim ? found.historyLength : await countEvents(client, found.workflowId, found.runId);
    if (!isClaim) cycleEvents += events;
    largestHistory = Math.max(largestHistory, events);
  }
  return { cycleEvents, largestHistory, workflows };
}

async function countEvents(client: Client, workflowId: string, runId: string): Promise<number> {
  const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  return (events ?? []).filter(({ eventType }) => !SKIPPED_TIME.has(eventType ?? 0)).length;
}
