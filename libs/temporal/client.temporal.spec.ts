import { addDays } from '@kerjasama/kernel/plain-date';
import { eventually } from '../../test/support/eventually';
import { startTemporalStand, type TemporalStand } from '../../test/support/temporal-stand';
import { type settleFixtureClaim, type runFixtureCycle } from './fixtures/workflows';

const DAY = 86_400_000;
const activities = { record: (what: string, at: string) => Promise.resolve(`${at} ${what}`) };

describe('a client in a rehearsal', () => {
  let stand: TemporalStand;

  beforeAll(async () => {
    stand = await startTemporalStand({ startsOn: '11-19', activities });
  });

  afterAll(async () => {
    await stand.stop();
  });

  it('lets a workflow be born on the business date, then time runs at its usual pace', async () => {
    const before = await stand.clock.today();
    await stand.raiseOffset((await stand.clock.offsetMs()) + 100 * DAY);
    const claim = await stand.client.workflow.start<typeof settleFixtureClaim>('settleFixtureClaim', {
      taskQueue: 'acts',
      workflowId: 'claim/born-later',
      args: ['later'],
    });
    expect(await claim.executeUpdate('decide', { args: ['Budi'] })).toBe(addDays(before, 100));
    await claim.executeUpdate('pay', { args: ['Budi'] });
    expect(await claim.result()).toContain(`${addDays(before, 100)} later reported`);
  });

  it('does not let a child run through its own deadlines', async () => {
    const cycle = await stand.client.workflow.start<typeof runFixtureCycle>('runFixtureCycle', {
      taskQueue: 'acts',
      workflowId: 'cycle/born-later',
      args: ['born-later', [30]],
    });
    await eventually(async () => ((await cycle.describe()).raw.pendingChildren?.length ? true : undefined));
    const child = stand.client.workflow.getHandle('stage-0/born-later');
    await expect(child.executeUpdate('decide', { args: ['Citra'] })).resolves.toBe(await stand.clock.today());
    await expect(child.result()).resolves.toMatchObject({ outcome: 'signed' });
  });

  it('refuses what the server cannot start late, instead of starting it in the past', async () => {
    const start = { taskQueue: 'acts', workflowId: 'claim/signalled', args: ['x'], signal: 'news' };
    await expect(stand.client.workflow.signalWithStart('settleFixtureClaim', start)).rejects.toThrow();
  });

  it('leaves nothing readable in a history', async () => {
    const handle = await stand.client.workflow.start('settleFixtureClaim', {
      taskQueue: 'acts',
      workflowId: 'claim/secret',
      args: ['NAMA-RAHASIA'],
    });
    await handle.executeUpdate('decide', { args: ['PETUGAS-RAHASIA'] });
    const history = JSON.stringify((await handle.fetchHistory()).events);
    const payloads = [...history.matchAll(/"(?:data|encoding)":"([^"]+)"/g)];
    const readable = payloads.map(([, base64]) => Buffer.from(base64 ?? '', 'base64').toString('utf8')).join('\n');
    expect(history + readable).not.toContain('RAHASIA');
    expect(readable).toContain('binary/encrypted');
  });
});

describe('a client in production', () => {
  it('adds nothing to a start', async () => {
    const stand = await startTemporalStand({ startsOn: 'live', activities });
    try {
      const handle = await stand.client.workflow.start('settleFixtureClaim', {
        taskQueue: 'acts',
        workflowId: 'claim/live',
        args: ['live'],
      });
      const { events } = await handle.fetchHistory();
      const started = events?.[0]?.workflowExecutionStartedEventAttributes;
      expect(started?.timeSkippingConfig ?? null).toBeNull();
      expect(Number(started?.firstWorkflowTaskBackoff?.seconds ?? 0)).toBe(0);
    } finally {
      await stand.stop();
    }
  });
});
