import { Worker } from '@temporalio/worker';
import { type WorkflowBundle } from '@kerjasama/temporal/bundle';
import { quietRuntime } from '../support/temporal-runtime';
import { type RecordedHistory } from './record';

/**
 * Replays histories against a bundle, without a server.
 * @returns what does not replay, by the history's name; empty when today's code still fits every one
 */
export async function replay(
  workflowBundle: WorkflowBundle,
  histories: readonly RecordedHistory[],
): Promise<Map<string, Error>> {
  quietRuntime();
  const broken = new Map<string, Error>();
  // They are replayed one at a time, in their order; several of them may be of one workflow.
  const waiting = [...histories];
  for await (const { error } of Worker.runReplayHistories({ workflowBundle }, histories)) {
    const replayed = waiting.shift();
    if (error && replayed) broken.set(replayed.name, error);
  }
  if (waiting.length > 0) throw new Error(`${waiting.length} histories were not replayed`);
  return broken;
}
