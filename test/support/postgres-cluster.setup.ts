import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launchPostgres } from '../../libs/stack/postgres/launch-postgres';
import { keepCluster } from './postgres-cluster';

/**
 * Before a Jest project with databases: one cluster for the whole run, unless `TEST_POSTGRES_URL` names one (as a
 * superuser). Nothing is synced; the specs clone their own databases (fresh-database.ts). Jest knows no alias here.
 */
export default async function startCluster(): Promise<void> {
  if (process.env['TEST_POSTGRES_URL'] !== undefined) return;
  const dataFolder = mkdtempSync(join(tmpdir(), 'kerjasama-test-postgres-'));
  const cluster = await launchPostgres({ dataFolder, durable: false });
  process.env['TEST_POSTGRES_URL'] = cluster.superuserUrl;
  keepCluster(async () => {
    delete process.env['TEST_POSTGRES_URL'];
    await cluster.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });
}
