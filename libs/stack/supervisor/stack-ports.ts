import { join } from 'node:path';
import { type Profile, type StackFolders } from '../folders';
import { choosePort } from '../ports';
import { membersOf, readPrivateJson, writePrivateJson } from './private-file';

const NAMES = ['postgres', 'temporal', 'temporalUi', 'temporalUiOwn', 'api', 'workerHealth', 'issuer'] as const;
type PortName = (typeof NAMES)[number];
export type StackPorts = Readonly<Record<PortName, number>>;

/** Where people look first. A rehearsal stands beside a live stack, so it has its own. */
const USUAL: Readonly<Record<Profile, StackPorts>> = {
  live: {
    postgres: 54_329,
    temporal: 7_233,
    temporalUi: 8_233,
    temporalUiOwn: 18_233,
    api: 3_000,
    workerHealth: 3_001,
    issuer: 3_002,
  },
  rehearsal: {
    postgres: 54_330,
    temporal: 7_243,
    temporalUi: 8_243,
    temporalUiOwn: 18_243,
    api: 3_010,
    workerHealth: 3_011,
    issuer: 3_012,
  },
};

/**
 * The ports of a stack: the ones it had, else the usual ones, else free ones; written down for the next start.
 * `held` names ports that a process of ours still has (it was adopted): those stay as they are.
 */
export async function chooseStackPorts(
  profile: Profile,
  folders: StackFolders,
  held: ReadonlySet<PortName>,
): Promise<StackPorts> {
  const file = join(folders.profile, 'ports.json');
  const remembered = membersOf(readPrivateJson(file));
  const taken = new Set<number>();
  const chosen = { ...USUAL[profile] };
  for (const name of NAMES) {
    const before = remembered[name];
    const wish = typeof before === 'number' ? before : chosen[name];
    chosen[name] = held.has(name) ? wish : await choosePort(wish, taken);
    taken.add(chosen[name]);
  }
  writePrivateJson(file, chosen);
  return chosen;
}
