import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StackProblem } from '../stack-problem';
import { type Account } from './account';
import { type PostgresBinaries } from './binaries';
import { type ClusterFolders, processEnv } from './cluster';

export interface ServerStart {
  readonly folders: ClusterFolders;
  readonly binaries: PostgresBinaries;
  readonly account: Account | undefined;
  readonly port: number;
  readonly durable: boolean;
  /** True: the server outlives us and our terminal. */
  readonly detached: boolean;
}

/** Why a server that was just started is gone. `retry` says what may help: another port, or a little patience. */
export interface ServerExit {
  readonly retry: 'another-port' | 'later' | 'never';
  readonly problem: StackProblem;
}

export interface StartedServer {
  readonly pid: number;
  /** Resolves when the process ends; never rejects. */
  readonly exited: Promise<ServerExit>;
}

/**
 * No socket file at all: it would have to lie in a folder whose path is short enough, and a file in /tmp is open to
 * everybody. JIT costs more than it gives on our queries of milliseconds.
 */
const ALWAYS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'jit=off'];
const SIZES = ['max_connections=100', 'shared_buffers=256MB', 'max_wal_size=2GB'];
/** For tests: nothing is synced, and the crowds of several specs fit at once. */
const CARELESS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];

export function startServer(start: ServerStart): StartedServer {
  const { data, logFile } = start.folders;
  const settings = [...ALWAYS, ...SIZES, ...(start.durable ? [] : CARELESS), `port=${start.port}`];
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const logStart = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(join(start.binaries.bin, 'postgres'), args, {
    ...start.account,
    env: processEnv(start.binaries),
    cwd: '/',
    detached: start.detached,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  const exited = new Promise<ServerExit>((resolve) => {
    child.once('error', (error) => {
      resolve(explain(error.message));
    });
    child.once('exit', () => {
      resolve(explain(readLog(logFile, logStart)));
    });
  });
  return { pid: child.pid ?? 0, exited };
}

function readLog(file: string, start: number): string {
  try {
    return readFileSync(file).subarray(start).toString('utf8');
  } catch {
    return ''; // the whole folder was removed under it: it has nothing to say
  }
}

/** Turns the server's last words into what a person can act on. */
function explain(log: string): ServerExit {
  const words = log.trim().split('\n').slice(-6).join('\n');
  if (/could not create any TCP\/IP sockets|Address already in use/.test(log)) {
    return { retry: 'another-port', problem: failed(words, PORT_TAKEN) };
  }
  if (/pre-existing shared memory block|is still in use|lock file .* already exists/.test(log)) {
    return { retry: 'later', problem: failed(words, STILL_ENDING) };
  }
  if (/No space left on device/.test(log)) return { retry: 'never', problem: failed(words, DISK_FULL) };
  return { retry: 'never', problem: failed(words, READ_THE_LOG) };
}

function failed(words: string, remedy: StackProblem['remedy']): StackProblem {
  const text = { id: `PostgreSQL tidak dapat berjalan: ${words}`, en: `PostgreSQL could not run: ${words}` };
  return new StackProblem('POSTGRES_FAILED', text, remedy);
}

const PORT_TAKEN = { id: 'Bebaskan porta itu atau pilih porta lain.', en: 'Free that port or choose another.' };
const STILL_ENDING = {
  id: 'Server sebelumnya belum selesai berhenti; tunggu sebentar lalu coba lagi.',
  en: 'The server before it has not ended yet; wait a moment and try again.',
};
const DISK_FULL = { id: 'Kosongkan ruang disk lalu coba lagi.', en: 'Free some disk space and try again.' };
const READ_THE_LOG = {
  id: 'Baca postgres.log di folder data; bila folder rusak, pulihkan dari cadangan.',
  en: 'Read postgres.log in the data folder; if the folder is damaged, restore it from a backup.',
};
