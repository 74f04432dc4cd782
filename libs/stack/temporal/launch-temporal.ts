import { spawn } from 'node:child_process';
import { TIME_SKIPPING_SETTINGS } from '@kerjasama/temporal/server-settings';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Profile } from '../folders';
import { endProcess } from '../processes/end-process';
import {
  findCommandLine,
  findProcess,
  isRunning,
  type ProcessIdentity,
  signalProcess,
} from '../processes/process-identity';
import { lastLines } from '../processes/log-file';
import { isPortFreeWithin } from '../ports';
import { StackProblem } from '../stack-problem';
import { databaseFile, prepareTemporalData, rememberVersion } from './data-folder';
import { A_YEAR_MS, ensureNamespace, hasNamespace, type SearchAttributes } from './namespace';

export interface TemporalLaunch {
  readonly binary: string;
  readonly dataFolder: string;
  readonly logFile: string;
  readonly profile: Profile;
  readonly port: number;
  /** The server's own UI, which can write. What people see is the read-only front before it. */
  readonly uiPort: number;
  readonly namespace: string;
  readonly searchAttributes: SearchAttributes;
  /** Where the browser has payloads decoded, e.g. `http://127.0.0.1:3000/codec`; the UI calls `/decode` under it. */
  readonly codecEndpoint: string;
}

export interface RunningTemporal {
  readonly address: string;
  readonly identity: ProcessIdentity;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;

/** WAL with a sync at every commit: two to five times the speed of the default journal, and a kill loses nothing. */
const SQLITE = ['journal_mode=wal', 'synchronous=2'];

/** Only a rehearsal's server may skip time; the live one has it off, so nobody can move a live year. */
const TIME_SKIPPING = Object.entries(TIME_SKIPPING_SETTINGS).map(([name, value]) => `${name}=${value}`);

/** The server's command line. */
export function temporalArguments(launch: TemporalLaunch, database: string): string[] {
  const each = (flag: string, values: readonly string[]): string[] => values.flatMap((value) => [flag, value]);
  return [
    ...['server', 'start-dev', '--db-filename', database, '--namespace', launch.namespace, '--log-level', 'warn'],
    ...['--ip', '127.0.0.1', '--port', String(launch.port), '--ui-port', String(launch.uiPort)],
    ...['--ui-codec-endpoint', launch.codecEndpoint, '--ui-disable-news-fetch'],
    ...each('--sqlite-pragma', SQLITE),
    ...each('--dynamic-config-value', launch.profile === 'rehearsal' ? TIME_SKIPPING : []),
    ...each(
      '--search-attribute',
      Object.entries(launch.searchAttributes).map(([name, type]) => `${name}=${type}`),
    ),
  ];
}

/** A Temporal server of our own on 127.0.0.1, namespace and retention ready; it ends with this process. */
export async function launchTemporal(launch: TemporalLaunch): Promise<RunningTemporal> {
  if (!(await isPortFreeWithin(launch.port, 3_000))) throw failed(launch, `port ${launch.port} is taken`);
  const identity = spawnTemporal(launch, false);
  const endWithUs = (): void => {
    signalProcess(identity, 'SIGTERM');
  };
  process.once('exit', endWithUs);
  await waitUntilReady(launch, identity);
  const stop = async (): Promise<void> => {
    process.off('exit', endWithUs);
    await endProcess(identity);
  };
  return { address: addressOf(launch), identity, stop };
}

/** Whether this process is the very server that `launch` would start: same binary, same folder, same settings. */
export function isServerOf(launch: TemporalLaunch, identity: ProcessIdentity): boolean {
  const wanted = [launch.binary, ...temporalArguments(launch, databaseFile(launch.dataFolder))].join(' ');
  return isRunning(identity) && findCommandLine(identity.pid) === wanted;
}

/** Starts the server and does not wait for it. Detached, it outlives this process and its terminal. */
export function spawnTemporal(launch: TemporalLaunch, detached: boolean): ProcessIdentity {
  const database = prepareTemporalData(launch.dataFolder);
  const log = openSync(launch.logFile, 'a', 0o600);
  const { PATH, HOME } = process.env;
  const child = spawn(launch.binary, temporalArguments(launch, database), {
    detached,
    cwd: launch.dataFolder,
    stdio: ['ignore', log, log],
    // nothing else: TEMPORAL_* variables and a config file of the user would change what is started
    env: { PATH, HOME, TEMPORAL_CONFIG_FILE: '/dev/null', TZ: 'UTC' },
  });
  closeSync(log);
  child.once('error', () => undefined); // told below: there is no process
  child.unref();
  const identity = child.pid === undefined ? undefined : findProcess(child.pid);
  if (identity === undefined) throw failed(launch, `${launch.binary} could not be run`);
  return identity;
}

/**
 * Waits for gRPC and the namespace, sets retention and search attributes, then waits for the UI, which finds the server
 * by itself and sometimes later. Throws when the server dies first.
 */
export async function waitUntilReady(launch: TemporalLaunch, identity: ProcessIdentity): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  const until = async (answer: (launch: TemporalLaunch) => Promise<boolean>, where: string): Promise<void> => {
    while (!(await answer(launch))) {
      if (!isRunning(identity)) throw failed(launch, lastLines(launch.logFile, 5).join('\n'));
      if (performance.now() > deadline) throw failed(launch, `no answer on ${where}`);
      await sleep(100);
    }
  };
  await until(answers, addressOf(launch));
  await ensureNamespace({ ...launch, address: addressOf(launch), retentionMs: A_YEAR_MS });
  await until(uiAnswers, `127.0.0.1:${launch.uiPort}`);
  rememberVersion(launch.dataFolder);
}

export function addressOf({ port }: Pick<TemporalLaunch, 'port'>): string {
  return `127.0.0.1:${port}`;
}

async function answers(launch: TemporalLaunch): Promise<boolean> {
  try {
    return await hasNamespace(addressOf(launch), launch.namespace);
  } catch {
    return false; // not listening yet
  }
}

async function uiAnswers({ uiPort, namespace }: TemporalLaunch): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${uiPort}/api/v1/namespaces/${namespace}`)).ok;
  } catch {
    return false; // not listening yet
  }
}

function failed(launch: TemporalLaunch, reason: string): StackProblem {
  return new StackProblem(
    'TEMPORAL_FAILED',
    { id: `Temporal tidak dapat berjalan: ${reason}`, en: `Temporal could not run: ${reason}` },
    { id: `Baca ${launch.logFile}.`, en: `Read ${launch.logFile}.` },
  );
}
