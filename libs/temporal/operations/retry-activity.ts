import { type Client } from '@temporalio/client';
import { type StuckActivity } from './stuck';

/** Runs a failing activity now, from its first attempt, and lets a paused one go on. */
export async function retryActivity(client: Client, stuck: Pick<StuckActivity, 'workflowId' | 'runId' | 'activityId'>) {
  await client.workflowService.resetActivity({
    namespace: client.options.namespace,
    identity: client.options.identity,
    execution: { workflowId: stuck.workflowId, runId: stuck.runId },
    id: stuck.activityId,
    keepPaused: false,
  });
}
