import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { endProcess, type EndingStep } from '../processes/end-process';
import { findProcess, isRunning, type ProcessIdentity, signalProcess } from '../processes/process-identity';
import { choosePort, isPortFreeWithin } from '../ports';
import { StackProblem } from '../stack-problem';
import { postgresAccount } from './account';
import { getPostgresBinaries, type PostgresBinaries } from './binaries';
import { clusterFolders, ensureCluster, findClusterMajor, makeDataFolder, readPassword, SUPERUSER } from './cluster';
import { findPostmaster } from './postmaster-file';
import { type ServerExit, type ServerStart, startServer } from './server-process';

export interface LaunchOptions {
  /** Ours alone: the cluster, its password and its log. Made when missing. Root's must lie where others may enter. */
  readonly dataFolder: string;
  /** The port to take when it is free; otherwise, and by default, any free one. */
  readonly port?: number;
  /** True: that port or none; waits a little for it to come free. For a restart that others must not notice. */
  readonly exactPort?: boolean;
  readonly logFile?: string;
  /** False only for clusters of tests: nothing is synced, and a crash of the machine destroys them. */
  readonly durable?: boolean;
  readonly sources?: readonly PostgresBinaries['source'][];
}

export interface RunningPostgres {
  readonly superuserUrl: string;
  readonly port: number;
  readonly pid: number;
  readonly identity: ProcessIdentity;
  /** True when the server ran already: left behind by somebody who was killed. */
  readonly adopted: boolean;
  /** Ends the server in order: open connections are cut, everything committed is on disk. */
  stop(): Promise<void>;
}

/** PostgreSQL's own ladder: fast, then immediate (recovers at the next start), then by force. */
export const FAST_SHUTDOWN: readonly EndingStep[] = [
  { signal: 'SIGINT', patienceMs: 30_000 },
  { signal: 'SIGQUIT', patienceMs: 10_000 },
  { signal: 'SIGKILL', patienceMs: 5_000 },
];
const READY_WITHIN_MS = 120_000; // recovery after a crash replays the log first
const LATER_MS = 250;
const PORT_PATIENCE_MS = 15_000; // killed on a busy machine, its last children keep the port for seconds
const ATTEMPTS = 60;

/**
 * A PostgreSQL of our own on 127.0.0.1, ready for connections; it ends with this process.
 * Works as root (under another account), without a locale, on a taken port, over what a killed run left.
 * Throws a StackProblem in plain words when it cannot.
 */
export async function launchPostgres(options: LaunchOptions): Promise<RunningPostgres> {
  const postgres = await launch(options, false);
  const endWithUs = (): void => {
    signalProcess(postgres.identity, 'SIGINT');
  };
  process.once('exit', endWithUs);
  return {
    ...postgres,
    stop: async () => {
      process.off('exit', endWithUs);
      await postgres.stop();
    },
  };
}

/** The same, but it outlives this process and its terminal: for the supervisor, whose successor may adopt it. */
export function launchDetachedPostgres(options: LaunchOptions): Promise<RunningPostgres> {
  return launch(options, true);
}

async function launch(options: LaunchOptions, detached: boolean): Promise<RunningPostgres> {
  const { dataFolder, durable = true } = options;
  const folders = clusterFolders(dataFolder, options.logFile);
  const account = postgresAccount(folders.data);
  makeDataFolder(dataFolder, account);
  const orphan = await adopt(dataFolder);
  if (orphan !== undefined) return orphan;
  const { sources } = options;
  const major = findClusterMajor(dataFolder);
  const binaries = await getPostgresBinaries({ account, major, ...(sources === undefined ? {} : { sources }) });
  await ensureCluster(dataFolder, binaries, account, durable);
  return start(options, { folders, binaries, account, durable, detached });
}

/** A server left behind on this cluster: ours again when it answers, otherwise ended. */
async function adopt(dataFolder: string): Promise<RunningPostgres | undefined> {
  const orphan = findPostmaster(clusterFolders(dataFolder).data);
  if (orphan === undefined) return undefined;
  const url = superuserUrl(orphan.port, readPassword(dataFolder));
  const problem = await waitUntilReady(url, orphan.identity, 15_000);
  if (problem === undefined) return running(url, orphan.port, orphan.identity, true);
  await endProcess(orphan.identity, FAST_SHUTDOWN);
  return undefined;
}

async function start(options: LaunchOptions, how: Omit<ServerStart, 'port'>): Promise<RunningPostgres> {
  const { dataFolder } = options;
  let last: StackProblem | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = await portFor(options);
    const url = superuserUrl(port, readPassword(dataFolder));
    const server = startServer({ ...how, port });
    const identity = findProcess(server.pid);
    const outcome = identity === undefined ? await server.exited : await ready(url, identity, server.exited);
    if (outcome === undefined && identity !== undefined) return running(url, port, identity, false);
    if (outcome === undefined) continue;
    last = outcome.problem;
    if (outcome.retry === 'never') break;
    if (outcome.retry === 'later') await sleep(LATER_MS);
  }
  throw last ?? neverReady();
}

async function portFor({ port = 0, exactPort = false }: LaunchOptions): Promise<number> {
  if (!exactPort) return choosePort(port);
  if (await isPortFreeWithin(port, PORT_PATIENCE_MS)) return port;
  throw new StackProblem(
    'PORT_TAKEN',
    { id: `Porta ${port} dipakai program lain.`, en: `Port ${port} is taken by another program.` },
    { id: 'Hentikan program itu, lalu coba lagi.', en: 'Stop that program, then try again.' },
  );
}

/** Nothing once the server is ready. One that died has said why: its exit is waited for, which a zombie's may lag behind. */
async function ready(
  url: string,
  identity: ProcessIdentity,
  exited: Promise<ServerExit>,
): Promise<ServerExit | undefined> {
  const problem = await waitUntilReady(url, identity, READY_WITHIN_MS);
  if (problem === undefined) return undefined;
  if (!isRunning(identity)) return exited;
  await endProcess(identity, FAST_SHUTDOWN);
  return { retry: 'never', problem };
}

/** Nothing once the server answers a query; the reason when it does not in time, or is gone. */
async function waitUntilReady(
  url: string,
  identity: ProcessIdentity,
  withinMs: number,
): Promise<StackProblem | undefined> {
  const deadline = performance.now() + withinMs;
  let reason: unknown;
  while (isRunning(identity) && performance.now() < deadline) {
    try {
      await askOnce(url);
      return undefined;
    } catch (error) {
      reason = error;
    }
    await sleep(25);
  }
  return neverReady(reason);
}

async function askOnce(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // a cut connection rejects the call below; the event would end the process
  try {
    await client.connect();
    await client.query('select 1');
  } finally {
    await client.end();
  }
}

function running(url: string, port: number, identity: ProcessIdentity, adopted: boolean): RunningPostgres {
  return {
    superuserUrl: url,
    port,
    pid: identity.pid,
    identity,
    adopted,
    stop: async () => {
      if (!(await endProcess(identity, FAST_SHUTDOWN)))
        throw new Error(`PostgreSQL (pid ${identity.pid}) does not end`);
    },
  };
}

function superuserUrl(port: number, password: string): string {
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

function neverReady(cause?: unknown): StackProblem {
  return new StackProblem(
    'POSTGRES_NOT_READY',
    { id: 'PostgreSQL berjalan tetapi tidak menjawab.', en: 'PostgreSQL runs but does not answer.' },
    { id: 'Baca postgres.log di folder data.', en: 'Read postgres.log in the data folder.' },
    { cause },
  );
}
