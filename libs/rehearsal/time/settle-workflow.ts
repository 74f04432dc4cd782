import { setTimeout as pause } from 'node:timers/promises';
import {
  type Client,
  isGrpcServiceError,
  type WorkflowExecutionDescription,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { clockOf, progressOf, skip } from './skip-time';

/** One move of the clock, as each workflow takes part in it. */
export interface Move {
  readonly client: Client;
  /** Where business time shall be, in milliseconds ahead of real time. */
  readonly offsetMs: number;
  /** The real time, in milliseconds since 1970. */
  readonly realMs: () => number;
  /** When patience ends, on the clock of `performance.now()`. */
  readonly patienceEnds: number;
}

type Settled = 'open' | 'closed';

/** How long to wait for a fast-forward before looking whether the workflow has started a child, which holds it up. */
const LOOK_AGAIN_MS = 250;
const BREATH_MS = 15;
/** The gRPC status of what is not there, or is not there any more. */
const NOT_FOUND = 5;
/** Closer to the business clock than this counts as there: fast-forwards of milliseconds are not worth their two events. */
const NEAR_MS = 1000;

/**
 * Takes a workflow and its children to the move's time and returns when nothing is under way in them. It promises:
 * (1) a parent gets its fast-forward while its child is open, so that it catches up by itself whenever the child
 *     closes, in this move or between two;
 * (2) a child that is started on the way is taken along;
 * (3) a former fast-forward that is still on its way is let through first: replaced half-way, the timer that is due
 *     would be overlooked and fire at the new target;
 * (4) it returns only when the fast-forward is through, which the server grants only to an idle workflow, or when the
 *     workflow does nothing but wait for children that are themselves settled.
 */
export async function settle(move: Move, workflowId: string): Promise<Settled> {
  let fastForwardId: string | undefined;
  for (;;) {
    if (performance.now() > move.patienceEnds) throw new Error(`Time does not pass: ${workflowId} is still at work`);
    const now = await findDescription(move, workflowId);
    if (now === undefined) {
      await pause(BREATH_MS);
      continue;
    }
    if (now.status.name !== 'RUNNING') return 'closed';
    const children = now.raw.pendingChildren ?? [];
    if (fastForwardId === undefined && children.length === 0 && isUnderWay(now)) {
      await pause(BREATH_MS);
      continue;
    }
    try {
      fastForwardId ??= await skipToBusinessTime(move, now);
    } catch (error) {
      // It has closed since it was looked at: the next look says so.
      if (!isNotFound(error)) throw error;
      continue;
    }
    if (children.length > 0) {
      const settled = await allOrNothing(children.map((child) => settle(move, child.workflowId ?? '')));
      if (settled.every((state) => state === 'open') && !isAtWork(now)) return 'open';
    } else if (fastForwardId === undefined) {
      if (!isAtWork(now)) return 'open';
    } else if ((await progressOf(move.client, workflowId, fastForwardId, LOOK_AGAIN_MS)) === 'completed') {
      return 'open';
    }
    await pause(BREATH_MS);
  }
}

function isNotFound(error: unknown): boolean {
  const code: number | undefined = isGrpcServiceError(error) ? error.code : undefined;
  return error instanceof WorkflowNotFoundError || code === NOT_FOUND;
}

/** A child that its parent has asked for is known to the parent a moment before it exists. */
async function findDescription(move: Move, workflowId: string): Promise<WorkflowExecutionDescription | undefined> {
  try {
    return await move.client.workflow.getHandle(workflowId).describe();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

/** Rejects only when nothing is on its way any more: a move that is made again must not meet what is left of this one. */
export async function allOrNothing<T>(parts: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(parts);
  return Promise.all(parts);
}

async function skipToBusinessTime(move: Move, now: WorkflowExecutionDescription): Promise<string | undefined> {
  const real = move.realMs();
  const behind = real + move.offsetMs - clockOf(now, real);
  return behind < NEAR_MS ? undefined : skip(move.client, now.workflowId, behind);
}

function isAtWork({ raw }: WorkflowExecutionDescription): boolean {
  return Boolean(raw.pendingWorkflowTask) || (raw.pendingActivities ?? []).length > 0;
}

/** A parent is free again after its child's closing, or a workflow has just been born. */
function isUnderWay({ raw }: WorkflowExecutionDescription): boolean {
  const skipping = raw.workflowExtendedInfo?.timeSkippingInfo;
  return Boolean(skipping?.effectiveConfig?.enabled) && skipping?.fastForwardInfo?.hasCompleted !== true;
}
