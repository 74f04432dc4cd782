import 'reflect-metadata';
import { createServer } from 'node:http';
import { WorkerHost } from '@kerjasama/temporal/worker-host';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerAppModule } from './app.module';
import { Notifications } from './notifications';
import { assembleWorker } from './process-parts';
import { parseWorkerEnvironment } from './settings';

async function main(): Promise<void> {
  const parts = await assembleWorker(parseWorkerEnvironment(process.env));
  Logger.overrideLogger(['error', 'warn']);
  const app = await NestFactory.createApplicationContext(WorkerAppModule.register(parts));
  app.enableShutdownHooks();
  const host = app.get(WorkerHost);
  const { healthPort } = parts.environment;
  if (healthPort === null) return;
  const notifications = app.get(Notifications);
  createServer((request, reply) => {
    void answer(request.url ?? '', host, notifications).then((status) => reply.writeHead(status).end());
  })
    .listen(healthPort, '127.0.0.1')
    .unref();
}

/** `/readyz` says no while a workflow has waited for a minute to be notified of an act: then the relay does not work. */
async function answer(url: string, host: WorkerHost, notifications: Notifications): Promise<number> {
  if (url === '/livez') return 200;
  return url === '/readyz' && host.running && (await notifications.isAbreast()) ? 200 : 503;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
