import { Injectable, Module, Scope } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Worker } from '@temporalio/worker';
import { fixtureBundle } from '../../test/support/temporal-stand';
import { startTemporalServer, type TemporalServer } from '../../test/support/temporal-server';
import { Activity } from './activities';
import { liveClock } from './business-clock';
import { connectTemporal, type TemporalClient } from './client';
import {
  type FixtureActivities,
  type FixtureBulkActivities,
  type walkFixtureChunks,
  type settleFixtureClaim,
} from './fixtures/workflows';
import { WorkerHost, type WorkerSettings } from './worker-host';
import { TemporalWorkerModule } from './worker-module';

const codecKey = { id: 'test', key: Buffer.alloc(32, 3) };

@Injectable()
class Ledger {
  readonly lines: string[] = [];
}

@Injectable()
class ClaimActivities implements FixtureActivities {
  constructor(private readonly ledger: Ledger) {}

  @Activity('acts')
  record(what: string, at: string): Promise<string> {
    this.ledger.lines.push(what);
    return Promise.resolve(`${at} ${what}`);
  }
}

@Injectable()
class RosterActivities implements FixtureBulkActivities {
  constructor(private readonly ledger: Ledger) {}

  @Activity('bulk')
  walk(chunks: number): Promise<number> {
    this.ledger.lines.push(`${chunks} chunks`);
    return Promise.resolve(chunks);
  }
}

@Injectable()
class SecondRecorder {
  @Activity('bulk')
  record(): Promise<void> {
    return Promise.resolve();
  }
}

@Injectable({ scope: Scope.REQUEST })
class RecorderOfARequest {
  @Activity('acts')
  record(): Promise<void> {
    return Promise.resolve();
  }
}

describe('workers in a Nest application', () => {
  let server: TemporalServer;
  let settings: WorkerSettings;
  let temporal: TemporalClient;

  beforeAll(async () => {
    const bundle = await fixtureBundle();
    server = await startTemporalServer({ timeSkipping: false });
    settings = { address: server.address, namespace: server.namespace, codecKey, bundle };
    temporal = await connectTemporal({ ...settings, clock: liveClock() });
  });

  afterAll(async () => {
    await temporal.connection.close();
    await server.stop();
  });

  async function appWith(providers: (new (...args: never[]) => object)[]) {
    @Module({ providers: [Ledger, ...providers], exports: [Ledger] })
    class Hands {}
    return Test.createTestingModule({
      imports: [Hands, TemporalWorkerModule.register({ useFactory: () => settings })],
    }).compile();
  }

  it('runs workflows and both queues with injected activities, and drains when the application closes', async () => {
    const app = await appWith([ClaimActivities, RosterActivities]);
    await app.init();
    expect(app.get(WorkerHost).running).toBe(true);

    const start = { taskQueue: 'acts' };
    const claim = await temporal.client.workflow.start<typeof settleFixtureClaim>('settleFixtureClaim', {
      ...start,
      workflowId: 'claim/1',
      args: ['1'],
    });
    await claim.executeUpdate('decide', { args: ['Ani'] });
    await claim.executeUpdate('pay', { args: ['Budi'] });
    await claim.result();
    const walk = { ...start, workflowId: 'enrolment/1', args: [102] as [number] };
    expect(await temporal.client.workflow.execute<typeof walkFixtureChunks>('walkFixtureChunks', walk)).toBe(102);
    expect([...app.get(Ledger).lines].sort()).toEqual([
      '1 decided by Ani',
      '1 paid by Budi',
      '1 reported',
      '102 chunks',
    ]);

    await app.close();
    expect(app.get(WorkerHost).running).toBe(false);
  });

  it('does not start with two activities of one name, though on two queues', async () => {
    const app = await appWith([ClaimActivities, SecondRecorder]);
    await expect(app.init()).rejects.toThrow('Activity record is in ClaimActivities and in SecondRecorder');
  });

  it('does not start with activities that are made anew for each request', async () => {
    const app = await appWith([RecorderOfARequest]);
    await expect(app.init()).rejects.toThrow('must not be request-scoped');
  });

  it('says so when a worker ends of itself', async () => {
    const died = new Promise<string>((resolve) => (settings = { ...settings, died: resolve }));
    const made: Worker[] = [];
    const create = Worker.create.bind(Worker);
    jest.spyOn(Worker, 'create').mockImplementation(async (options) => {
      const worker = await create(options);
      made.push(worker);
      return worker;
    });
    const app = await appWith([ClaimActivities]);
    await app.init();
    for (const worker of made) worker.shutdown();
    await expect(died).resolves.toBe('acts');
    await app.close();
  });
});
