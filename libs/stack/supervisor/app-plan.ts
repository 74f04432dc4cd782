import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { findProcess, type ProcessIdentity } from '../processes/process-identity';
import { rotateLog } from '../processes/log-file';
import { type ProcessPlan } from './managed-process';

/** A program of ours and how to run it. */
export interface AppCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

export interface AppWish {
  readonly name: string;
  readonly command: AppCommand;
  readonly logFile: string;
  /** Answers 200 when the app is ready. */
  readonly readyUrl: string;
  /** Asked before every start: what it needs may first have to be made. */
  readonly environment: () => Promise<Readonly<Record<string, string>>>;
}

const READY_WITHIN_MS = 120_000; // the worker bundles its workflows first
const ANSWER_WITHIN_MS = 2_000;

/** What an app inherits of our own environment; everything else it is told. */
const INHERITED = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS'] as const;

export function appPlan(wish: AppWish): ProcessPlan {
  return {
    name: wish.name,
    logFile: wish.logFile,
    readyWithinMs: READY_WITHIN_MS,
    start: async (begun) => {
      const environment = await wish.environment();
      begun(spawnApp(wish, environment));
    },
    isReady: async () => {
      const response = await fetch(wish.readyUrl, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
      await response.arrayBuffer();
      return response.status === 200;
    },
  };
}

/** In a session of its own: it outlives us and our terminal, and our successor ends it by its recorded identity. */
function spawnApp(wish: AppWish, environment: Readonly<Record<string, string>>): ProcessIdentity {
  rotateLog(wish.logFile);
  const log = openSync(wish.logFile, 'a', 0o600);
  const { command, args, cwd } = wish.command;
  const child = spawn(command, args, {
    cwd,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...inherited(process.env), ...environment },
  });
  closeSync(log);
  child.once('error', () => undefined); // told below: there is no process
  child.unref();
  const identity = child.pid === undefined ? undefined : findProcess(child.pid);
  if (identity === undefined) throw new Error(`${wish.name}: ${command} could not be run`);
  return identity;
}

function inherited(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(INHERITED.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}
