import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../folders';
import { describeError, StackProblem } from '../stack-problem';
import { buildTemporal, type BuildProgress } from './build-temporal';
import { TEMPORAL_VERSION } from './pinned';

const run = promisify(execFile);

/** A server that somebody else runs, or a binary that we may run ourselves. */
export type FoundTemporal =
  | { readonly kind: 'external'; readonly address: string }
  | {
      readonly kind: 'binary';
      readonly path: string;
      readonly source: 'TEMPORAL_BIN' | 'PATH' | 'cache' | 'built';
    };

export interface TemporalQuestion {
  readonly env?: NodeJS.ProcessEnv;
  /** False: never build, fail instead. */
  readonly mayBuild?: boolean;
  /** Called before and during a build, which takes minutes. */
  readonly onProgress?: (progress: BuildProgress) => void;
}

/**
 * `TEMPORAL_ADDRESS`, else `TEMPORAL_BIN`, else a `temporal` of exactly the pinned version on PATH, else the one in the
 * cache folder, else a build by the Go toolchain into that cache.
 * Throws TEMPORAL_VERSION when TEMPORAL_BIN names another version, NO_TEMPORAL with every way that was tried.
 */
export async function findTemporal(question: TemporalQuestion = {}): Promise<FoundTemporal> {
  const { env = process.env, mayBuild = true } = question;
  if (env['TEMPORAL_ADDRESS']) return { kind: 'external', address: env['TEMPORAL_ADDRESS'] };
  if (env['TEMPORAL_BIN']) return { kind: 'binary', source: 'TEMPORAL_BIN', path: await asked(env['TEMPORAL_BIN']) };

  const tried: string[] = [];
  const onPath = await findOnPath(env, tried);
  if (onPath !== undefined) return { kind: 'binary', source: 'PATH', path: onPath };

  const cached = cachedTemporal(env);
  const problem = existsSync(cached) ? await findMismatch(cached) : 'not there yet';
  if (problem === undefined) return { kind: 'binary', source: 'cache', path: cached };
  tried.push(`${cached}: ${problem}`);
  if (!mayBuild) throw noTemporal(tried);

  try {
    await buildTemporal({ env, target: cached, onProgress: question.onProgress ?? (() => undefined) });
  } catch (error) {
    throw noTemporal([...tried, `build with Go: ${describeError(error)}`], error);
  }
  const built = await findMismatch(cached);
  if (built !== undefined) throw noTemporal([...tried, `build with Go: ${built}`]);
  return { kind: 'binary', source: 'built', path: cached };
}

/** Where a build leaves the binary, one folder a version. */
export function cachedTemporal(env: NodeJS.ProcessEnv = process.env): string {
  return join(cacheFolder(env), 'temporal', TEMPORAL_VERSION, 'temporal');
}

async function asked(path: string): Promise<string> {
  const mismatch = await findMismatch(path);
  if (mismatch === undefined) return path;
  throw new StackProblem(
    'TEMPORAL_VERSION',
    {
      id: `TEMPORAL_BIN=${path} tidak dapat dipakai: ${mismatch}.`,
      en: `TEMPORAL_BIN=${path} will not do: ${mismatch}.`,
    },
    {
      id: `Tunjuk Temporal CLI versi ${TEMPORAL_VERSION}, atau kosongkan TEMPORAL_BIN.`,
      en: `Point it at the Temporal CLI ${TEMPORAL_VERSION}, or unset TEMPORAL_BIN.`,
    },
  );
}

async function findOnPath(env: NodeJS.ProcessEnv, tried: string[]): Promise<string | undefined> {
  const candidates = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const found = candidates.map((folder) => join(folder, 'temporal')).filter((path) => existsSync(path));
  if (found.length === 0) tried.push('PATH: no temporal on it');
  for (const path of found) {
    const mismatch = await findMismatch(path);
    if (mismatch === undefined) return path;
    tried.push(`${path}: ${mismatch}`);
  }
  return undefined;
}

/** Why this binary will not do; nothing when it is the pinned version. */
async function findMismatch(path: string): Promise<string | undefined> {
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 20_000 });
    const version = /version (\S+)/.exec(stdout)?.[1];
    return version === TEMPORAL_VERSION ? undefined : `version ${version ?? 'unknown'}, not ${TEMPORAL_VERSION}`;
  } catch (error) {
    return describeError(error).split('\n')[0];
  }
}

function noTemporal(tried: readonly string[], cause?: unknown): StackProblem {
  const ways = `TEMPORAL_ADDRESS, TEMPORAL_BIN: -; ${tried.join('; ')}`;
  return new StackProblem(
    'NO_TEMPORAL',
    { id: `Temporal tidak ditemukan. Yang sudah dicoba: ${ways}.`, en: `No Temporal was found. Tried: ${ways}.` },
    {
      id: `Pasang Go 1.26.8 atau lebih baru (https://go.dev/dl), atau Temporal CLI ${TEMPORAL_VERSION}, atau isi TEMPORAL_ADDRESS.`,
      en: `Install Go 1.26.8 or newer (https://go.dev/dl), or the Temporal CLI ${TEMPORAL_VERSION}, or set TEMPORAL_ADDRESS.`,
    },
    { cause },
  );
}
