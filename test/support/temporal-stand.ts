import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { buildBundle, type WorkflowBundle } from '@kerjasama/temporal/bundle';
import { type BusinessClock, liveClock, rehearsalClock } from '@kerjasama/temporal/business-clock';
import { connectTemporal } from '@kerjasama/temporal/client';
import { dataConverter, payloadCodec, type PayloadKey } from '@kerjasama/temporal/codec';
import { ACTS_QUEUE, BULK_QUEUE } from '@kerjasama/temporal/task-queues';
import { TUNING } from '@kerjasama/temporal/worker-options';
import { offsetTo, type StatedDate } from './stated-date';
import { quietRuntime } from './temporal-runtime';
import { startTemporalServer, type TemporalServer } from './temporal-server';

/** A server, a client and a worker of the acts' queue. */
export interface TemporalStand {
  readonly server: TemporalServer;
  readonly client: Client;
  readonly clock: BusinessClock;
  readonly codecKey: PayloadKey;
  /** Stands for the row in the database. */
  readonly raiseOffset: (offsetMs: number) => Promise<void>;
  stop(): Promise<void>;
}

/** Any class or record of activities: a stage's contract's, faked in memory or real. */
export type Activities = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

export interface StandOptions {
  /** The day on which business time begins, on a server that skips time; `live`: real time, and no way to move it. */
  readonly startsOn: StatedDate | 'live' | OtherClock;
  readonly activities: Activities;
  /** The workflows it runs: the engine room's own small ones unless told. */
  readonly workflows?: Promise<WorkflowBundle>;
}

/** A clock that is kept elsewhere, e.g. in a rehearsal's database. */
export interface OtherClock {
  readonly clock: BusinessClock;
  readonly raiseOffset: (offsetMs: number) => Promise<void>;
}

export const FIXTURE_WORKFLOWS = join(__dirname, '..', '..', 'libs', 'temporal', 'fixtures', 'workflows.ts');

let bundle: Promise<WorkflowBundle> | undefined;

/** The bundle of the fixture workflows, built once in a spec's process. */
export function fixtureBundle(): Promise<WorkflowBundle> {
  return (bundle ??= buildBundle(FIXTURE_WORKFLOWS));
}

export async function startTemporalStand(options: StandOptions): Promise<TemporalStand> {
  quietRuntime();
  const { startsOn, activities, workflows = fixtureBundle() } = options;
  const workflowBundle = await workflows;
  const server = await startTemporalServer({ timeSkipping: startsOn !== 'live' });
  const codecKey = { id: 'test', key: randomBytes(32) };
  const { clock, raiseOffset } = await clockFor(startsOn);
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

async function clockFor(startsOn: StandOptions['startsOn']): Promise<OtherClock> {
  if (typeof startsOn === 'object' && 'clock' in startsOn) return startsOn;
  let offset = startsOn === 'live' ? 0 : await offsetTo(startsOn);
  const raiseOffset = (offsetMs: number) => Promise.resolve(void (offset = offsetMs));
  return { clock: startsOn === 'live' ? liveClock() : rehearsalClock(() => Promise.resolve(offset)), raiseOffset };
}

/** A worker of the bulk queue beside the one of the acts. @returns how it is stopped */
export async function startBulkWorker(stand: TemporalStand, activities: Activities): Promise<() => Promise<void>> {
  const connection = await NativeConnection.connect({ address: stand.server.address });
  const worker = await Worker.create({
    connection,
    namespace: stand.server.namespace,
    taskQueue: BULK_QUEUE,
    activities,
    dataConverter: dataConverter(payloadCodec(stand.codecKey)),
  });
  const done = worker.run();
  return async () => {
    worker.shutdown();
    await done;
    await connection.close();
  };
}
