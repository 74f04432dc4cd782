import { type Client, type WorkflowExecutionDescription } from '@temporalio/client';
import { decodeOptionalFailureToOptionalError } from '@temporalio/common/lib/internal-non-workflow';
import { tsToDate } from '@temporalio/common/lib/time';
import { type temporal } from '@temporalio/proto';

/** Something that fails and is tried again. Nothing in it is personal data: activities keep that out of their errors. */
export type Stuck = StuckActivity | StuckWorkflowTask;

interface Trouble {
  readonly workflowId: string;
  readonly runId: string;
  /** The attempt that is under way or comes next; 2 and more after a failure. */
  readonly attempt: number;
  /** What the last attempt said; null when the server has no words for it. */
  readonly message: string | null;
  /** Real time of the first attempt; in a rehearsal on the workflow's clock. */
  readonly since: Date;
}

export interface StuckActivity extends Trouble {
  readonly kind: 'activity';
  readonly activityId: string;
  readonly activity: string;
  readonly paused: boolean;
}

/** The workflow's code fails or no worker takes it: a release mends it, and the workflow goes on where it stood. */
export interface StuckWorkflowTask extends Trouble {
  readonly kind: 'workflow-task';
}

type PendingActivity = temporal.api.workflow.v1.IPendingActivityInfo;

/**
 * What fails in the open workflows. One request a workflow: an operator's question, not a dashboard's heartbeat.
 * @param query narrows it, in Temporal's list filter language, e.g. `Agreement = 'PKS-2028-1'`
 */
export async function findStuck(client: Client, query?: string): Promise<Stuck[]> {
  const stuck: Stuck[] = [];
  const open = "ExecutionStatus = 'Running'";
  for await (const { workflowId } of client.workflow.list({ query: query ? `${open} and (${query})` : open })) {
    const description = await client.workflow.getHandle(workflowId).describe();
    const task = toStuckTask(description, await lastTaskFailure(client, description));
    if (task) stuck.push(task);
    for (const activity of description.raw.pendingActivities ?? []) {
      if (!hasFailed(activity)) continue;
      stuck.push(await toStuckActivity(client, description, activity));
    }
  }
  return stuck;
}

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

function hasFailed(activity: PendingActivity): boolean {
  return Boolean(activity.lastFailure) || Boolean(activity.paused) || (activity.attempt ?? 1) > 1;
}

async function toStuckActivity(
  client: Client,
  { workflowId, runId }: WorkflowExecutionDescription,
  activity: PendingActivity,
): Promise<StuckActivity> {
  return {
    kind: 'activity',
    workflowId,
    runId,
    activityId: activity.activityId ?? '',
    activity: activity.activityType?.name ?? '',
    attempt: activity.attempt ?? 1,
    paused: Boolean(activity.paused),
    message: await messageOf(client, activity.lastFailure),
    since: tsToDate(activity.scheduledTime ?? {}),
  };
}

function toStuckTask(description: WorkflowExecutionDescription, message: string | null): StuckWorkflowTask | undefined {
  const task = description.raw.pendingWorkflowTask;
  if (!task || (task.attempt ?? 1) < 2) return undefined;
  return {
    kind: 'workflow-task',
    workflowId: description.workflowId,
    runId: description.runId,
    attempt: task.attempt ?? 1,
    message,
    since: tsToDate(task.originalScheduledTime ?? task.scheduledTime ?? {}),
  };
}

/** Only the first failure of a series is an event; it stands near the history's end. */
async function lastTaskFailure(client: Client, description: WorkflowExecutionDescription): Promise<string | null> {
  if ((description.raw.pendingWorkflowTask?.attempt ?? 1) < 2) return null;
  const { history } = await client.workflowService.getWorkflowExecutionHistoryReverse({
    namespace: client.options.namespace,
    execution: { workflowId: description.workflowId, runId: description.runId },
    maximumPageSize: 20,
  });
  const failed = history?.events?.find((event) => event.workflowTaskFailedEventAttributes);
  return messageOf(client, failed?.workflowTaskFailedEventAttributes?.failure);
}

async function messageOf(
  { options: { loadedDataConverter } }: Client,
  failure: temporal.api.failure.v1.IFailure | null | undefined,
): Promise<string | null> {
  const error = await decodeOptionalFailureToOptionalError(loadedDataConverter, failure);
  return error?.message ?? null;
}
