import { connectStack, type StackClient } from '@kerjasama/stack/client';
import { type Profile, PROFILES } from '@kerjasama/stack/folders';
import { Option } from 'commander';

/** Which stack a command means: unless told, the one that runs. */
export function profileOption(): Option {
  return new Option(
    '--profile <profile>',
    'tumpukan; bila kosong, yang berjalan / unless told, the one that runs',
  ).choices(PROFILES);
}

/**
 * The stack that a command means, of those that run; undefined when it does not.
 * @throws in plain words when both run and none is named: a command never guesses between a real year and a rehearsal
 */
export async function findRunningStack(
  named: Profile | undefined,
  connect: (profile: Profile) => Pick<StackClient, 'status'> = connectStack,
): Promise<Profile | undefined> {
  const candidates = named === undefined ? PROFILES : [named];
  const states = await Promise.all(candidates.map((profile) => connect(profile).status()));
  const running = candidates.filter((_, index) => states[index] !== undefined);
  if (running.length < 2) return running[0];
  throw new Error(
    'Kedua tumpukan berjalan; sebutkan --profile live atau rehearsal / both stacks run: say --profile live or rehearsal',
  );
}
