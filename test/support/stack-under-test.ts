import { join } from 'node:path';
import { type ApiClient, createApiClient } from '@kerjasama/api-client/client';
import { readClockOffset } from '@kerjasama/database/instance';
import { createPool } from '@kerjasama/database/pool';
import { databaseUrl } from '@kerjasama/database/provision';
import { type LoginRole } from '@kerjasama/database/roles';
import { type DemoPerson } from '@kerjasama/identity/demo-people';
import { loadKeys } from '@kerjasama/keys/key-files';
import { type Rehearsal, rehearse } from '@kerjasama/rehearsal/rehearse';
import { type RehearsalSummary } from '@kerjasama/rehearsal/summary';
import { connectStack, type StackClient } from '@kerjasama/stack/client';
import { readPassword, SUPERUSER } from '@kerjasama/stack/postgres/cluster';
import { type StackUrls } from '@kerjasama/stack/stack-status';
import { membersOf, readPrivateJson } from '@kerjasama/stack/supervisor/private-file';
import { type BusinessClock, rehearsalClock } from '@kerjasama/temporal/business-clock';
import { dataConverter, payloadCodec } from '@kerjasama/temporal/codec';
import { payloadKeyOf } from '@kerjasama/temporal/payload-key';
import { Client, Connection } from '@temporalio/client';
import { type PayloadCodec } from '@temporalio/common';
import { type Pool } from 'pg';
import { type CliRun, runCli } from './run-cli';
import { makeHome, removeHome } from './stack-home';
import { offsetTo, type StatedDate } from './stated-date';

/** A rehearsal stack of its own: the built apps on free ports, in a folder that is deleted with it. */
export interface StackUnderTest {
  readonly home: string;
  readonly stack: StackClient;
  urls(): StackUrls;
  /** The typed client of one demo person. */
  as(person: DemoPerson): ApiClient;
  /** The database as one of its roles sees it. */
  database(role: LoginRole | 'superuser'): Pool;
  /** What stands in the house's own database row. */
  readonly clock: BusinessClock;
  /** A Temporal client that is nobody's desk: it seals what it sends with the house's key, or not. It reads both. */
  temporal(sealing: 'sealed' | 'plain'): Promise<Client>;
  codec(): Promise<PayloadCodec>;
  /** One whole year through the public API; the stack stays up. */
  rehearse(size: number): Promise<RehearsalSummary>;
  /** The `kerjasama` command on this stack. */
  cli(...args: string[]): Promise<CliRun>;
}

const DATABASE = 'kerjasama_rehearsal';
const NAMESPACE = 'kerjasama';
const UP_WITHIN_MS = 170_000;

/**
 * Registers the stack with the spec file: up before its tests, down and deleted after them, whatever happened.
 * @param startsOn the day on which its business time begins
 */
export function stackUnderTest(startsOn: StatedDate): StackUnderTest {
  const opened: { close(): Promise<unknown> }[] = [];
  const house: { folder?: string; stack?: StackClient; urls?: StackUrls } = {};
  const pools = new Map<string, Pool>();

  beforeAll(async () => {
    house.folder = await makeHome();
    house.stack = connectStack('rehearsal', { home: house.folder });
    house.urls = (await house.stack.up()).urls;
    await house.stack.advanceClock(await offsetTo(startsOn));
  }, UP_WITHIN_MS);

  afterAll(async () => {
    await Promise.allSettled([...pools.values()].map((pool) => pool.end()));
    await Promise.allSettled(opened.map((each) => each.close()));
    if (house.folder !== undefined) await removeHome(house.folder);
  }, UP_WITHIN_MS);

  const stack = () => present(house.stack);
  const database = (role: LoginRole | 'superuser') => {
    const pool = pools.get(role) ?? createPool(roleUrl(stack(), role), { applicationName: `test-${role}`, size: 4 });
    pools.set(role, pool);
    return pool;
  };
  const codec = async () => {
    const { payload } = await loadKeys(stack().folders.keys, ['payload']);
    return payloadCodec(payloadKeyOf(payload));
  };
  const urls = () => present(house.urls);
  return {
    get home() {
      return present(house.folder);
    },
    get stack() {
      return stack();
    },
    urls,
    as: (person) => createApiClient({ baseUrl: urls().api, token: () => stack().token(person) }),
    database,
    clock: rehearsalClock(() => readClockOffset(database('auditor'))),
    temporal: async (sealing) => {
      const connection = await Connection.connect({ address: urls().temporalAddress });
      opened.push(connection);
      const { encode, decode } = await codec();
      const plain: PayloadCodec['encode'] = (payloads) => Promise.resolve(payloads);
      const converter = dataConverter({ encode: sealing === 'sealed' ? encode : plain, decode });
      return new Client({ connection, namespace: NAMESPACE, identity: 'raw-client', dataConverter: converter });
    },
    codec,
    rehearse: async (size) => {
      const status = await stack().up();
      return closedNow(await rehearse(stack(), status, { size, seed: 1, next: false }, () => undefined));
    },
    cli: (...args) => runCli(present(house.folder), args).ended,
  };
}

/** The database's address for a role, by the files that only the owner of the stack can read. */
export function roleUrl({ folders }: StackClient, role: LoginRole | 'superuser'): string {
  const { postgres: port } = membersOf(readPrivateJson(join(folders.profile, 'ports.json')));
  const cluster = `postgres://127.0.0.1:${String(port)}/`;
  if (role === 'superuser') return databaseUrl(cluster, DATABASE, SUPERUSER, readPassword(folders.postgres));
  const password = membersOf(readPrivateJson(join(folders.profile, 'role-passwords.json')))[role];
  if (typeof password !== 'string') throw new Error(`The stack has no password for ${role}`);
  return databaseUrl(cluster, DATABASE, role, password);
}

function closedNow(rehearsal: Rehearsal): RehearsalSummary {
  if (rehearsal.kind === 'closed-now') return rehearsal.summary;
  throw new Error(`${rehearsal.plan.cycle.agreement} stood closed already`);
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The stack is up only while the tests of its file run');
  return value;
}
