import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { choosePort } from '@kerjasama/stack/ports';
import { findTemporal } from '@kerjasama/stack/temporal/find-temporal';
import { SEARCH_ATTRIBUTES } from '@kerjasama/temporal/search-attributes';
import { TIME_SKIPPING_SETTINGS } from '@kerjasama/temporal/server-settings';

/** A Temporal server for one spec, on a free port and in a folder of its own. */
export interface TemporalServer {
  readonly address: string;
  readonly namespace: string;
  /** Ends the server and deletes its folder. */
  stop(): Promise<void>;
}

/** Skips time, as a rehearsal's server; or does not, as a live one. */
export interface TemporalServerOptions {
  readonly timeSkipping: boolean;
  /** Where the port comes from; a test of the start itself has its own. */
  readonly nextPort?: () => Promise<number>;
}

const NAMESPACE = 'kerjasama';
const READY_WITHIN_MS = 30_000;
const ATTEMPTS = 5;
/** What the server prints once it listens: on a port that was taken, another server may answer in its place. */
const STARTED = 'Temporal Server:';
/** The server's own words when another process was faster on its port, or on one of the five that it picks itself. */
const PORT_TAKEN = /address already in use/;

/**
 * Somebody may take a port between its choice and the server's start: the start is then tried again on another.
 * @throws when the binary is not there or the server does not answer within half a minute, with what it wrote
 */
export async function startTemporalServer(options: TemporalServerOptions): Promise<TemporalServer> {
  const binary = await temporalBinary();
  for (let attempt = 1; ; attempt += 1) {
    const started = await tryToStart(binary, options);
    if (!('words' in started)) return started;
    if (attempt === ATTEMPTS || !PORT_TAKEN.test(started.words))
      throw new Error(`The Temporal server did not start: ${started.words}`, { cause: started.cause });
  }
}

/** Why a server did not start, and what it wrote. */
interface FailedStart {
  readonly words: string;
  readonly cause: unknown;
}

async function tryToStart(binary: string, options: TemporalServerOptions): Promise<TemporalServer | FailedStart> {
  const { timeSkipping, nextPort = () => choosePort(0) } = options;
  const folder = await mkdtemp(join(tmpdir(), 'kerjasama-temporal-'));
  const port = await nextPort();
  const address = `127.0.0.1:${port}`;
  const server = spawn(binary, serverArguments(folder, port, timeSkipping), { stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(server, 'close');
  let words = '';
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (written: string) => (words += written));
  const orphaned = () => server.kill('SIGKILL');
  process.once('exit', orphaned);
  server.once('exit', () => process.removeListener('exit', orphaned));
  try {
    await untilReady(address, server, () => words.includes(STARTED));
  } catch (cause) {
    await end(server, folder);
    await closed; // now it has said all its words
    return { words, cause };
  }
  return { address, namespace: NAMESPACE, stop: () => end(server, folder) };
}

/** As the stack finds it, but never a server that somebody else runs: tests bring their own. */
async function temporalBinary(): Promise<string> {
  const found = await findTemporal({ env: { ...process.env, TEMPORAL_ADDRESS: '' } });
  if (found.kind !== 'binary') throw new Error('Tests run their own Temporal server');
  return found.path;
}

/** As the embedded stack starts it, except that the disk is not waited for. */
function serverArguments(folder: string, port: number, timeSkipping: boolean): string[] {
  return [
    ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port), '--namespace', NAMESPACE],
    ...['--db-filename', join(folder, 'temporal.db'), '--log-level', 'error'],
    ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=0'],
    ...Object.entries(timeSkipping ? TIME_SKIPPING_SETTINGS : {}).flatMap(([name, json]) => [
      '--dynamic-config-value',
      `${name}=${json}`,
    ]),
    ...Object.entries(SEARCH_ATTRIBUTES).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
  ];
}

async function untilReady(address: string, server: ChildProcess, listens: () => boolean): Promise<void> {
  for (let waited = 0; waited < READY_WITHIN_MS; waited += 100) {
    if (server.exitCode !== null) throw new Error(`It ended with code ${server.exitCode}`);
    if (listens() && (await answers(address))) return;
    await pause(100);
  }
  throw new Error(`No answer within ${READY_WITHIN_MS} ms`);
}

async function answers(address: string): Promise<boolean> {
  const connection = Connection.lazy({ address, connectTimeout: 1000 });
  try {
    await connection.ensureConnected();
    await connection.workflowService.describeNamespace({ namespace: NAMESPACE });
    return true;
  } catch {
    return false;
  } finally {
    await connection.close();
  }
}

async function end(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
}
