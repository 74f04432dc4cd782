import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hasCode } from '../stack-problem';

/**
 * A process and the moment it began. A pid alone is not enough: the system gives it to somebody else later.
 * `startedAt` is opaque: clock ticks since boot on Linux, the text of `ps -o lstart=` elsewhere.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

/** The identity of a live process; nothing when it is gone or only waits to be reaped. */
export function findProcess(pid: number): ProcessIdentity | undefined {
  const startedAt = process.platform === 'linux' ? startTicks(pid) : startText(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

export function isRunning(identity: ProcessIdentity): boolean {
  return findProcess(identity.pid)?.startedAt === identity.startedAt;
}

/** The command line of a process, its arguments separated by spaces; nothing when it is gone. */
export function findCommandLine(pid: number): string | undefined {
  // What has ended and is not yet reaped has an empty command line.
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() || undefined;
  return ps(pid, 'args=');
}

/** Sends a signal to this very process and to no later holder of its pid. True when it was there to receive it. */
export function signalProcess(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isRunning(identity)) return false;
  try {
    process.kill(identity.pid, signal);
    return true;
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return false;
    throw error;
  }
}

/** `/proc/<pid>/stat`: the command's name is in brackets and may hold anything, so count fields after the last one. */
function startTicks(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, ticks] = [fields[0], fields[19]];
  return state === 'Z' || state === 'X' ? undefined : ticks;
}

function startText(pid: number): string | undefined {
  if (ps(pid, 'state=')?.startsWith('Z') === true) return undefined;
  return ps(pid, 'lstart=');
}

function ps(pid: number, column: string): string | undefined {
  try {
    const text = execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8', env: { LC_ALL: 'C' } });
    return text.trim() === '' ? undefined : text.trim();
  } catch {
    return undefined; // ps exits 1 when there is no such process
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // gone between two looks, or not ours to see
  }
}
