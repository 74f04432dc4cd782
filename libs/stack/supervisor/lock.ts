import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type StackFolders } from '../folders';
import { findProcess, isRunning, type ProcessIdentity } from '../processes/process-identity';
import { parseIdentity } from './records';
import { hasCode } from '../stack-problem';

/** Held by one live process at a time; a dead holder's lock is taken over. */
export interface Lock {
  release(): void;
}

/** Where the supervisor of a stack has its lock. */
export function lockFile(folders: StackFolders): string {
  return join(folders.run, 'supervisor.lock');
}

/** Takes the lock, or answers who holds it. Hard links appear whole or not at all, on every file system we meet. */
export function takeLock(file: string): Lock | ProcessIdentity {
  const self = findProcess(process.pid);
  if (self === undefined) throw new Error('This process cannot see itself');
  const draft = `${file}.${self.pid}`;
  writeFileSync(draft, JSON.stringify(self), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      if (link(draft, file)) return heldLock(file);
      const holder = readHolder(file);
      if (holder !== undefined && isRunning(holder)) return holder;
      breakLock(file, holder);
    }
    throw new Error(`The lock ${file} changes hands too fast`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function heldLock(file: string): Lock {
  return {
    release: () => {
      rmSync(file, { force: true });
    },
  };
}

/** Who holds the lock now, if anybody alive does. */
export function findLockHolder(file: string): ProcessIdentity | undefined {
  const holder = readHolder(file);
  return holder !== undefined && isRunning(holder) ? holder : undefined;
}

/** Moves a dead holder's lock aside; if somebody alive took it in between, theirs is put back. */
function breakLock(file: string, dead: ProcessIdentity | undefined): void {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // somebody else was faster
  }
  const moved = readHolder(aside);
  if (moved !== undefined && moved.startedAt !== dead?.startedAt && isRunning(moved)) link(aside, file);
  rmSync(aside, { force: true });
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function readHolder(file: string): ProcessIdentity | undefined {
  try {
    return parseIdentity(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined; // gone, or written by something that was not us
  }
}
