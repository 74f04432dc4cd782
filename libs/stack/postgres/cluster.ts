import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StackProblem } from '../stack-problem';
import { type Account, findClosedFolder } from './account';
import { type PostgresBinaries } from './binaries';

/** The superuser of a cluster that we made. Its password is in a file only we can read. */
export const SUPERUSER = 'postgres';

/** What lies in a data folder. */
export interface ClusterFolders {
  readonly data: string;
  readonly passwordFile: string;
  readonly logFile: string;
}

export function clusterFolders(dataFolder: string, logFile = join(dataFolder, 'postgres.log')): ClusterFolders {
  return {
    data: join(dataFolder, 'cluster'),
    passwordFile: join(dataFolder, 'superuser-password'),
    logFile,
  };
}

/** The major version that made the cluster; nothing when there is none yet. */
export function findClusterMajor(dataFolder: string): number | undefined {
  const file = join(clusterFolders(dataFolder).data, 'PG_VERSION');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').trim()) : undefined;
}

export function readPassword(dataFolder: string): string {
  const { passwordFile } = clusterFolders(dataFolder);
  if (existsSync(passwordFile)) return readFileSync(passwordFile, 'utf8').trim();
  throw new StackProblem(
    'NO_POSTGRES_PASSWORD',
    { id: `Berkas kata sandi ${passwordFile} hilang.`, en: `The password file ${passwordFile} is gone.` },
    {
      id: 'Kembalikan berkas itu dari cadangan; tanpa berkas itu cluster tidak dapat dibuka.',
      en: 'Bring that file back from a backup; the cluster cannot be opened without it.',
    },
  );
}

/**
 * Makes the cluster if there is none: UTF-8, C locale, passwords by SCRAM. It appears under its name only when it is
 * whole, so that a killed initdb is simply done again.
 */
export async function ensureCluster(
  dataFolder: string,
  binaries: PostgresBinaries,
  account: Account | undefined,
  durable: boolean,
): Promise<void> {
  const { data, passwordFile } = clusterFolders(dataFolder);
  if (findClusterMajor(dataFolder) !== undefined) return;
  const [draft, hint] = [`${data}.new`, `${data}.password`];
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  writeFileSync(hint, password, { mode: 0o600 });
  if (account !== undefined) for (const path of [draft, hint]) chownSync(path, account.uid, account.gid);
  const flags = ['--encoding=UTF8', '--locale=C', `--username=${SUPERUSER}`, '--auth=scram-sha-256'];
  try {
    await runInitdb(
      binaries,
      [...flags, `--pwfile=${hint}`, `--pgdata=${draft}`, ...(durable ? [] : ['--no-sync'])],
      account,
    );
  } finally {
    rmSync(hint, { force: true });
  }
  writeFileSync(passwordFile, password, { mode: 0o600 });
  renameSync(draft, data);
}

/** The data folder, entered by the account that PostgreSQL runs under. Throws when a folder above it is closed. */
export function makeDataFolder(dataFolder: string, account: Account | undefined): void {
  mkdirSync(dataFolder, { recursive: true });
  chmodSync(dataFolder, account === undefined ? 0o700 : 0o711);
  const closed = account && findClosedFolder(dataFolder, account);
  if (closed === undefined) return;
  throw new StackProblem(
    'FOLDER_CLOSED',
    {
      id: `Anda root, jadi PostgreSQL berjalan sebagai uid ${account?.uid ?? ''}; akun itu tidak dapat masuk ke ${closed}.`,
      en: `You are root, so PostgreSQL runs as uid ${account?.uid ?? ''}, and that account cannot enter ${closed}.`,
    },
    {
      id: 'Pilih folder lain dengan KERJASAMA_HOME, misalnya /var/lib/kerjasama.',
      en: 'Choose another folder with KERJASAMA_HOME, e.g. /var/lib/kerjasama.',
    },
  );
}

function runInitdb(binaries: PostgresBinaries, args: readonly string[], account: Account | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(binaries.bin, 'initdb'), args, { env: processEnv(binaries), cwd: '/', ...account });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => output.push(String(bytes)));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(initdbFailed(binaries, output.join('').trim().split('\n').slice(-5).join(' ')));
    });
  });
}

/** The least that PostgreSQL needs; nothing of the caller's environment reaches it. */
export function processEnv(binaries: PostgresBinaries): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...binaries.env };
}

function initdbFailed(binaries: PostgresBinaries, reason: string): StackProblem {
  return new StackProblem(
    'INITDB_FAILED',
    { id: `initdb ${binaries.version} gagal: ${reason}`, en: `initdb ${binaries.version} failed: ${reason}` },
    {
      id: 'Periksa ruang disk dan izin folder data, lalu coba lagi.',
      en: 'Check disk space and the permissions of the data folder, then try again.',
    },
  );
}
