import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBundle } from '@kerjasama/temporal/bundle';
import { payloadCodec } from '@kerjasama/temporal/codec';
import { FIXTURE_WORKFLOWS, fixtureBundle, startTemporalStand } from '../support/temporal-stand';
import { readHistories, recordHistory } from './record';
import { replay } from './replay';

describe('histories of earlier releases', () => {
  it("replay against today's workflows, those recorded while waiting, too", async () => {
    const histories = await readHistories();
    expect(histories.map(({ name }) => name)).not.toEqual([]);
    expect(await replay(await buildBundle(), histories)).toEqual(new Map());
  });
});

describe('the replay check itself', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kerjasama-replay-'));
    const activities = { record: (what: string, at: string) => Promise.resolve(`${at} ${what}`) };
    const stand = await startTemporalStand({ startsOn: 'live', activities });
    const source = { client: stand.client, codec: payloadCodec(stand.codecKey) };
    const claim = await stand.client.workflow.start('settleFixtureClaim', {
      taskQueue: 'acts',
      workflowId: 'claim/1',
      args: ['1'],
    });
    await claim.executeUpdate('decide', { args: ['Ani'] });
    await recordHistory(
      source,
      { workflowId: 'claim/1', release: '0.0.1', waitPoint: 'claim-waits-for-payment' },
      folder,
    );
    await stand.stop();
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('passes the workflow that was recorded, and keeps its payloads readable', async () => {
    const histories = await readHistories(folder);
    expect(histories.map(({ name }) => name)).toEqual(['0.0.1/claim-waits-for-payment']);
    expect(JSON.stringify(histories)).toContain(Buffer.from('"Ani"').toString('base64'));
    expect(await replay(await fixtureBundle(), histories)).toEqual(new Map());
  });

  it('catches a workflow that was changed under a running year', async () => {
    const changed = join(FIXTURE_WORKFLOWS, '..', `changed-${process.pid}.ts`);
    const source = await readFile(FIXTURE_WORKFLOWS, 'utf8');
    const mutated = source.replace(
      'let decided = false;',
      "let decided = false;\n  await sleep(DAY, { summary: 'baru' });",
    );
    expect(mutated).not.toBe(source);
    await writeFile(changed, mutated);
    try {
      const broken = await replay(await buildBundle(changed), await readHistories(folder));
      expect(broken.get('claim/1')?.name).toBe('DeterminismViolationError');
    } finally {
      await rm(changed);
    }
  });
});
