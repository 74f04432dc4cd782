import { join } from 'node:path';
import { packageRoot } from '@kerjasama/stack/package-root';
import { buildBundle } from '@kerjasama/temporal/bundle';
import { TUNING } from '@kerjasama/temporal/worker-options';
import { NAMESPACE } from '@kerjasama/stack/supervisor/stack-options';
import { type Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { quietRuntime } from '../../support/temporal-runtime';
import { type BareActivities, type passFiveActivities } from './bare-workflow';
import { inLanes } from './lanes';
import { type Undo } from './undo';

const QUEUE = 'bench-bare';
const WORKFLOW = 'passFiveActivities';
const ACTIVITIES: BareActivities = { answer: (step) => Promise.resolve(step) };

/** The bare workflow, with its worker in this process, on a stack's own Temporal server. */
export interface Bare {
  /** Milliseconds that so many take. */
  run(workflows: number, inFlight: number): Promise<number>;
}

export async function openBare(temporal: Client, address: string, undo: Undo): Promise<Bare> {
  quietRuntime();
  const connection = await NativeConnection.connect({ address });
  undo.add(() => connection.close());
  const worker = await Worker.create({
    connection,
    namespace: NAMESPACE,
    taskQueue: QUEUE,
    workflowBundle: await buildBundle(join(packageRoot(), 'test', 'bench', 'claims', 'bare-workflow.ts')),
    activities: ACTIVITIES,
    ...TUNING.acts,
  });
  const done = worker.run();
  undo.add(async () => {
    worker.shutdown();
    await done;
  });
  let passed = 0;
  const run: Bare['run'] = async (workflows, inFlight) => {
    const begun = performance.now();
    const first = passed;
    passed += workflows;
    await inLanes(workflows, { inFlight, pauseMs: 0 }, (nth) =>
      temporal.workflow.execute<typeof passFiveActivities>(WORKFLOW, {
        workflowId: `bench/bare-${first + nth}`,
        taskQueue: QUEUE,
        args: [],
      }),
    );
    return performance.now() - begun;
  };
  return { run };
}
