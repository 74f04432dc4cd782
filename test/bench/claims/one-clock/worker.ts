import 'reflect-metadata';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { packageRoot } from '@kerjasama/stack/package-root';
import { buildBundle } from '@kerjasama/temporal/bundle';
import { WorkerHost } from '@kerjasama/temporal/worker-host';
import { Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerAppModule } from '../../../../apps/worker/app.module';
import { assembleWorker } from '../../../../apps/worker/process-parts';
import { parseWorkerEnvironment } from '../../../../apps/worker/settings';
import { WORKER_POOL } from '../../../../apps/worker/tokens';
import { ClockSteps } from './clock.activities';

const WORKFLOWS = join(packageRoot(), 'test', 'bench', 'claims', 'one-clock', 'workflows.ts');

/** The product's worker, with the clock of a cycle beside it. */
@Module({})
class OneClock {}

async function main(): Promise<void> {
  const assembled = await assembleWorker(parseWorkerEnvironment(process.env));
  const parts = { ...assembled, bundle: await buildBundle(WORKFLOWS) };
  Logger.overrideLogger(['error', 'warn']);
  const app = await NestFactory.createApplicationContext({
    module: OneClock,
    imports: [WorkerAppModule.register(parts)],
    providers: [{ provide: WORKER_POOL, useValue: parts.pool }, ClockSteps],
  });
  app.enableShutdownHooks();
  const host = app.get(WorkerHost, { strict: false });
  createServer((_, reply) => reply.writeHead(host.running ? 200 : 503).end())
    .listen(parts.environment.healthPort ?? 0, '127.0.0.1')
    .unref();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
