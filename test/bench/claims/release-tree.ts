import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { packageRoot } from '@kerjasama/stack/package-root';
import { type Undo } from './undo';

/** Release 0.1.0: its claims are updates of a workflow, which records each act. */
export const RELEASE_0_1_0 = 'bb70c3d8d8c4d962a7e27ca9698cc95149557158';

/** The commit that a revision names in the repository of this tree; null when it is not there, as in a shallow clone. */
export async function findCommit(revision: string): Promise<string | null> {
  try {
    const { stdout } = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
    return stdout.trim();
  } catch {
    return null;
  }
}

/** Checks a commit out beside this tree and builds it with the packages of this tree. */
export async function buildTree(commit: string, undo: Undo): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kerjasama-bench-tree-'));
  const root = join(folder, 'tree');
  undo.add(async () => {
    await git('worktree', 'remove', '--force', root).catch(() => undefined); // it may not have come to be
    rmSync(folder, { recursive: true, force: true });
  });
  await git('worktree', 'add', '--detach', '--quiet', root, commit);
  symlinkSync(join(packageRoot(), 'node_modules'), join(root, 'node_modules'));
  await build(root, undo);
  return root;
}

/** In a process group of its own, so that all of a build can be ended, and is at its end before its folder is removed. */
async function build(root: string, undo: Undo): Promise<void> {
  const npm = spawn('npm', ['run', '--silent', 'build'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(npm, 'close');
  undo.add(async () => {
    if (npm.pid !== undefined && npm.exitCode === null && npm.signalCode === null) process.kill(-npm.pid);
    await ended;
  });
  const [said] = await Promise.all([text(npm.stdout), ended]);
  if (npm.exitCode !== 0) throw new Error(`${root} could not be built: ${said.slice(-2000)}`);
}

/** The commit that this tree is at, and whether files differ from it. */
export async function describeTree(): Promise<string> {
  const commit = (await findCommit('HEAD')) ?? 'unknown';
  const changed = await git('status', '--porcelain').then(
    ({ stdout }) => stdout.trim() !== '',
    () => false,
  );
  return changed ? `${commit} and changes` : commit;
}

function git(...args: readonly string[]): Promise<{ stdout: string }> {
  return promisify(execFile)('git', ['-C', packageRoot(), ...args]);
}
