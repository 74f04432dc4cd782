import { join } from 'node:path';
import { isDemoPerson } from '@kerjasama/identity/demo-people';
import { ensureKeys, loadKeys } from '@kerjasama/keys/key-files';
import { SEARCH_ATTRIBUTES } from '@kerjasama/temporal/search-attributes';
import { type Issuer, openIssuer } from '../issuer/issuer';
import { type ProcessIdentity } from '../processes/process-identity';
import { type StackState, type StackStatus } from '../stack-status';
import { type TemporalLaunch } from '../temporal/launch-temporal';
import { A_YEAR_MS, ensureNamespace } from '../temporal/namespace';
import { openUiFront, type UiFront } from '../temporal/ui-front';
import { appPlan } from './app-plan';
import { StackDatabase } from './database';
import { ManagedProcess, type ProcessEvents } from './managed-process';
import { postgresPlan, temporalPlan } from './server-plans';
import { apiEnvironment, AUDIENCE, NAMESPACE, type StackSetting, urlsOf } from './stack-options';
import { workerEnvironment, workerHealthUrl } from './stack-options';

/** A stack that is kept alive by this process. */
export interface OpenStack {
  status(): StackStatus;
  token(person: string): Promise<string>;
  auditorUrl(): Promise<string>;
  /** Puts a rehearsal's clock forward to this offset; the database of a live profile refuses. */
  advanceClock(offsetMs: number): Promise<null>;
  /** Stops everything, in the reverse order of its start. */
  close(): Promise<void>;
}

/** How Temporal is had: a binary to run, and perhaps a server that a killed supervisor left. */
export interface TemporalSource {
  readonly launch: TemporalLaunch;
  readonly left: ProcessIdentity | undefined;
}

export async function openStack(
  setting: StackSetting,
  temporalSource: TemporalSource | undefined,
  events: ProcessEvents,
): Promise<OpenStack> {
  const { folders, ports } = setting;
  await ensureKeys(folders.keys);
  const keys = await loadKeys(folders.keys, ['issuer-private', 'issuer-public']);
  const issuer = await openIssuer({ port: ports.issuer, keys, audience: AUDIENCE });
  const front = temporalSource && (await openUiFront(ports.temporalUi, ports.temporalUiOwn));
  const database = new StackDatabase(setting);
  const processes = planProcesses(setting, database, temporalSource, events);
  for (const layer of processes) for (const one of layer) one.keep();
  return opened(setting, processes, database, issuer, front);
}

/** In layers: a layer needs the ones before it, and is stopped before them. */
function planProcesses(
  setting: StackSetting,
  database: StackDatabase,
  temporalSource: TemporalSource | undefined,
  events: ProcessEvents,
): readonly (readonly ManagedProcess[])[] {
  const { folders, ports, externalPostgresUrl, apps } = setting;
  const log = (name: string): string => join(folders.logs, `${name}.log`);
  const postgres = postgresPlan({
    dataFolder: folders.postgres,
    logFile: log('postgres'),
    port: ports.postgres,
    onUp: (url) => {
      database.serverIsUp(url);
    },
  });
  const servers = [
    ...(externalPostgresUrl === undefined ? [postgres] : []),
    ...(temporalSource === undefined ? [] : [temporalPlan(temporalSource.launch, temporalSource.left)]),
  ].map((plan) => new ManagedProcess(plan, [], events));
  const worker = appPlan({
    name: 'worker',
    command: apps.worker,
    logFile: log('worker'),
    readyUrl: workerHealthUrl(setting),
    environment: async () => workerEnvironment(setting, await prepared(setting, database)),
  });
  const api = appPlan({
    name: 'api',
    command: apps.api,
    logFile: log('api'),
    readyUrl: `${urlsOf(setting).api}/readyz`,
    environment: async () => apiEnvironment(setting, await prepared(setting, database)),
  });
  return [servers, [worker, api].map((plan) => new ManagedProcess(plan, servers, events))];
}

/** A server of somebody else may lack our namespace; our own is made with it. */
async function prepared(setting: StackSetting, database: StackDatabase): ReturnType<StackDatabase['urls']> {
  if (setting.externalTemporal !== undefined) {
    const { address } = setting.externalTemporal;
    await ensureNamespace({
      address,
      namespace: NAMESPACE,
      searchAttributes: SEARCH_ATTRIBUTES,
      retentionMs: A_YEAR_MS,
    });
  }
  return database.urls();
}

function opened(
  setting: StackSetting,
  layers: readonly (readonly ManagedProcess[])[],
  database: StackDatabase,
  issuer: Issuer,
  front: UiFront | undefined,
): OpenStack {
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    for (const layer of [...layers].reverse()) await Promise.all(layer.map((one) => one.stop()));
    await front?.close();
    await issuer.close();
  };
  return {
    status: () => {
      const processes = layers.flat().map((one) => one.status());
      const state = closing === undefined ? stateOf(processes) : 'stopping';
      return { profile: setting.profile, state, pid: process.pid, urls: urlsOf(setting), processes };
    },
    token: (person) => {
      if (!isDemoPerson(person)) return Promise.reject(new Error(`Nobody here is called ${person}`));
      return issuer.token(person);
    },
    auditorUrl: async () => (await database.urls()).auditorUrl,
    advanceClock: (offsetMs) => database.advanceClock(offsetMs),
    close: () => (closing ??= close()),
  };
}

function stateOf(processes: StackStatus['processes']): StackState {
  if (processes.some(({ state }) => state === 'crash-loop')) return 'failing';
  return processes.every(({ state }) => state === 'ready') ? 'ready' : 'starting';
}
