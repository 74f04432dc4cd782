import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findCommandLine, findProcess, type ProcessIdentity } from '../processes/process-identity';

/** A server that already runs on a cluster: somebody was killed and left it behind. */
export interface Postmaster {
  readonly identity: ProcessIdentity;
  readonly port: number;
}

/**
 * The server that runs on this cluster, by its `postmaster.pid` (pid on line 1, port on line 4).
 * The file outlives its server, and its pid may belong to somebody else by now, for whose sake PostgreSQL would refuse
 * to start: then the file is removed. The command line tells, since only our server names this folder in it.
 */
export function findPostmaster(dataFolder: string): Postmaster | undefined {
  const file = join(dataFolder, 'postmaster.pid');
  const [pid, , , port] = readLines(file).map(Number);
  if (pid === undefined) return undefined;
  const identity = Number.isInteger(pid) && pid > 0 ? findProcess(pid) : undefined;
  const command = identity && findCommandLine(identity.pid);
  if (identity !== undefined && command?.includes(dataFolder) === true) return { identity, port: port ?? 0 };
  rmSync(file, { force: true });
  return undefined;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return []; // no file: no server has run, or it ended in order
  }
}
