import { addDays, dateInJakarta, startInJakarta } from '@kerjasama/kernel/plain-date';
import {
  type passFixtureStage,
  type runFixtureCycle,
  type settleFixtureClaim,
  type billFixtureMonths,
} from '@kerjasama/temporal/fixtures/workflows';
import { startTemporalStand, type TemporalStand } from '../../test/support/temporal-stand';
import { timeMachine, type TimeMachine } from './time';

const DAY = 86_400_000;

describe('time in a rehearsal', () => {
  let stand: TemporalStand;
  let time: TimeMachine;
  const recorded: string[] = [];

  beforeAll(async () => {
    stand = await startTemporalStand({
      timeSkipping: true,
      activities: {
        record: (what: string, at: string) => {
          recorded.push(`${at} ${what}`);
          return Promise.resolve(`${at} ${what}`);
        },
      },
    });
    time = timeMachine(stand);
  });

  afterAll(async () => {
    await stand.stop();
  });

  const daysAhead = async (days: number) => new Date((await stand.clock.now()).getTime() + days * DAY);
  const today = () => stand.clock.today();

  it('takes a parent and its children through a whole year, each act on its business date', async () => {
    const start = await today();
    const cycle = await stand.client.workflow.start<typeof runFixtureCycle>('runFixtureCycle', {
      taskQueue: 'acts',
      workflowId: 'cycle/A/2028',
      args: ['A', [10, 20, 30]],
    });
    const stage = (index: number) => stand.client.workflow.getHandle<typeof passFixtureStage>(`stage-${index}/A`);
    await time.moveTo(await daysAhead(5));
    expect(dateInJakarta(await time.timeOf(stage(0)))).toBe(addDays(start, 5));
    expect(await stage(0).executeUpdate('decide', { args: ['Ani'] })).toBe(addDays(start, 5));

    await time.moveTo(await daysAhead(25));
    expect(dateInJakarta(await time.timeOf(stage(1)))).toBe(addDays(start, 25));
    await expect(stage(1).result()).resolves.toEqual({ outcome: 'overdue', closedOn: addDays(start, 25) });
  });
});
