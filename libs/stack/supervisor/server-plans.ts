import { type ProcessIdentity } from '../processes/process-identity';
import { isRunning } from '../processes/process-identity';
import { rotateLog } from '../processes/log-file';
import { isPortFreeWithin } from '../ports';
import { FAST_SHUTDOWN, launchDetachedPostgres } from '../postgres/launch-postgres';
import { StackProblem } from '../stack-problem';
import { hasNamespace } from '../temporal/namespace';
import { addressOf, spawnTemporal, type TemporalLaunch, waitUntilReady } from '../temporal/launch-temporal';
import { type ProcessPlan } from './managed-process';

/** Killed on a busy machine, a server's last children keep its port for seconds. */
const PORT_PATIENCE_MS = 15_000;

export interface PostgresWish {
  readonly dataFolder: string;
  readonly logFile: string;
  readonly port: number;
  /** Told whenever the server is up: how its superuser comes in. */
  readonly onUp: (superuserUrl: string) => void;
}

/**
 * The launcher waits for readiness itself, and finds again what a killed supervisor left. The first start takes another
 * port when somebody was faster; from then on the port stays, because the apps know it.
 */
export function postgresPlan(wish: PostgresWish): ProcessPlan {
  let port = wish.port;
  let exactPort = false;
  return {
    name: 'postgres',
    logFile: wish.logFile,
    readyWithinMs: PORT_PATIENCE_MS,
    ending: FAST_SHUTDOWN,
    start: async (begun) => {
      rotateLog(wish.logFile);
      const server = await launchDetachedPostgres({ ...wish, port, exactPort });
      [port, exactPort] = [server.port, true];
      begun(server.identity);
      wish.onUp(server.superuserUrl);
    },
    isReady: () => Promise.resolve(true),
  };
}

/** `left` is a server that a killed supervisor left behind: taken over once, started anew when it dies. */
export function temporalPlan(launch: TemporalLaunch, left: ProcessIdentity | undefined): ProcessPlan {
  let adoptable = left;
  return {
    name: 'temporal',
    logFile: launch.logFile,
    readyWithinMs: PORT_PATIENCE_MS,
    start: async (begun) => {
      const identity = adoptable !== undefined && isRunning(adoptable) ? adoptable : await spawnOnPort(launch);
      adoptable = undefined;
      begun(identity);
      await waitUntilReady(launch, identity);
    },
    isReady: () => hasNamespace(addressOf(launch), launch.namespace),
  };
}

async function spawnOnPort(launch: TemporalLaunch): Promise<ProcessIdentity> {
  for (const port of [launch.port, launch.uiPort]) {
    if (await isPortFreeWithin(port, PORT_PATIENCE_MS)) continue;
    throw new StackProblem(
      'PORT_TAKEN',
      { id: `Porta ${port} dipakai program lain.`, en: `Port ${port} is taken by another program.` },
      { id: 'Hentikan program itu, lalu coba lagi.', en: 'Stop that program, then try again.' },
    );
  }
  rotateLog(launch.logFile);
  return spawnTemporal(launch, true);
}
