import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectStack } from '@kerjasama/stack/client';
import { makeStackFolders } from '@kerjasama/stack/folders';
import { packageRoot } from '@kerjasama/stack/package-root';
import { choosePort } from '@kerjasama/stack/ports';
import { writePrivateJson } from '@kerjasama/stack/supervisor/private-file';
import { offsetTo, type StatedDate } from './stated-date';

const PORTS = ['postgres', 'temporal', 'temporalUi', 'temporalUiOwn', 'api', 'workerHealth', 'issuer'] as const;

/** A KERJASAMA_HOME of its own with free ports written down, so that stacks that start at once do not meet. */
export async function makeHome(): Promise<string> {
  const main = join(packageRoot(), 'dist', 'apps', 'cli', 'main.js');
  if (!existsSync(main)) throw new Error(`Whole stacks run the built apps, and ${main} is missing: npm run build`);
  const home = await mkdtemp(join(tmpdir(), 'kerjasama-e2e-'));
  await chmod(home, 0o711);
  const { folders } = connectStack('rehearsal', { home });
  makeStackFolders(folders);
  const taken = new Set<number>();
  const ports: Record<string, number> = {};
  for (const name of PORTS) {
    const port = await choosePort(0, taken);
    taken.add(port);
    ports[name] = port;
  }
  writePrivateJson(join(folders.profile, 'ports.json'), ports);
  return home;
}

/** Puts the clock of a home that nothing has run in yet on a day; its stack is down before and after. */
export async function startHomeOn(home: string, startsOn: StatedDate): Promise<void> {
  const stack = connectStack('rehearsal', { home });
  await stack.up();
  await stack.advanceClock(await offsetTo(startsOn));
  await stack.down();
}

/** Ends whatever runs there and deletes it. */
export async function removeHome(home: string): Promise<void> {
  try {
    await connectStack('rehearsal', { home }).down();
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
