import { Worker } from '@temporalio/worker';
import { type WorkflowBundle } from '@kerjasama/temporal/bundle';
import { quietRuntime } from '../support/temporal-runtime';
import { type RecordedHistory } from './record';

/**
 * Replays histories against a bundle, without a server.
 * @returns what does not replay, by the history's workflow id; empty when today's code still fits every one
 */
export async function replay(
  workflowBundle: WorkflowBundle,
  histories: readonly RecordedHistory[],
): Promise<Map<string, Error>> {
  quietRuntime();
  const broken = new Map<string, Error>();
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories)) {
    if (error) broken.set(workflowId, error);
  }
  return broken;
}
