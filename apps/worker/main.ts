import 'reflect-metadata';
import { createServer } from 'node:http';
import { WorkerHost } from '@kerjasama/temporal/worker-host';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerAppModule } from './app.module';
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
  createServer((request, reply) => {
    const ready = request.url === '/livez' || (request.url === '/readyz' && host.running);
    reply.writeHead(ready ? 200 : 503).end();
  })
    .listen(healthPort, '127.0.0.1')
    .unref();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
