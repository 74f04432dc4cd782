import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { buildBundle } from '@kerjasama/temporal/bundle';
import { rehearsalClock } from '@kerjasama/temporal/business-clock';
import { connectTemporal } from '@kerjasama/temporal/client';
import { dataConverter, payloadCodec } from '@kerjasama/temporal/codec';
import { ACTS_QUEUE } from '@kerjasama/temporal/task-queues';
import { TUNING } from '@kerjasama/temporal/worker-options';
import { type WorkflowHandle } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { startTemporalServer } from './temporal-server';
import { type TemporalStand } from './temporal-stand';

/** Any class or record of activities: a stage's contract's, faked in memory or real. */
type Activities = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

/**
 * A server that skips time, a client, and a worker that runs one stage's workflow.
 * @param workflow the module under `workflows/`, e.g. `premium/pay-premium`
 */
export async function startStageStand(workflow: string, activities: Activities): Promise<TemporalStand> {
  quietRuntime();
  const workflowBundle = await buildBundle(join(__dirname, '..', '..', 'workflows', `${workflow}.ts`));
  const server = await startTemporalServer({ timeSkipping: true });
  const codecKey = { id: 'test', key: randomBytes(32) };
  let offset = 0;
  const raiseOffset = (offsetMs: number) => Promise.resolve(void (offset = offsetMs));
  const clock = rehearsalClock(() => Promise.resolve(offset));
  const { client, connection } = await connectTemporal({ ...server, codecKey, clock });
  const native = await NativeConnection.connect({ address: server.address });
  const worker = await Worker.create({
    connection: native,
    namespace: server.namespace,
    taskQueue: ACTS_QUEUE,
    workflowBundle,
    activities,
    dataConverter: dataConverter(payloadCodec(codecKey)),
    ...TUNING.acts,
  });
  const done = worker.run();
  const stop = async () => {
    worker.shutdown();
    await done;
    await native.close();
    await connection.close();
    await server.stop();
  };
  return { server, client, clock, codecKey, raiseOffset, stop };
}

const { EventType } = temporal.api.enums.v1;

/** The events that only a rehearsal writes: a fast-forward asked for, and time skipped. */
const OF_TIME_SKIPPING: ReadonlySet<unknown> = new Set([
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED,
]);

/** The kinds of events of a history as production would have it, e.g. `TIMER_FIRED`. */
export async function eventKinds(handle: Pick<WorkflowHandle, 'fetchHistory'>): Promise<string[]> {
  const { events } = await handle.fetchHistory();
  return (events ?? [])
    .filter(({ eventType }) => !OF_TIME_SKIPPING.has(eventType))
    .map(({ eventType }) => (EventType[eventType ?? 0] ?? 'UNKNOWN').replace('EVENT_TYPE_', ''));
}

let quiet = false;

function quietRuntime(): void {
  if (quiet) return;
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('WARN') });
  quiet = true;
}
