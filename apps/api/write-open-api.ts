import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { createDocument } from './open-api';
import { type ApiSettings } from './settings';

/** Settings of an API that connects to nothing: in Nest's preview mode no provider is made. */
const NOWHERE: ApiSettings = {
  DATABASE_URL: 'none',
  TEMPORAL_ADDRESS: 'none',
  TEMPORAL_NAMESPACE: 'none',
  KEYS_FOLDER: 'none',
  CONTENT_FOLDER: 'none',
  OIDC_ISSUER: 'http://none.invalid',
  OIDC_AUDIENCE: 'none',
  API_HOST: '127.0.0.1',
  API_PORT: 0,
  CODEC_ENDPOINT: 'signed-in',
};

/** Writes openapi.json, from which the client's types are made. */
async function main(file: string): Promise<void> {
  Logger.overrideLogger(['error', 'warn']);
  const app = await NestFactory.create(AppModule.register(NOWHERE), new FastifyAdapter(), { preview: true });
  await writeFile(file, `${JSON.stringify(createDocument(app), null, 2)}\n`);
}

main(process.argv[2] ?? 'openapi.json').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
