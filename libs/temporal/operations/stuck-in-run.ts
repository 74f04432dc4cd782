import { type Client, type WorkflowExecutionDescription } from '@temporalio/client';
import { decodeOptionalFailureToOptionalError } from '@temporalio/common/lib/internal-non-workflow';
import { tsToDate } from '@temporalio/common/lib/time';
import { type temporal } from '@temporalio/proto';
import { type EndedWorkflow, type StuckActivity, type StuckLocalActivity, type StuckWorkflowTask } from './stuck';

type HistoryEvent = temporal.api.history.v1.IHistoryEvent;
type Failure = temporal.api.failure.v1.IFailure | null | undefined;

/** Enough for the last tries of a step; a failing one writes five events a try. */
const RECENT_EVENTS = 20;

/** The newest events of a run, newest first. */
export async function recentEvents(client: Client, run: WorkflowExecutionDescription): Promise<HistoryEvent[]> {
  const { history } = await client.workflowService.getWorkflowExecutionHistoryReverse({
    namespace: client.options.namespace,
    execution: { workflowId: run.workflowId, runId: run.runId },
    maximumPageSize: RECENT_EVENTS,
  });
  return history?.events ?? [];
}

export function failingActivities(client: Client, run: WorkflowExecutionDescription): Promise<StuckActivity[]> {
  const failing = (run.raw.pendingActivities ?? []).filter(
    ({ lastFailure, paused, attempt }) => Boolean(lastFailure) || Boolean(paused) || (attempt ?? 1) > 1,
  );
  return Promise.all(
    failing.map(async (activity) => ({
      kind: 'activity',
      ...placeOf(run),
      activityId: activity.activityId ?? '',
      activity: activity.activityType?.name ?? '',
      attempt: activity.attempt ?? 1,
      paused: Boolean(activity.paused),
      message: await messageOf(client, activity.lastFailure),
      since: tsToDate(activity.scheduledTime ?? {}),
    })),
  );
}

/** What the SDK notes beside a try of a local activity; `backoff` while another is to come. */
interface LocalTry {
  readonly activity_type: string;
  readonly attempt: number;
  readonly backoff?: unknown;
  readonly original_schedule_time?: { readonly seconds: number };
}

/** The server knows nothing of local activities; the notes of their tries stand in the history. */
export async function failingLocalActivities(
  client: Client,
  run: WorkflowExecutionDescription,
  events: readonly HistoryEvent[],
): Promise<StuckLocalActivity[]> {
  const newest = new Map<string, { readonly tried: LocalTry; readonly failure: Failure }>();
  for (const { markerRecordedEventAttributes: marker } of events) {
    const tried = localTryOf(marker?.details?.['data']?.payloads?.[0]?.data);
    if (tried && !newest.has(tried.activity_type)) {
      newest.set(tried.activity_type, { tried, failure: marker?.failure });
    }
  }
  const failing = [...newest.values()].filter(({ tried, failure }) => Boolean(failure) && Boolean(tried.backoff));
  return Promise.all(
    failing.map(async ({ tried, failure }) => ({
      kind: 'local-activity',
      ...placeOf(run),
      activity: tried.activity_type,
      attempt: tried.attempt,
      message: await messageOf(client, failure),
      since: new Date((tried.original_schedule_time?.seconds ?? 0) * 1000),
    })),
  );
}

function localTryOf(data: Uint8Array | null | undefined): LocalTry | undefined {
  if (!data) return undefined;
  const noted: unknown = JSON.parse(Buffer.from(data).toString('utf8'));
  return isLocalTry(noted) ? noted : undefined;
}

function isLocalTry(noted: unknown): noted is LocalTry {
  return typeof noted === 'object' && noted !== null && 'activity_type' in noted && 'attempt' in noted;
}

/** Only the first failure of a series is an event; it stands near the history's end. */
export async function failingTask(
  client: Client,
  run: WorkflowExecutionDescription,
  events: readonly HistoryEvent[],
): Promise<StuckWorkflowTask[]> {
  const task = run.raw.pendingWorkflowTask;
  if (!task || (task.attempt ?? 1) < 2) return [];
  const failed = events.find((event) => event.workflowTaskFailedEventAttributes);
  return [
    {
      kind: 'workflow-task',
      ...placeOf(run),
      attempt: task.attempt ?? 1,
      message: await messageOf(client, failed?.workflowTaskFailedEventAttributes?.failure),
      since: tsToDate(task.originalScheduledTime ?? task.scheduledTime ?? {}),
    },
  ];
}

export async function endedWorkflow(client: Client, run: WorkflowExecutionDescription): Promise<EndedWorkflow> {
  const [last] = await recentEvents(client, run);
  const failed = await messageOf(client, last?.workflowExecutionFailedEventAttributes?.failure);
  return {
    kind: 'ended-workflow',
    ...placeOf(run),
    attempt: 1,
    message: failed ?? last?.workflowExecutionTerminatedEventAttributes?.reason ?? run.status.name,
    since: run.closeTime ?? run.startTime,
  };
}

function placeOf({ workflowId, runId }: WorkflowExecutionDescription) {
  return { workflowId, runId };
}

async function messageOf({ options: { loadedDataConverter } }: Client, failure: Failure): Promise<string | null> {
  const error = await decodeOptionalFailureToOptionalError(loadedDataConverter, failure);
  return error?.message ?? null;
}
