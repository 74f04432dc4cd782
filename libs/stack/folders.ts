import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Two stacks that never meet: in `live` time cannot be moved, the server of `rehearsal` may skip it. */
export type Profile = 'live' | 'rehearsal';

export const PROFILES: readonly Profile[] = ['live', 'rehearsal'];

/** Where everything of one profile lives. `keys` is a sibling, so that nothing that clears a profile can reach it. */
export interface StackFolders {
  readonly home: string;
  readonly profile: string;
  readonly postgres: string;
  readonly temporal: string;
  readonly content: string;
  /** What the simulated agencies did. */
  readonly simulation: string;
  readonly logs: string;
  readonly run: string;
  readonly keys: string;
}

/** Root's home is usually closed to the account PostgreSQL runs under; this place is not. */
const HOME_OF_ROOT = '/var/lib/kerjasama';

/** `KERJASAMA_HOME`, else the user's data folder by the XDG rule, else (root with a closed home) `/var/lib/kerjasama`. */
export function kerjasamaHome(env: NodeJS.ProcessEnv = process.env): string {
  if (env['KERJASAMA_HOME']) return env['KERJASAMA_HOME'];
  if (env['XDG_DATA_HOME']) return join(env['XDG_DATA_HOME'], 'kerjasama');
  const home = homedir();
  const closed = ((statSync(home, { throwIfNoEntry: false })?.mode ?? 0) & 0o001) === 0;
  return process.getuid?.() === 0 && closed ? HOME_OF_ROOT : join(home, '.local', 'share', 'kerjasama');
}

/** What can be had again: built tools, copied binaries. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'kerjasama');
}

export function stackFolders(profile: Profile, home = kerjasamaHome()): StackFolders {
  const folder = join(home, profile);
  return {
    home,
    profile: folder,
    postgres: join(folder, 'postgres'),
    temporal: join(folder, 'temporal'),
    content: join(folder, 'content'),
    simulation: join(folder, 'simulation'),
    logs: join(folder, 'logs'),
    run: join(folder, 'run'),
    keys: join(home, 'keys', profile),
  };
}

/**
 * Makes the folders. Home and profile may be entered but not read by others, since PostgreSQL may run under another
 * account; everything else is the owner's alone.
 */
export function makeStackFolders(folders: StackFolders): void {
  for (const folder of [folders.home, folders.profile]) {
    const isNew = mkdirSync(folder, { recursive: true }) !== undefined;
    if (isNew || folder === folders.profile) chmodSync(folder, 0o711);
  }
  for (const folder of [folders.temporal, folders.content, folders.simulation, folders.logs, folders.run]) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o700);
  }
}
