import { type Client } from '@temporalio/client';
import { type Stuck } from './stuck';
import { endedWorkflow, failingActivities, failingLocalActivities, failingTask, recentEvents } from './stuck-in-run';

const OPEN = "ExecutionStatus = 'Running'";
const ENDED_BADLY = "ExecutionStatus in ('Failed', 'TimedOut', 'Terminated', 'Canceled')";

/**
 * What fails in the open workflows, and which ended badly. Two requests a workflow: an operator's question, not a
 * dashboard's heartbeat.
 * @param query narrows it, in Temporal's list filter language, e.g. `Agreement = 'PKS-2028-1'`
 */
export async function findStuck(client: Client, query?: string): Promise<Stuck[]> {
  const narrowed = (status: string) => ({ query: query ? `${status} and (${query})` : status });
  const stuck: Stuck[] = [];
  for await (const { workflowId } of client.workflow.list(narrowed(OPEN))) {
    const description = await client.workflow.getHandle(workflowId).describe();
    const events = await recentEvents(client, description);
    stuck.push(...(await failingTask(client, description, events)));
    stuck.push(...(await failingLocalActivities(client, description, events)));
    stuck.push(...(await failingActivities(client, description)));
  }
  for await (const { workflowId, runId } of client.workflow.list(narrowed(ENDED_BADLY))) {
    const description = await client.workflow.getHandle(workflowId).describe();
    // A run that was set up again by a reset is no trouble any more.
    if (description.runId === runId) stuck.push(await endedWorkflow(client, description));
  }
  return stuck;
}
