import { type DynamicModule, type InjectionToken, Logger, Module, type ModuleMetadata } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { WORKER_SETTINGS, WorkerHost, type WorkerSettings } from './worker-host';

export interface WorkerModuleOptions extends Pick<ModuleMetadata, 'imports'> {
  readonly inject?: InjectionToken[];
  readonly useFactory: (...injected: never[]) => WorkerSettings | Promise<WorkerSettings>;
}

/**
 * Hosts the Temporal workers inside a Nest application: queue `acts` (workflows and activities) and queue `bulk`
 * (activities only). Activities are found among the application's providers by `@Activity(queue)`. Call
 * `app.enableShutdownHooks()` and `app.init()`; the workers drain before connections are closed.
 */
@Module({})
export class TemporalWorkerModule {
  static register({ imports = [], inject = [], useFactory }: WorkerModuleOptions): DynamicModule {
    return {
      module: TemporalWorkerModule,
      imports: [DiscoveryModule, ...imports],
      providers: [
        { provide: WORKER_SETTINGS, inject, useFactory },
        { provide: Logger, useValue: new Logger('Temporal') },
        WorkerHost,
      ],
      exports: [WorkerHost],
    };
  }
}
