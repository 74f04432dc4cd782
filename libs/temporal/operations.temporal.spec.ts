import { eventually } from '../../test/support/eventually';
import { startTemporalStand, type TemporalStand } from '../../test/support/temporal-stand';
import { type askFixtureAgency } from './fixtures/workflows';
import { findStuck, retryActivity } from './operations';

describe('what is stuck', () => {
  let stand: TemporalStand;
  let treasuryIsDown = true;

  beforeAll(async () => {
    stand = await startTemporalStand({
      timeSkipping: false,
      activities: {
        ask: (what: string) =>
          treasuryIsDown ? Promise.reject(new Error('Treasury answered 503')) : Promise.resolve(`${what}: yes`),
      },
    });
  });

  afterAll(async () => {
    await stand.stop();
  });

  it('names the failing activity with its words, and an operator runs it again at once', async () => {
    const handle = await stand.client.workflow.start<typeof askFixtureAgency>('askFixtureAgency', {
      taskQueue: 'acts',
      workflowId: 'premium/A/2028',
      args: ['paid?'],
    });
    const stuck = await eventually(async () => (await findStuck(stand.client)).find(({ attempt }) => attempt > 1));
    if (stuck.kind !== 'activity') throw new Error('It is an activity that fails');
    expect(stuck).toMatchObject({ workflowId: 'premium/A/2028', activity: 'ask', message: 'Treasury answered 503' });
    expect(stuck.since.getTime()).toBeGreaterThan(0);

    treasuryIsDown = false;
    await retryActivity(stand.client, stuck);
    await expect(handle.result()).resolves.toBe('paid?: yes');
    await eventually(async () => ((await findStuck(stand.client)).length === 0 ? true : undefined));
  });

  it('names the workflow whose code fails', async () => {
    await stand.client.workflow.start('failFixtureTask', { taskQueue: 'acts', workflowId: 'renewal/A/2028', args: [] });
    const stuck = await eventually(async () => (await findStuck(stand.client, "WorkflowId = 'renewal/A/2028'"))[0]);
    expect(stuck).toMatchObject({ kind: 'workflow-task', message: expect.stringContaining('A defect') as string });
    await stand.client.workflow.getHandle('renewal/A/2028').terminate();
  });
});
