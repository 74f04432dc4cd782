import { ApplicationFailure } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { eventually } from '../../../test/support/eventually';
import { startTemporalStand, type TemporalStand } from '../../../test/support/temporal-stand';
import { findStuck } from './find-stuck';
import { type askFixtureAgency, type recordFixtureAct } from '../fixtures/workflows';
import { retryActivity } from './retry-activity';

const { ResetReapplyType } = temporal.api.enums.v1;

describe('what is stuck', () => {
  let stand: TemporalStand;
  let treasury: () => Promise<string>;
  let record: () => Promise<string>;

  beforeAll(async () => {
    stand = await startTemporalStand({
      startsOn: 'live',
      activities: { ask: () => treasury(), record: () => record() },
    });
  });

  afterAll(async () => {
    await stand.stop();
  });

  const stuckIn = (workflowId: string) => findStuck(stand.client, `WorkflowId = '${workflowId}'`);
  const notStuckIn = (workflowId: string) =>
    eventually(async () => ((await stuckIn(workflowId)).length === 0 ? true : undefined));

  it('names the failing activity with its words, and an operator runs it again at once', async () => {
    treasury = () => Promise.reject(new Error('Treasury answered 503'));
    const handle = await stand.client.workflow.start<typeof askFixtureAgency>('askFixtureAgency', {
      taskQueue: 'acts',
      workflowId: 'premium/A/2028',
      args: ['paid?'],
    });
    const stuck = await eventually(async () => (await findStuck(stand.client)).find(({ attempt }) => attempt > 1));
    if (stuck.kind !== 'activity') throw new Error('It is an activity that fails');
    expect(stuck).toMatchObject({ workflowId: 'premium/A/2028', activity: 'ask', message: 'Treasury answered 503' });
    expect(stuck.since.getTime()).toBeGreaterThan(0);

    treasury = () => Promise.resolve('yes');
    await retryActivity(stand.client, stuck);
    await expect(handle.result()).resolves.toBe('yes');
    await notStuckIn('premium/A/2028');
  });

  it('names the act that the database does not take, until it does', async () => {
    record = () => Promise.reject(new Error('No room for another act'));
    const handle = await stand.client.workflow.start<typeof recordFixtureAct>('recordFixtureAct', {
      taskQueue: 'acts',
      workflowId: 'budget/A/2028',
      args: ['allocated'],
    });
    const stuck = await eventually(async () => (await stuckIn('budget/A/2028'))[0]);
    expect(stuck).toMatchObject({ kind: 'local-activity', activity: 'record', message: 'No room for another act' });
    expect(stuck.attempt).toBeGreaterThan(1);
    expect(stuck.since.getTime()).toBeGreaterThan(0);

    record = () => Promise.resolve('recorded');
    await expect(handle.result()).resolves.toBe('recorded');
    await notStuckIn('budget/A/2028');
  });

  it('names the workflow whose code fails', async () => {
    await stand.client.workflow.start('failFixtureTask', { taskQueue: 'acts', workflowId: 'renewal/A/2028', args: [] });
    const stuck = await eventually(async () => (await stuckIn('renewal/A/2028'))[0]);
    expect(stuck).toMatchObject({ kind: 'workflow-task', message: expect.stringContaining('A defect') as string });
  });

  it('names the workflow that somebody ended from outside, with the reason given', async () => {
    await stand.client.workflow.getHandle('renewal/A/2028').terminate('Ended by hand');
    const ended = { kind: 'ended-workflow', message: 'Ended by hand' };
    await eventually(async () => (await stuckIn('renewal/A/2028')).find(({ kind }) => kind === ended.kind));
    expect(await stuckIn('renewal/A/2028')).toEqual([expect.objectContaining(ended)]);
  });

  it('names the workflow that failed, until a reset has set it up again', async () => {
    treasury = () => Promise.reject(ApplicationFailure.nonRetryable('No such account'));
    const handle = await stand.client.workflow.start<typeof askFixtureAgency>('askFixtureAgency', {
      taskQueue: 'acts',
      workflowId: 'premium/B/2028',
      args: ['paid?'],
    });
    await expect(handle.result()).rejects.toThrow();
    const stuck = await eventually(async () => (await stuckIn('premium/B/2028'))[0]);
    expect(stuck).toMatchObject({ kind: 'ended-workflow', runId: handle.firstExecutionRunId });

    treasury = () => Promise.resolve('yes');
    const { events } = await handle.fetchHistory();
    // The task before the step that failed: after it, the failure itself would be replayed.
    const before = events?.find((event) => event.workflowTaskCompletedEventAttributes);
    await stand.client.workflowService.resetWorkflowExecution({
      namespace: stand.server.namespace,
      workflowExecution: { workflowId: stuck.workflowId, runId: stuck.runId },
      reason: 'The account was mended',
      requestId: 'reset-1',
      workflowTaskFinishEventId: before?.eventId ?? null,
      resetReapplyType: ResetReapplyType.RESET_REAPPLY_TYPE_SIGNAL,
    });
    await expect(stand.client.workflow.getHandle('premium/B/2028').result()).resolves.toBe('yes');
    await notStuckIn('premium/B/2028');
  });
});
