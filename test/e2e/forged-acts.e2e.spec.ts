import { randomUUID } from 'node:crypto';
import { ACT_RECORDED, type SubjectRead } from '@kerjasama/act/contract';
import { claimWorkflowId, SETTLE_CLAIM, type SettleClaim } from '@kerjasama/claims/contract';
import { parseNik } from '@kerjasama/claims/rules/report';
import { RUN_ANNUAL_CYCLE } from '@kerjasama/cycle/contract';
import { nikDigest } from '@kerjasama/enrolment/roster/sealing';
import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { agreementId, type ClaimId, claimId } from '@kerjasama/kernel/ids';
import { cycleYear } from '@kerjasama/kernel/period';
import { yearOf } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { loadKeys } from '@kerjasama/keys/key-files';
import { untilAllNotified } from '@kerjasama/rehearsal/time/all-notified';
import { ACTS_QUEUE } from '@kerjasama/temporal/task-queues';
import { type Client, type WorkflowHandle, WorkflowUpdateFailedError } from '@temporalio/client';
import { type RawAnswer } from '../support/ask-api';
import { type DatabasePrint, printDatabase } from '../support/database-print';
import { decreeRoster, enrolMember } from '../support/decreed-roster';
import { draftCycle, type DraftedCycle, TEXT_SHA256 } from '../support/drafted-cycle';
import { eventually } from '../support/eventually';
import { stackUnderTest } from '../support/stack-under-test';

/* Somebody has reached the Temporal server with a client of his own: he can start and update what he likes. He cannot sign. */

const house = stackUnderTest('07-01');
const SEALINGS = ['sealed', 'plain'] as const;
const TEXT = { textSha256: TEXT_SHA256 };
const NIK = expectAccepted(parseNik('3273011407850001'));
const PATIENCE_MS = 20_000;

let cycle: DraftedCycle;
let claim: ClaimId;
let before: DatabasePrint;
const clients = new Map<string, Client>();

beforeAll(async () => {
  cycle = await draftCycle(house, 'FORGED');
  claim = await reportedClaim();
  for (const sealing of SEALINGS) clients.set(sealing, await house.temporal(sealing));
  before = await printDatabase(house.database('superuser'));
});

afterEach(async () => {
  expect(await printDatabase(house.database('superuser'))).toEqual(before);
});

async function asOfficer(path: string, body: unknown): Promise<RawAnswer> {
  return cycle.send(path, { token: await house.stack.token('bpjs-tk-claims-officer'), key: randomUUID(), body });
}

/** A true claim that waits for its decision, of a member who was put in place by SQL. */
async function reportedClaim(): Promise<ClaimId> {
  const today = await house.clock.today();
  const covered = { agreement: agreementId('PKS-COVERED'), year: cycleYear(yearOf(today)) };
  const superuser = house.database('superuser');
  const { 'nik-digest': ring } = await loadKeys(house.stack.folders.keys, ['nik-digest']);
  await decreeRoster(superuser, covered);
  await enrolMember(superuser, covered, 1, nikDigest(ring, NIK));
  const report = { reference: '1', nik: NIK, kind: 'death', eventOn: today, unableToWork: null };
  const reported = await asOfficer(`/cycles/${covered.agreement}/${covered.year}/claims`, report);
  expect(reported).toMatchObject({ status: 200, body: { status: 'reported' } });
  await untilAllNotified(superuser, PATIENCE_MS);
  return claimId(`${covered.agreement}.${covered.year}.1`);
}

function startClaim(sealing: string, workflowId: string, id: ClaimId): Promise<WorkflowHandle<SettleClaim>> {
  return raw(sealing).workflow.start<SettleClaim>(SETTLE_CLAIM, {
    ...{ workflowId, taskQueue: ACTS_QUEUE, args: [{ claim: id }], workflowIdConflictPolicy: 'TERMINATE_EXISTING' },
  });
}

/** What the workflow has read, once it has read. */
function readBy(handle: Pick<WorkflowHandle, 'query'>): Promise<SubjectRead> {
  return eventually(async () => (await handle.query<SubjectRead | null>('subject')) ?? undefined);
}

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

  test('of a claim that nobody reported', async () => {
    const id = claimId(`${cycle.agreement}.${cycle.year}.${sealing}`);
    const started = await startClaim(sealing, claimWorkflowId(id), id);
    await expect(started.result()).rejects.toMatchObject({ cause: { cause: { type: 'NO_SUCH_SUBJECT' } } });
  });

  test('of a claim that waits, under another id or in place of the true workflow: it reads, and waits too', async () => {
    for (const workflowId of [`claim/forged-${sealing}`, claimWorkflowId(claim)]) {
      const started = await startClaim(sealing, workflowId, claim);
      expect(await readBy(started)).toMatchObject({ status: 'reported' });
    }
  });

  test('of a claim, with an input that is none', async () => {
    await expectFailed(SETTLE_CLAIM, `claim/none-${sealing}`, { claim: { agreement: cycle.agreement } });
  });
});

test.each(SEALINGS)('forged signals to a claim, %s: it reads again, and that is all', async (sealing) => {
  const handle = raw(sealing).workflow.getHandle(claimWorkflowId(claim));
  const { number } = await readBy(handle);
  for (const args of [[number + 1, 'claim-granted'], [9e15, 'claim-paid'], [-1], ['x'], [null], [{}], []])
    await handle.signal(ACT_RECORDED, ...args);
  await handle.signal('approve-claim', madeUp('approve-claim', claimWorkflowId(claim), { amount: '1' }));
  expect(await readBy(handle)).toMatchObject({ status: 'reported', number });
});

test('and the agreement and the claim still take the true acts', async () => {
  const token = await house.stack.token('bpjs-tk-maker');
  const accepted = await cycle.send(`${cycle.document}/accept-text`, { token, key: 'accept', body: TEXT });
  expect(accepted).toMatchObject({ status: 200, body: { status: 'text-agreed' } });
  const { number: version } = await readBy(raw('sealed').workflow.getHandle(claimWorkflowId(claim)));
  const granted = await asOfficer(`/claims/${claim}/decide-claim`, { version, decision: 'grant' });
  expect(granted).toMatchObject({ status: 200, body: { status: 'granted' } });
  await untilAllNotified(house.database('superuser'), PATIENCE_MS);
  expect(await readBy(raw('sealed').workflow.getHandle(claimWorkflowId(claim)))).toMatchObject({ status: 'granted' });
  before = await printDatabase(house.database('superuser'));
});
