import { setTimeout as pause } from 'node:timers/promises';
import { type Client, type WorkflowHandle } from '@temporalio/client';
import { type BusinessClock } from '@kerjasama/temporal/business-clock';
import { allOrNothing, settle, type Move } from './time/settle-workflow';
import { clockOf } from './time/skip-time';

export interface TimeMachineDeps {
  readonly client: Client;
  /** The rehearsal's clock; it reads the offset that `raiseOffset` writes. */
  readonly clock: BusinessClock;
  /** Writes how far business time is ahead of real time, in milliseconds, where every process of the stack reads it. */
  readonly raiseOffset: (offsetMs: number) => Promise<void>;
  /** Returns when every workflow was notified of every act; a move before that would let its old timers fire. */
  readonly allNotified?: () => Promise<void>;
  /** How long a move may wait for work under way (a roster being enrolled), in milliseconds. */
  readonly patienceMs?: number;
}

export interface TimeMachine {
  /**
   * Moves business time to a minute after `target` (never back: a target that has passed means now) and every open
   * workflow with it, through all timers due until then; returns when nothing is under way any more. The same call
   * again after a crash takes the laggards along.
   * @throws when work under way outlasts the patience, naming the workflow
   */
  moveTo(target: Date): Promise<void>;
  /** The virtual clock of a workflow; it stands while a child of the workflow is open. */
  timeOf(handle: Pick<WorkflowHandle, 'describe'>): Promise<Date>;
}

/** A timer is armed a moment after the clock was read for it, so it is due a moment after the day that it waits for. */
const AFTER_DUE_MS = 60_000;
const PATIENCE_MS = 600_000;
/** How late the server's list may be. */
const LISTED_WITHIN_MS = 200;
/** Workflows that are taken along at once; more do not help two cores. */
const AT_ONCE = 8;

/** The part of a rehearsal that lets time pass. Works on a server that may skip time, and on no other. */
export function timeMachine(deps: TimeMachineDeps): TimeMachine {
  const { client, clock, raiseOffset, allNotified = () => Promise.resolve(), patienceMs = PATIENCE_MS } = deps;
  return {
    moveTo: async (target) => {
      await allNotified();
      const [now, offset] = [(await clock.now()).getTime(), await clock.offsetMs()];
      const ahead = Math.max(0, target.getTime() + AFTER_DUE_MS - now);
      if (ahead > 0) await raiseOffset(offset + ahead);
      const start = performance.now();
      const realMs = () => now - offset + performance.now() - start;
      const move = { client, offsetMs: offset + ahead, realMs, patienceEnds: start + patienceMs };
      await settleEach(move);
      await allNotified();
    },
    timeOf: async (handle) => {
      const real = (await clock.now()).getTime() - (await clock.offsetMs());
      return new Date(clockOf(await handle.describe(), real));
    },
  };
}

/** Open workflows that have no parent; a parent brings its children. */
async function openRoots(client: Client): Promise<string[]> {
  const ids: string[] = [];
  for await (const found of client.workflow.list({ query: "ExecutionStatus = 'Running'" })) {
    if (found.parentExecution === undefined) ids.push(found.workflowId);
  }
  return ids;
}

/** Lists again until nothing new is found, because what was started a moment ago is listed a moment late. */
async function settleEach(move: Move): Promise<void> {
  const seen = new Set<string>();
  const listed = pause(LISTED_WITHIN_MS);
  for (let last = false; ;) {
    const fresh = (await openRoots(move.client)).filter((id) => !seen.has(id));
    if (last && fresh.length === 0) return;
    for (const id of fresh) seen.add(id);
    await settleAll(move, fresh);
    await listed;
    last = true;
  }
}

async function settleAll(move: Move, workflowIds: readonly string[]): Promise<void> {
  const waiting = [...workflowIds];
  const takeAlong = async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) await settle(move, id);
  };
  await allOrNothing(Array.from({ length: AT_ONCE }, takeAlong));
}
