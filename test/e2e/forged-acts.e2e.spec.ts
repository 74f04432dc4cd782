import { randomUUID } from 'node:crypto';
import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { RUN_ANNUAL_CYCLE } from '@kerjasama/cycle/contract';
import { SETTLE_CLAIM } from '@kerjasama/claims/contract';
import { ACTS_QUEUE } from '@kerjasama/temporal/task-queues';
import { type Client, WorkflowUpdateFailedError } from '@temporalio/client';
import { type DatabasePrint, printDatabase } from '../support/database-print';
import { draftCycle, type DraftedCycle, TEXT_SHA256 } from '../support/drafted-cycle';
import { stackUnderTest } from '../support/stack-under-test';

/* Somebody has reached the Temporal server with a client of his own: he can start and update what he likes. He cannot sign. */

const house = stackUnderTest('07-01');
const SEALINGS = ['sealed', 'plain'] as const;
const TEXT = { textSha256: TEXT_SHA256 };

let cycle: DraftedCycle;
let before: DatabasePrint;
const clients = new Map<string, Client>();

beforeAll(async () => {
  cycle = await draftCycle(house, 'FORGED');
  for (const sealing of SEALINGS) clients.set(sealing, await house.temporal(sealing));
  before = await printDatabase(house.database('superuser'));
});

afterEach(async () => {
  expect(await printDatabase(house.database('superuser'))).toEqual(before);
});

const pks = () => `pks/${cycle.agreement}/${cycle.year}`;

function raw(sealing: string): Client {
  const client = clients.get(sealing);
  if (client === undefined) throw new Error(`No client of kind ${sealing}`);
  return client;
}

/** Looks like one of ours in everything but the signature. */
function madeUp(act: string, workflow: string, input: unknown): SignedAct<unknown> {
  const who = { subject: 'demo-03', agency: 'bpjs-tk', role: 'maker' } as const;
  const body = { act, workflow, key: randomUUID(), bodyHash: TEXT_SHA256, issuedAt: '2026-01-01T00:00:00.000Z' };
  return { ticket: { v: 1, ...who, ...body, signature: Buffer.alloc(64, 7).toString('base64url') }, input };
}

/** A true ticket, read from the history: the one under which the agreement was drafted. */
async function copiedTicket(): Promise<SignedAct<unknown>['ticket']> {
  const history = await raw('sealed').workflow.getHandle(`cycle/${cycle.agreement}/${cycle.year}`).fetchHistory();
  const payloads = history.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
  const [start] = await (await house.codec()).decode(payloads);
  const { draft } = JSON.parse(Buffer.from(start?.data ?? []).toString()) as { draft: SignedAct<unknown> };
  expect(draft.ticket).toMatchObject({ act: 'draft-agreement', subject: 'demo-01' });
  return draft.ticket;
}

async function expectNotTaken(sealing: string, act: unknown): Promise<void> {
  const handle = raw(sealing).workflow.getHandle(pks());
  await expect(handle.executeUpdate('accept-text', { args: [act] })).rejects.toThrow(WorkflowUpdateFailedError);
}

describe.each(SEALINGS)('a forged update, %s', (sealing) => {
  test('with a ticket that he made up', () => expectNotTaken(sealing, madeUp('accept-text', pks(), TEXT)));

  test('with no ticket', () => expectNotTaken(sealing, { input: TEXT }));

  test('with nothing', () => expectNotTaken(sealing, null));

  test('with the ticket of another act', async () => {
    await expectNotTaken(sealing, { ticket: await copiedTicket(), input: TEXT });
  });

  test('with the ticket of another act, renamed', async () => {
    await expectNotTaken(sealing, { ticket: { ...(await copiedTicket()), act: 'accept-text' }, input: TEXT });
  });
});

describe.each(SEALINGS)('a forged start, %s', (sealing) => {
  const expectFailed = async (type: string, workflowId: string, input: unknown) => {
    const handle = await raw(sealing).workflow.start(type, { workflowId, taskQueue: ACTS_QUEUE, args: [input] });
    await expect(handle.result()).rejects.toThrow(/Workflow execution failed/);
  };

  test('of a year', async () => {
    const agreement = `PKS-${sealing.toUpperCase()}`;
    const draft = madeUp('draft-agreement', `pks/${agreement}/${cycle.year}`, { ...cycle.draft(), agreement });
    const input = { cycle: { agreement, year: cycle.year }, draft };
    await expectFailed(RUN_ANNUAL_CYCLE, `cycle/${agreement}/${cycle.year}`, input);
  });

  test('of a claim', async () => {
    const { agreement, year } = cycle;
    const claim = `${agreement}.${year}.${sealing}`;
    const facts = { member: randomUUID(), kind: 'death', eventOn: `${year}-01-02`, unableToWork: null };
    const report = madeUp('report-claim', `claim/${claim}`, { claim, ...facts });
    await expectFailed(SETTLE_CLAIM, `claim/${claim}`, { cycle: { agreement, year }, claim, report });
  });
});

test('and the agreement still takes the true act', async () => {
  const token = await house.stack.token('bpjs-tk-maker');
  const accepted = await cycle.send(`${cycle.document}/accept-text`, { token, key: 'accept', body: TEXT });
  expect(accepted).toMatchObject({ status: 200, body: { status: 'text-agreed' } });
  before = await printDatabase(house.database('superuser'));
});
