import 'reflect-metadata';
import { pino } from 'pino';
import { createApi } from './app';
import { parseApiSettings } from './settings';

async function main(): Promise<void> {
  const log = pino({ name: 'kerjasama-api' });
  const settings = parseApiSettings(process.env);
  const app = await createApi(settings, log);
  await app.listen({ host: settings.API_HOST, port: settings.API_PORT });
  log.info({ host: settings.API_HOST, port: settings.API_PORT }, 'listening');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
