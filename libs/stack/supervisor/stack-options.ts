import { join } from 'node:path';
import { type DatabaseUrls } from '@kerjasama/database/provision';
import { type Profile, type StackFolders } from '../folders';
import { packageRoot } from '../package-root';
import { type StackUrls } from '../stack-status';
import { type AppCommand } from './app-plan';
import { type StackPorts } from './stack-ports';

export const NAMESPACE = 'kerjasama';
export const AUDIENCE = 'kerjasama';
const LOOPBACK = '127.0.0.1';

export interface StackApps {
  readonly worker: AppCommand;
  readonly api: AppCommand;
}

/** Everything a supervisor decides once, at its start. */
export interface StackSetting {
  readonly profile: Profile;
  readonly folders: StackFolders;
  readonly ports: StackPorts;
  readonly apps: StackApps;
  /** Set when somebody else runs the server. */
  readonly externalTemporal?: { readonly address: string; readonly uiUrl: string } | undefined;
  readonly externalPostgresUrl?: string | undefined;
}

/** The built apps of this package. */
export function builtApps(): StackApps {
  const cwd = packageRoot();
  const app = (name: string): AppCommand => ({
    command: process.execPath,
    args: ['--enable-source-maps', join(cwd, 'dist', 'apps', name, 'main.js')],
    cwd,
  });
  return { worker: app('worker'), api: app('api') };
}

export function urlsOf({ ports, externalTemporal }: Pick<StackSetting, 'ports' | 'externalTemporal'>): StackUrls {
  const at = (port: number): string => `http://${LOOPBACK}:${port}`;
  return {
    api: at(ports.api),
    apiDocs: `${at(ports.api)}/docs`,
    temporalUi: externalTemporal?.uiUrl ?? at(ports.temporalUi),
    temporalAddress: externalTemporal?.address ?? `${LOOPBACK}:${ports.temporal}`,
    issuer: at(ports.issuer),
  };
}

export function workerHealthUrl({ ports }: Pick<StackSetting, 'ports'>): string {
  return `http://${LOOPBACK}:${ports.workerHealth}/readyz`;
}

/** What both apps are told. The database address is not among it: each gets that of its own role only. */
function sharedEnvironment(setting: StackSetting): Record<string, string> {
  const urls = urlsOf(setting);
  return {
    KERJASAMA_PROFILE: setting.profile,
    TEMPORAL_ADDRESS: urls.temporalAddress,
    TEMPORAL_NAMESPACE: NAMESPACE,
    ...(urls.temporalUi === '' ? {} : { TEMPORAL_UI_URL: urls.temporalUi }),
    KEYS_FOLDER: setting.folders.keys,
    CONTENT_FOLDER: setting.folders.content,
    OIDC_ISSUER: urls.issuer,
    OIDC_AUDIENCE: AUDIENCE,
  };
}

export function workerEnvironment(setting: StackSetting, database: DatabaseUrls): Record<string, string> {
  return {
    ...sharedEnvironment(setting),
    DATABASE_URL: database.workerUrl,
    SIMULATION_FOLDER: setting.folders.simulation,
    WORKER_HEALTH_PORT: String(setting.ports.workerHealth),
  };
}

export function apiEnvironment(setting: StackSetting, database: DatabaseUrls): Record<string, string> {
  return {
    ...sharedEnvironment(setting),
    DATABASE_URL: database.apiUrl,
    API_HOST: LOOPBACK,
    API_PORT: String(setting.ports.api),
    CODEC_ENDPOINT: 'open', // the browser that shows the Temporal UI here has no token to send
  };
}
