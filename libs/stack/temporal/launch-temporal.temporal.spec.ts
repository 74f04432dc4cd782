import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { isGoneWithin } from '../processes/end-process';
import { choosePort } from '../ports';
import { type Profile } from '../folders';
import { findTemporal } from './find-temporal';
import { launchTemporal, type RunningTemporal, type TemporalLaunch } from './launch-temporal';
import { openUiFront, type UiFront } from './ui-front';

jest.setTimeout(60_000);

let folder: string;
let ended: (() => Promise<void>)[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'launch-temporal-'));
  ended = [];
});

afterEach(async () => {
  for (const end of ended.reverse()) await end();
  rmSync(folder, { recursive: true, force: true });
});

async function plan(profile: Profile = 'live'): Promise<TemporalLaunch> {
  const found = await findTemporal();
  if (found.kind === 'external') throw new Error('these tests start a server of their own: unset TEMPORAL_ADDRESS');
  const port = await choosePort(0);
  return {
    binary: found.path,
    dataFolder: folder,
    logFile: join(folder, 'temporal.log'),
    profile,
    port,
    uiPort: await choosePort(0, new Set([port])),
    namespace: 'kerjasama',
    searchAttributes: { Agreement: 'Keyword', CycleYear: 'Int' },
    codecEndpoint: 'http://127.0.0.1:3000/codec',
  };
}

async function launch(wish: TemporalLaunch): Promise<RunningTemporal> {
  const temporal = await launchTemporal(wish);
  ended.push(() => temporal.stop());
  return temporal;
}

async function openFront(uiPort: number): Promise<UiFront> {
  const front = await openUiFront(await choosePort(0), uiPort);
  ended.push(() => front.close());
  return front;
}

async function described(address: string): Promise<{ days: number; attributes: string[] }> {
  const connection = await Connection.connect({ address });
  try {
    const namespace = 'kerjasama';
    const { config } = await connection.workflowService.describeNamespace({ namespace });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    const seconds = Number(config?.workflowExecutionRetentionTtl?.seconds);
    return { days: seconds / 86_400, attributes: Object.keys(customAttributes) };
  } finally {
    await connection.close();
  }
}

test('a new server keeps closed runs for a year and knows the search attributes', async () => {
  const temporal = await launch(await plan());
  const { days, attributes } = await described(temporal.address);
  expect(days).toBe(365);
  expect(attributes).toEqual(expect.arrayContaining(['Agreement', 'CycleYear']));
});

test('a search attribute of a newer release is added to an older data folder', async () => {
  const wish = await plan();
  await (await launch(wish)).stop();
  const temporal = await launch({ ...wish, searchAttributes: { ...wish.searchAttributes, Stage: 'Keyword' } });
  const { days, attributes } = await described(temporal.address);
  expect(days).toBe(365);
  expect(attributes).toEqual(expect.arrayContaining(['Agreement', 'CycleYear', 'Stage']));
});

test('the UI behind its front says that it is read-only, decodes payloads, and cannot write', async () => {
  const wish = await plan();
  await launch(wish);
  const front = `http://127.0.0.1:${(await openFront(wish.uiPort)).port}`;
  const settings = await (await fetch(`${front}/api/v1/settings`)).json();
  expect(settings).toMatchObject({ DisableWriteActions: true, Codec: { Endpoint: wish.codecEndpoint } });
  expect((await fetch(front)).status).toBe(200);
  expect((await fetch(`${front}/api/v1/namespaces/kerjasama`)).status).toBe(200);
  const workflow = `${front}/api/v1/namespaces/kerjasama/workflows/none`;
  expect((await fetch(`${workflow}/terminate`, { method: 'POST', body: '{}' })).status).toBe(405);
  expect((await fetch(workflow, { method: 'POST', body: '{}' })).status).toBe(405);
  const cookie = (await fetch(front)).headers.getSetCookie().join('; ');
  const csrf = /_csrf=([^;]+)/.exec(cookie)?.[1] ?? '';
  const headers = { cookie: `_csrf=${csrf}`, 'x-csrf-token': csrf };
  const query = await fetch(`${workflow}/query/nextDue`, { method: 'POST', body: '{}', headers });
  expect(await query.json()).toMatchObject({ message: expect.stringContaining('workflow not found') as unknown });
});

test('the server dies: the front says so', async () => {
  const wish = await plan();
  const temporal = await launch(wish);
  const front = await openFront(wish.uiPort);
  await temporal.stop();
  expect((await fetch(`http://127.0.0.1:${front.port}/api/v1/settings`)).status).toBe(502);
});

test('only the server of a rehearsal may skip time', async () => {
  const skipping = async (profile: Profile): Promise<string> => {
    const wish = await plan(profile);
    const temporal = await launch({ ...wish, dataFolder: join(folder, profile) });
    const client = (...args: string[]): string =>
      execFileSync(wish.binary, [...args, '--address', temporal.address, '--namespace', 'kerjasama'], {
        encoding: 'utf8',
      });
    client('workflow', 'start', '--type', 'none', '--task-queue', 'none', '--workflow-id', 'w');
    const connection = await Connection.connect({ address: temporal.address });
    try {
      await connection.workflowService.updateWorkflowExecutionOptions({
        namespace: 'kerjasama',
        workflowExecution: { workflowId: 'w' },
        workflowExecutionOptions: { timeSkippingConfig: { enabled: true } },
        updateMask: { paths: ['time_skipping_config'] },
      });
      return 'may skip';
    } catch (error) {
      return String(error);
    } finally {
      await connection.close();
      await temporal.stop();
    }
  };
  expect(await skipping('rehearsal')).toBe('may skip');
  expect(await skipping('live')).toMatch(/not enabled|disabled|not supported/i);
});

test('a data folder of another version is refused in plain words', async () => {
  const wish = await plan();
  await (await launch(wish)).stop();
  writeFileSync(join(folder, 'version'), '1.8.2\n');
  await expect(launch(wish)).rejects.toMatchObject({ code: 'TEMPORAL_DATA_VERSION' });
});

test('killed in its very first moment, the server left half a database: it is made again', async () => {
  writeFileSync(join(folder, 'temporal.db'), 'half');
  const temporal = await launch(await plan());
  expect((await described(temporal.address)).days).toBe(365);
});

test('kill -9, and started again on the same folder: what was started is there', async () => {
  const wish = await plan();
  const first = await launch(wish);
  const client = (...args: string[]): string =>
    execFileSync(wish.binary, [...args, '--address', first.address, '--namespace', 'kerjasama'], { encoding: 'utf8' });
  client('workflow', 'start', '--type', 'none', '--task-queue', 'none', '--workflow-id', 'cycle/A/2028');
  process.kill(first.identity.pid, 'SIGKILL');
  await isGoneWithin(first.identity, 5_000);
  await launch(wish);
  expect(client('workflow', 'list')).toContain('cycle/A/2028');
});

test('its port is taken: the reason is in the error', async () => {
  const wish = await plan();
  const other = await launch({ ...wish, dataFolder: join(folder, 'other') });
  await expect(launch({ ...wish, dataFolder: join(folder, 'second') })).rejects.toMatchObject({
    code: 'TEMPORAL_FAILED',
  });
  await other.stop();
});
