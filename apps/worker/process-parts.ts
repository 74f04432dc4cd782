import { type Agencies, chooseAgencies } from '@kerjasama/agencies/choose-agencies';
import { businessClockOf } from '@kerjasama/database/business-clock';
import { createPool, SERVING } from '@kerjasama/database/pool';
import { assertSchemaCurrent } from '@kerjasama/database/schema-state';
import { createTicketVerifier } from '@kerjasama/identity/ticket-signature';
import { createJournal } from '@kerjasama/journal/record';
import { type Keys, loadKeys } from '@kerjasama/keys/key-files';
import { loadOrBuildBundle, type WorkflowBundle } from '@kerjasama/temporal/bundle';
import { connectTemporal, type TemporalClient } from '@kerjasama/temporal/client';
import { payloadKeyOf } from '@kerjasama/temporal/payload-key';
import { type Pool } from 'pg';
import { ActRecorder } from './act-recorder';
import { type WorkerEnvironment } from './settings';

/** What the worker's process is made of. */
export interface WorkerParts {
  readonly environment: WorkerEnvironment;
  readonly pool: Pool;
  readonly temporal: TemporalClient;
  readonly recorder: ActRecorder;
  readonly keys: Pick<Keys, 'nik-encryption' | 'nik-digest' | 'content' | 'payload'>;
  readonly agencies: Agencies;
  readonly bundle: WorkflowBundle;
}

/** One connection for each activity that may run at once (libs/temporal/worker-options.ts), and some to spare. */
const POOL_SIZE = 32;

/** @throws when a key is missing or the schema is not this release's */
export async function assembleWorker(environment: WorkerEnvironment): Promise<WorkerParts> {
  const agencies = chooseAgencies(environment.production ? 'production' : undefined, environment.simulationFolder);
  const keys = await loadKeys(environment.keysFolder, [
    'act-ticket-public',
    'payload',
    'nik-encryption',
    'nik-digest',
    'content',
  ]);
  const pool = createPool(environment.databaseUrl, {
    applicationName: 'kerjasama-worker',
    size: POOL_SIZE,
    ...SERVING,
  });
  await assertSchemaCurrent(pool);
  const recorder = new ActRecorder(createJournal(pool), createTicketVerifier(keys['act-ticket-public']));
  const temporal = await connectTemporal({
    address: environment.temporalAddress,
    namespace: environment.temporalNamespace,
    codecKey: payloadKeyOf(keys.payload),
    clock: await businessClockOf(pool),
    identity: 'kerjasama-worker',
  });
  return { environment, pool, temporal, recorder, keys, agencies, bundle: await loadOrBuildBundle() };
}
