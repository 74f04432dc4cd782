import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { findProcess } from '../processes/process-identity';
import { packageRoot } from '../package-root';
import {
  CLI_PACKAGE,
  LINKER_FLAGS,
  MODULES_TO_DOWNLOAD,
  PACKAGES_TO_COMPILE,
  ROOM_TO_BUILD_BYTES,
  TEMPORAL_VERSION,
} from './pinned';

const run = promisify(execFile);

/** How far a build is; `of` is the count of an earlier build, so it may be off by a little. */
export interface BuildProgress {
  readonly phase: 'announce' | 'download' | 'compile' | 'done';
  readonly done: number;
  readonly of: number;
}

export interface BuildOrder {
  readonly env: NodeJS.ProcessEnv;
  readonly target: string;
  readonly onProgress: (progress: BuildProgress) => void;
}

/**
 * Builds the Temporal CLI from the pinned module in tools/temporal: 4 to 5 minutes on two cores.
 * The module and build caches are temporary and deleted afterwards; the user's own go settings (GOPROXY, GOFLAGS,
 * GOTOOLCHAIN, `go env -w`) hold. The binary appears at `target` only when it is whole.
 * Throws with the toolchain's own last words.
 */
export async function buildTemporal(order: BuildOrder): Promise<void> {
  const go = await findGo(order.env);
  const parent = dirname(dirname(order.target));
  mkdirSync(parent, { recursive: true });
  removeAbandoned(parent);
  requireRoom(parent);
  const workshop = mkdtempSync(join(parent, `build-${process.pid}-`));
  const remove = (): void => {
    rmSync(workshop, { recursive: true, force: true });
  };
  process.once('exit', remove);
  try {
    order.onProgress({ phase: 'announce', done: 0, of: PACKAGES_TO_COMPILE });
    const draft = join(workshop, 'temporal');
    await goBuild(go, workshop, draft, order);
    mkdirSync(dirname(order.target), { recursive: true });
    renameSync(draft, order.target);
    order.onProgress({ phase: 'done', done: PACKAGES_TO_COMPILE, of: PACKAGES_TO_COMPILE });
  } finally {
    process.off('exit', remove);
    remove();
  }
}

function goBuild(go: string, workshop: string, draft: string, order: BuildOrder): Promise<void> {
  const env = {
    ...order.env,
    CGO_ENABLED: '0',
    GOWORK: 'off',
    GOMODCACHE: join(workshop, 'modules'),
    GOCACHE: join(workshop, 'objects'),
    GOTMPDIR: workshop,
  };
  // -modcacherw: module caches are read-only by default and could then not be deleted
  const args = ['build', '-v', '-modcacherw', '-trimpath', '-ldflags', LINKER_FLAGS, '-o', draft, CLI_PACKAGE];
  return new Promise((resolve, reject) => {
    const child = spawn(go, args, {
      cwd: join(packageRoot(), 'tools', 'temporal'),
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const last: string[] = [];
    const counted = { download: 0, compile: 0 };
    createInterface({ input: child.stderr }).on('line', (line) => {
      const phase = line.startsWith('go: downloading') ? 'download' : 'compile';
      counted[phase] += 1;
      last.push(line);
      if (last.length > 8) last.shift();
      order.onProgress({
        phase,
        done: counted[phase],
        of: Math.max(counted[phase], phase === 'download' ? MODULES_TO_DOWNLOAD : PACKAGES_TO_COMPILE),
      });
    });
    const stop = (): void => void child.kill('SIGTERM');
    process.once('exit', stop);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('exit', stop);
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `go build of the Temporal CLI ${TEMPORAL_VERSION} ended with ${code ?? signal ?? '?'}: ${last.join(' | ')}`,
          ),
        );
    });
  });
}

async function findGo(env: NodeJS.ProcessEnv): Promise<string> {
  for (const go of ['go', '/usr/local/go/bin/go', '/usr/lib/go/bin/go']) {
    try {
      await run(go, ['version'], { env });
      return go;
    } catch {
      continue; // not this one
    }
  }
  throw new Error('no Go toolchain on PATH or in /usr/local/go');
}

/** What a build that was killed left behind: its folder carries its pid. */
function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = /^build-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || Number(pid) === process.pid || findProcess(Number(pid)) !== undefined) continue;
    rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function requireRoom(folder: string): void {
  if (!existsSync(folder)) return;
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= ROOM_TO_BUILD_BYTES) return;
  const [free, needed] = [bavail * bsize, ROOM_TO_BUILD_BYTES].map((bytes) => (bytes / 1e9).toFixed(1));
  throw new Error(`the build needs ${needed ?? '?'} GB for a few minutes, ${folder} has ${free ?? '?'} GB free`);
}
