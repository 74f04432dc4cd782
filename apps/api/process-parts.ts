import { businessClockOf } from '@kerjasama/database/business-clock';
import { API_LIMITS, createPool, SERVING } from '@kerjasama/database/pool';
import { assertSchemaCurrent } from '@kerjasama/database/schema-state';
import { type PerformDeps } from '@kerjasama/act/perform';
import { type DeskDeps } from '@kerjasama/desk/deps';
import { createTicketSigner } from '@kerjasama/identity/ticket-signature';
import { type TokenRules } from '@kerjasama/identity/token-check';
import { createWitness } from '@kerjasama/journal/witness';
import { digest } from '@kerjasama/keys/digest';
import { loadKeys } from '@kerjasama/keys/key-files';
import { connectTemporalLater } from '@kerjasama/temporal/client';
import { payloadCodec } from '@kerjasama/temporal/codec';
import { payloadKeyOf } from '@kerjasama/temporal/payload-key';
import { type PayloadCodec } from '@temporalio/common';
import { createRemoteJWKSet } from 'jose';
import { type ApiSettings } from './settings';

/** What the API's process is made of, and how it is taken apart again. */
export interface ProcessParts {
  readonly desk: DeskDeps;
  readonly perform: PerformDeps;
  readonly tokens: TokenRules;
  readonly codec: PayloadCodec;
  readonly contentKey: Awaited<ReturnType<typeof loadKeys<'content'>>>['content'];
  readonly close: () => Promise<void>;
}

/** @throws when a key is missing, the schema is not this release's, or Postgres or the issuer does not answer */
export async function assembleProcess(settings: ApiSettings): Promise<ProcessParts> {
  const keys = await loadKeys(settings.KEYS_FOLDER, ['act-ticket-private', 'payload', 'nik-digest', 'content']);
  const pool = createPool(settings.DATABASE_URL, {
    applicationName: 'kerjasama-api',
    size: 16,
    ...API_LIMITS,
    ...SERVING,
  });
  await assertSchemaCurrent(pool);
  const clock = await businessClockOf(pool);
  const codecKey = payloadKeyOf(keys.payload);
  // Acts are taken with Postgres alone, also while Temporal is away.
  const temporal = connectTemporalLater({
    address: settings.TEMPORAL_ADDRESS,
    namespace: settings.TEMPORAL_NAMESPACE,
    codecKey,
    clock,
    identity: 'kerjasama-api',
  });
  const issuer = settings.OIDC_ISSUER;
  const witness = createWitness(pool);
  return {
    perform: { pool, witness, clock, tools: { digestNik: (nik) => digest(keys['nik-digest'], nik) } },
    desk: {
      pool,
      temporal: temporal.client,
      clock,
      witness,
      // The ticket's time is for the record: the machine's clock, which the business clock knows without its offset.
      signTicket: createTicketSigner(keys['act-ticket-private'], realTime),
    },
    tokens: { issuer, audience: settings.OIDC_AUDIENCE, keys: createRemoteJWKSet(await jwksOf(issuer)) },
    codec: payloadCodec(codecKey),
    contentKey: keys.content,
    close: async () => {
      await temporal.connection.close();
      await pool.end();
    },
  };
}

function realTime(): Date {
  return new Date(performance.timeOrigin + performance.now());
}

async function jwksOf(issuer: string): Promise<URL> {
  const discovery = await fetch(new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`));
  const document: unknown = await discovery.json();
  const uri = typeof document === 'object' && document !== null && 'jwks_uri' in document ? document.jwks_uri : null;
  if (typeof uri !== 'string') throw new Error('OIDC_ISSUER names no jwks_uri: check the address of the issuer');
  return new URL(uri);
}
