import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Logger as Log } from 'pino';
import { AppModule } from './app.module';
import { ProblemFilter } from './http/problem-filter';
import { addDocument } from './open-api';
import { type ApiSettings } from './settings';

/** An act is small; the Temporal UI asks for many payloads of a history at once. */
const JSON_BODY_LIMIT = 1024 * 1024;

/** The API, wired but not listening. */
export async function createApi(settings: ApiSettings, log: Log): Promise<NestFastifyApplication> {
  Logger.overrideLogger(['error', 'warn']);
  const adapter = new FastifyAdapter({ bodyLimit: JSON_BODY_LIMIT, trustProxy: false });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(settings), adapter);
  app.useGlobalFilters(new ProblemFilter(log));
  app.enableShutdownHooks();
  // The Temporal UI lives at another port and asks the codec endpoint from the reader's browser.
  if (settings.TEMPORAL_UI_URL !== undefined) {
    app.enableCors({
      origin: settings.TEMPORAL_UI_URL,
      methods: ['POST'],
      allowedHeaders: ['content-type', 'x-namespace', 'authorization'],
    });
  }
  addDocument(app);
  return app;
}
