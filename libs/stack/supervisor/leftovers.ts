import { type StackFolders } from '../folders';
import { clusterFolders } from '../postgres/cluster';
import { FAST_SHUTDOWN } from '../postgres/launch-postgres';
import { findPostmaster } from '../postgres/postmaster-file';
import { endProcess } from '../processes/end-process';
import { isRunning } from '../processes/process-identity';
import { ProcessRecords } from './records';

/** In the order in which they are ended; Postgres is known by its own file and comes last. */
const RECORDED = ['api', 'worker', 'temporal'] as const;

/** The processes that a dead supervisor left running, by name. */
export function findLeftovers(folders: StackFolders): string[] {
  const { earlier } = new ProcessRecords(folders);
  const recorded = RECORDED.filter((name) => {
    const identity = earlier.get(name);
    return identity !== undefined && isRunning(identity);
  });
  const postgres = findPostmaster(clusterFolders(folders.postgres).data);
  return postgres === undefined ? recorded : [...recorded, 'postgres'];
}

/** Ends what a dead supervisor left. The caller knows that no supervisor lives. */
export async function endLeftovers(folders: StackFolders): Promise<void> {
  const records = new ProcessRecords(folders);
  for (const name of RECORDED) await endRecorded(records, name);
  const postgres = findPostmaster(clusterFolders(folders.postgres).data);
  if (postgres !== undefined) await endProcess(postgres.identity, FAST_SHUTDOWN);
}

/** Ends one recorded process, if it is still that process, and forgets it. */
export async function endRecorded(records: ProcessRecords, name: string): Promise<void> {
  const identity = records.earlier.get(name);
  if (identity === undefined) return;
  if (!(await endProcess(identity))) throw new Error(`${name} (pid ${identity.pid}) does not end`);
  records.forget(name);
}
