import { randomUUID } from 'node:crypto';
import {
  type Client,
  isGrpcCancelledError,
  isGrpcDeadlineError,
  type WorkflowExecutionDescription,
} from '@temporalio/client';
import { tsToDate } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';
import { fastForward } from '@kerjasama/temporal/client';

/** How a fast-forward stands: through, ended with its workflow, or not yet. */
export type Progress = 'completed' | 'ended' | 'pending';

const { FastForwardPollingResult } = temporal.api.enums.v1;

/**
 * The virtual clock of a workflow, in milliseconds since 1970.
 * @param realMs the real time, which is the clock of a workflow that never skipped
 */
export function clockOf(description: WorkflowExecutionDescription, realMs: number): number {
  const current = description.raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return current ? tsToDate(current).getTime() : realMs;
}

/**
 * Lets a workflow skip `ms` ahead of its own clock, as soon as nothing is under way in it: at once when it is idle, at
 * its child's closing when it waits for one. @returns the id under which its progress can be asked
 */
export async function skip(client: Client, workflowId: string, ms: number): Promise<string> {
  const id = randomUUID();
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace: client.options.namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: { timeSkippingConfig: fastForward(ms, id) },
    updateMask: { paths: ['time_skipping_config'] },
  });
  return id;
}

/** Waits for a fast-forward, at most `withinMs`. */
export async function progressOf(
  client: Client,
  workflowId: string,
  fastForwardId: string,
  withinMs: number,
): Promise<Progress> {
  const request = { namespace: client.options.namespace, workflowExecution: { workflowId }, fastForwardId };
  try {
    const { fastForwardPollingResult } = await client.withDeadline(
      performance.timeOrigin + performance.now() + withinMs,
      () => client.workflowService.pollWorkflowExecutionTimeSkipping(request),
    );
    if (fastForwardPollingResult === FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED) {
      return 'completed';
    }
    if (fastForwardPollingResult === FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_FAILED) {
      return 'ended';
    }
    return 'pending';
  } catch (error) {
    // Which of the two it is depends on who notices first, the server or we.
    if (isGrpcDeadlineError(error) || isGrpcCancelledError(error)) return 'pending';
    throw error;
  }
}
