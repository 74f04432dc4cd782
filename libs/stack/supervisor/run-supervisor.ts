import { join } from 'node:path';
import { SEARCH_ATTRIBUTES } from '@kerjasama/temporal/search-attributes';
import { pino } from 'pino';
import { makeStackFolders, type Profile, type StackFolders, stackFolders } from '../folders';
import { clusterFolders } from '../postgres/cluster';
import { findPostmaster } from '../postgres/postmaster-file';
import { isRunning, type ProcessIdentity } from '../processes/process-identity';
import { StackProblem } from '../stack-problem';
import { findTemporal, type FoundTemporal } from '../temporal/find-temporal';
import { isServerOf, type TemporalLaunch } from '../temporal/launch-temporal';
import { endRecorded } from './leftovers';
import { lockFile, takeLock } from './lock';
import { type ProcessEvents } from './managed-process';
import { type OpenStack, openStack, type TemporalSource } from './open-stack';
import { ProcessRecords } from './records';
import { listenOnSocket, socketPath, type StackRequest } from './socket';
import { builtApps, NAMESPACE, type StackApps, type StackSetting } from './stack-options';
import { chooseStackPorts } from './stack-ports';

export interface SupervisorOptions {
  readonly profile: Profile;
  readonly home?: string;
  readonly apps?: StackApps;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Owns a stack until somebody asks it to go down: one supervisor a profile, held by a lock.
 * What a dead one left is taken over (Postgres, Temporal) or ended (worker, API: they may be of an older build).
 */
export async function runSupervisor(options: SupervisorOptions): Promise<void> {
  const folders = stackFolders(options.profile, options.home);
  makeStackFolders(folders);
  const lock = takeLock(lockFile(folders));
  if ('pid' in lock) throw alreadyRunning(lock);
  process.on('SIGHUP', () => undefined); // the terminal is gone; the stack is not
  try {
    await superviseUntilDown(options, folders);
  } finally {
    lock.release();
  }
}

async function superviseUntilDown(options: SupervisorOptions, folders: StackFolders): Promise<void> {
  const { env = process.env } = options;
  const log = pino({ base: null }, pino.destination({ dest: 1, sync: true }));
  const records = new ProcessRecords(folders);
  for (const name of ['api', 'worker']) await endRecorded(records, name);
  const temporal = await findTemporal({ env, mayBuild: false });
  const setting = await decide(options, folders, env, temporal, records);
  const events: ProcessEvents = {
    began: (name, identity) => {
      records.record(name, identity);
    },
    ended: (name) => {
      records.forget(name);
    },
    changed: (status) => {
      log.info(status, `${status.name}: ${status.state}`);
    },
  };
  const source = await temporalSource(setting, temporal, records);
  const stack = await openStack(setting, source, events);
  await serveUntilDown(stack, socketPath(folders));
  log.info('down');
}

async function decide(
  options: SupervisorOptions,
  folders: StackFolders,
  env: NodeJS.ProcessEnv,
  temporal: FoundTemporal,
  records: ProcessRecords,
): Promise<StackSetting> {
  const held = new Set<'postgres' | 'temporal' | 'temporalUiOwn'>();
  const leftTemporal = records.earlier.get('temporal');
  if (leftTemporal !== undefined && isRunning(leftTemporal)) held.add('temporal').add('temporalUiOwn');
  if (findPostmaster(clusterFolders(folders.postgres).data) !== undefined) held.add('postgres');
  return {
    profile: options.profile,
    folders,
    ports: await chooseStackPorts(options.profile, folders, held),
    apps: options.apps ?? builtApps(),
    externalPostgresUrl: env['DATABASE_URL'],
    externalTemporal:
      temporal.kind === 'external' ? { address: temporal.address, uiUrl: env['TEMPORAL_UI_URL'] ?? '' } : undefined,
  };
}

async function temporalSource(
  setting: StackSetting,
  temporal: FoundTemporal,
  records: ProcessRecords,
): Promise<TemporalSource | undefined> {
  if (temporal.kind === 'external') {
    await endRecorded(records, 'temporal');
    return undefined;
  }
  const { folders, ports, profile } = setting;
  const launch: TemporalLaunch = {
    binary: temporal.path,
    dataFolder: folders.temporal,
    logFile: join(folders.logs, 'temporal.log'),
    profile,
    port: ports.temporal,
    uiPort: ports.temporalUiOwn,
    namespace: NAMESPACE,
    searchAttributes: SEARCH_ATTRIBUTES,
    codecEndpoint: `http://127.0.0.1:${ports.api}/codec`,
  };
  const left = records.earlier.get('temporal');
  if (left !== undefined && isServerOf(launch, left)) return { launch, left };
  await endRecorded(records, 'temporal'); // two servers on one database file would destroy it
  return { launch, left: undefined };
}

async function serveUntilDown(stack: OpenStack, path: string): Promise<void> {
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const goDown = async (): Promise<null> => {
    await stack.close();
    finish();
    return null;
  };
  const socket = await listenOnSocket(path, (request) => answer(request, stack, goDown));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void goDown());
  await finished;
  await socket.close();
}

function answer(request: StackRequest, stack: OpenStack, goDown: () => Promise<null>): Promise<unknown> {
  switch (request.ask) {
    case 'status':
      return Promise.resolve(stack.status());
    case 'down':
      return goDown();
    case 'token':
      return stack.token(request.person);
    case 'auditor-url':
      return stack.auditorUrl();
    case 'advance-clock':
      return stack.advanceClock(request.offsetMs);
  }
}

function alreadyRunning(holder: ProcessIdentity): StackProblem {
  return new StackProblem(
    'SUPERVISOR_RUNS',
    { id: `Stack ini sudah dijaga oleh proses ${holder.pid}.`, en: `Process ${holder.pid} keeps this stack already.` },
    { id: 'Lihat: kerjasama stack status.', en: 'See: kerjasama stack status.' },
  );
}
