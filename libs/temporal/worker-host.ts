import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import { findActivities } from './activities';
import { type WorkflowBundle } from './bundle';
import { type TemporalAddress } from './client';
import { dataConverter, payloadCodec, type PayloadKey } from './codec';
import { type TaskQueue } from './task-queues';
import { TUNING } from './worker-options';

export interface WorkerSettings extends TemporalAddress {
  readonly codecKey: PayloadKey;
  readonly bundle: WorkflowBundle;
  /** What happens when a worker dies of itself; a process without workers must not live on. Default: log, exit 1. */
  readonly died?: (queue: TaskQueue, cause: unknown) => void;
}

export const WORKER_SETTINGS = Symbol('WORKER_SETTINGS');

interface Hosted {
  readonly worker: Worker;
  readonly done: Promise<void>;
}

/** Starts the workers with the application, and ends the application when a worker dies. */
@Injectable()
export class WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private connection: NativeConnection | undefined;
  private hosted: readonly Hosted[] = [];
  private stopping = false;

  constructor(
    @Inject(WORKER_SETTINGS) private readonly settings: WorkerSettings,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    installRuntime();
    const { address, namespace, codecKey, bundle } = this.settings;
    const activities = findActivities(this.discovery, this.scanner);
    const connection = await NativeConnection.connect({ address });
    this.connection = connection;
    const create = (taskQueue: TaskQueue, options: Partial<WorkerOptions>) =>
      Worker.create({
        connection,
        namespace,
        taskQueue,
        activities: activities[taskQueue],
        dataConverter: dataConverter(payloadCodec(codecKey)),
        ...TUNING[taskQueue],
        ...options,
      });
    const acts = await create('acts', { workflowBundle: bundle });
    const bulk = Object.keys(activities.bulk).length > 0 ? [await create('bulk', {})] : [];
    this.hosted = [acts, ...bulk].map((worker) => this.run(worker));
  }

  /** Whether every worker polls. */
  get running(): boolean {
    return this.hosted.length > 0 && this.hosted.every(({ worker }) => worker.getState() === 'RUNNING');
  }

  /** Takes no new work, lets what runs end within the grace time, then lets go of the connection. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const { worker } of this.hosted) if (worker.getState() === 'RUNNING') worker.shutdown();
    await Promise.all(this.hosted.map(({ done }) => done));
    await this.connection?.close();
  }

  private run(worker: Worker): Hosted {
    const queue = worker.options.taskQueue as TaskQueue;
    const done = worker.run().then(
      () => {
        this.ended(queue, undefined);
      },
      (cause: unknown) => {
        this.ended(queue, cause);
      },
    );
    return { worker, done };
  }

  private ended(queue: TaskQueue, cause: unknown): void {
    if (this.stopping && cause === undefined) return;
    this.logger.error(`The worker of queue ${queue} ended of itself`, cause);
    (this.settings.died ?? exitWithFailure)(queue, cause);
  }
}

function exitWithFailure(): void {
  process.exit(1);
}

let installed = false;

/** Nest owns the signals; without this the runtime would end the workers behind its back. Once in a process. */
function installRuntime(): void {
  if (installed) return;
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('WARN') });
  installed = true;
}
