/**
 * Records the histories of years that their people leave to themselves: deadlines that pass, and what lapses. Each year
 * stops acting somewhere else; all live side by side on one rehearsal stack. Once for a release, after `npm run build`:
 *
 *     node -r ./libs/stack/fixtures/typescript.cjs test/replay/record-neglect.ts 0.1.0
 */
import { inspect } from 'node:util';
import { readClockOffset } from '@kerjasama/database/instance';
import { createPool } from '@kerjasama/database/pool';
import { startInJakarta } from '@kerjasama/kernel/plain-date';
import { nextBirthday, planYear } from '@kerjasama/rehearsal/plan';
import { timeMachine } from '@kerjasama/rehearsal/time';
import { rehearsalClock } from '@kerjasama/temporal/business-clock';
import { AGREEMENTS, BUDGETS, ENROLMENTS, FAULTY_ENROLMENTS, type NeglectStory } from './neglected/before-cover';
import { PREMIUMS, RENEWALS } from './neglected/during-cover';
import { NeglectedYear } from './neglected-year';
import { onRecordedStack, type RecordedStack } from './recorded-stack';
import { playTogether, type Story } from './shared-clock';

const SIZE = 40;
/** The smallest roster with a broken row has 373. */
const FAULTY_SIZE = 400;

const STORIES: readonly (readonly [size: number, story: NeglectStory])[] = [
  ...[...AGREEMENTS, ...BUDGETS, ...ENROLMENTS, ...PREMIUMS, ...RENEWALS].map((story) => [SIZE, story] as const),
  ...FAULTY_ENROLMENTS.map((story) => [FAULTY_SIZE, story] as const),
];

/** How long one move may take: workflows as small as these are through in seconds. */
const PATIENCE_MS = 90_000;

/** Plays every story, each with a seed and so with an agreement and workers of its own. */
async function recordNeglect(recorded: RecordedStack): Promise<void> {
  const { stack, recorder } = recorded;
  const pool = createPool(await stack.auditorUrl(), { applicationName: 'kerjasama-replay', size: 1 });
  try {
    const clock = rehearsalClock(() => readClockOffset(pool));
    const { client } = recorder.source;
    const time = timeMachine({
      client,
      clock,
      raiseOffset: (offset) => stack.advanceClock(offset),
      patienceMs: PATIENCE_MS,
    });
    const bornOn = nextBirthday(await clock.today());
    const stories = STORIES.map(([size, play], nth): Story => async (moveTo) => {
      const year = new NeglectedYear(recorded, planYear(size, nth + 1, bornOn), moveTo);
      await moveTo(bornOn);
      try {
        await play(year);
      } catch (error) {
        throw new Error(play.name, { cause: error });
      }
    });
    await playTogether(stories, (day) => time.moveTo(startInJakarta(day)));
  } finally {
    await pool.end();
  }
}

onRecordedStack(process.argv[2] ?? '0.1.0', recordNeglect).catch((error: unknown) => {
  console.error(inspect(error, { depth: null }));
  process.exitCode = 1;
});
