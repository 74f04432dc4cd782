import { addDays, dateInJakarta } from '@kerjasama/kernel/plain-date';
import {
  type passFixtureStage,
  type runFixtureCycle,
  type settleFixtureClaim,
  type billFixtureMonths,
} from '@kerjasama/temporal/fixtures/workflows';
import { eventually } from '../../test/support/eventually';
import { startTemporalStand, type TemporalStand } from '../../test/support/temporal-stand';
import { timeMachine, type TimeMachine } from './time';

const DAY = 86_400_000;

describe('time in a rehearsal', () => {
  let stand: TemporalStand;
  let time: TimeMachine;
  const recorded: string[] = [];

  beforeAll(async () => {
    stand = await startTemporalStand({
      startsOn: '11-19',
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

  it('takes a parent and its children through a year, each act on its business date', async () => {
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

    await time.moveTo(await daysAhead(20));
    await expect(stage(1).result()).resolves.toEqual({ outcome: 'overdue', closedOn: addDays(start, 25) });
    expect(dateInJakarta(await time.timeOf(stage(2)))).toBe(await today());

    await time.moveTo(await daysAhead(60));
    await expect(cycle.result()).resolves.toHaveLength(4);
  });

  it('crosses several timers of one workflow in one move, and stops at the target', async () => {
    const start = await today();
    const months = await stand.client.workflow.start<typeof billFixtureMonths>('billFixtureMonths', {
      taskQueue: 'acts',
      workflowId: 'premium/A/2028',
      args: ['A', 12],
    });
    await time.moveTo(await daysAhead(95));
    expect(await months.query<readonly string[]>('seenDates')).toEqual(
      [30, 60, 90].map((day, index) => `${addDays(start, day)} A month ${index + 1}`),
    );
    expect(dateInJakarta(await time.timeOf(months))).toBe(addDays(start, 95));
    await months.terminate();
  });

  it('takes the laggards along when a move was cut off after the clock was raised', async () => {
    const start = await today();
    const claim = await stand.client.workflow.start<typeof settleFixtureClaim>('settleFixtureClaim', {
      taskQueue: 'acts',
      workflowId: 'claim/laggard',
      args: ['laggard'],
    });
    const target = await daysAhead(7);
    await stand.raiseOffset((await stand.clock.offsetMs()) + 7 * DAY + 60_000);
    expect(dateInJakarta(await time.timeOf(claim))).toBe(start);

    await time.moveTo(target);
    expect(await claim.executeUpdate('decide', { args: ['Ani'] })).toBe(addDays(start, 7));
    await claim.terminate();
  });

  it('never goes back', async () => {
    const before = await stand.clock.offsetMs();
    await time.moveTo(new Date(0));
    expect(await stand.clock.offsetMs()).toBe(before);
  });

  it('leaves nothing under way in any of many open workflows', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `claim/many-${index}`);
    for (const workflowId of ids) {
      const start = { taskQueue: 'acts', workflowId, args: [workflowId] };
      await stand.client.workflow.start('settleFixtureClaim', start);
    }
    await time.moveTo(await daysAhead(31));
    for (const workflowId of ids) {
      const handle = stand.client.workflow.getHandle(workflowId);
      const { raw } = await handle.describe();
      expect([raw.pendingWorkflowTask ?? null, raw.pendingActivities]).toEqual([null, []]);
      expect(recorded.filter((line) => line.endsWith(`${workflowId} overdue`))).toHaveLength(1);
    }
  });

  it('says which workflow is in the way when patience ends', async () => {
    await stand.client.workflow.start('failFixtureTask', { taskQueue: 'acts', workflowId: 'renewal/broken', args: [] });
    const broken = stand.client.workflow.getHandle('renewal/broken');
    await eventually(async () =>
      ((await broken.describe()).raw.pendingWorkflowTask?.attempt ?? 1) > 1 ? true : undefined,
    );
    const hasty = timeMachine({ ...stand, patienceMs: 3000 });
    await expect(hasty.moveTo(await daysAhead(1))).rejects.toThrow('renewal/broken is still at work');
    await broken.terminate();
  });
});
