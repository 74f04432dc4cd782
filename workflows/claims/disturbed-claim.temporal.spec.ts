import { returnClaim } from '@kerjasama/claims/acts/check-claim';
import { renewPayment } from '@kerjasama/claims/acts/pay';
import { claimWorkflowId } from '@kerjasama/claims/contract';
import { startClaim } from '@kerjasama/claims/start';
import { type ClaimId } from '@kerjasama/kernel/ids';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { temporal } from '@temporalio/proto';
import { askedVisibly, type ClaimsStand, retryPayment, startClaimsStand } from '../../test/support/claims-stand';
import { APPROVER } from '../../test/support/claims-year';

jest.setTimeout(120_000);

const REASON = 'Dokumen belum lengkap.';
const { ResetReapplyType } = temporal.api.enums.v1;

/** What is done to the workflow of a claim at each of its waits. */
interface Disturbance {
  readonly before?: (claim: ClaimId) => Promise<void>;
  readonly after: (claim: ClaimId) => Promise<void>;
  /** At the waits for the bank; as after an act unless given. */
  readonly atTheBank?: (claim: ClaimId) => Promise<void>;
}

let stand: ClaimsStand;

beforeAll(async () => {
  stand = await startClaimsStand();
});

afterAll(() => stand.stop());

/** A claim through every wait there is: decided, returned, decided again, a bank that is away, an order that is lost. */
async function play(reference: string, { before, after, atTheBank = after }: Disturbance): Promise<ClaimId> {
  const { year, bank } = stand;
  const claim = year.idOf(reference);
  const disturbed = async <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
    await before?.(claim);
    const answer = await act();
    await after(claim);
    return answer;
  };
  const reported = await disturbed(() => year.report(reference));
  const granted = await disturbed(() => year.grant(claim, reported));
  const back = { version: granted.version, reason: REASON };
  await disturbed(async () => expectAccepted(await year.act(returnClaim, APPROVER, claim, back)));
  const again = await disturbed(async () => year.grant(claim, await year.view(claim)));
  bank.closed = true;
  await year.approve(claim, again);
  await askedVisibly(stand, claim);
  await atTheBank(claim);
  await askedVisibly(stand, claim);
  bank.closed = false;
  bank.loses = 'the-order';
  await retryPayment(stand, claim);
  await stand.reaches(claim, 'payment-unknown');
  await atTheBank(claim);
  await stand.lastRead(claim);
  const { version } = await year.view(claim);
  const renew = { version, reason: 'Tidak ada di rekening koran.' };
  expectAccepted(await year.act(renewPayment, APPROVER, claim, renew));
  await stand.reaches(claim, 'paid');
  await expect(stand.handleOf(claim).result()).resolves.toEqual({ outcome: 'paid' });
  return claim;
}

const ACTS = [
  ...['claim-reported', 'claim-granted', 'claim-returned', 'claim-granted', 'claim-approved', 'claim-payment-sent'],
  ...['claim-payment-unknown', 'claim-payment-renewed', 'claim-payment-sent', 'claim-paid'],
];

async function expectUndisturbed(claim: ClaimId): Promise<void> {
  expect(await stand.actsOf(claim)).toEqual(ACTS);
  const sent = stand.bank.sent.filter((instruction) => instruction.startsWith(`${claim}/`));
  expect(sent).toEqual([`${claim}/1`, `${claim}/2`]);
}

async function signal(claim: ClaimId, ...args: unknown[]): Promise<void> {
  await stand.handleOf(claim).signal('act-recorded', ...args);
}

/** Back to a task of the present run, and nothing of what came after it is given again. */
async function reset(claim: ClaimId, nth: number): Promise<void> {
  const { events } = await stand.handleOf(claim).fetchHistory();
  const tasks = (events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes);
  const task = tasks[nth];
  if (task === undefined) return;
  await stand.temporal.client.workflowService.resetWorkflowExecution({
    namespace: stand.temporal.server.namespace,
    workflowExecution: { workflowId: claimWorkflowId(claim) },
    reason: 'by the test',
    requestId: `${claim}-${nth}-${String(task.eventId)}-${events?.length ?? 0}`,
    workflowTaskFinishEventId: task.eventId ?? null,
    resetReapplyType: ResetReapplyType.RESET_REAPPLY_TYPE_NONE,
  });
  await stand.lastRead(claim);
}

/** It is left alone. */
async function isFollowed(claim: ClaimId): Promise<void> {
  await stand.lastRead(claim);
}

const DISTURBANCES: readonly (readonly [string, Disturbance])[] = [
  ['nothing', { after: isFollowed }],
  [
    'terminated, and started from the tables',
    {
      after: async (claim) => {
        await stand.lastRead(claim);
        await stand.handleOf(claim).terminate('by the test');
        await startClaim(stand.temporal.client, claimWorkflowId(claim));
        await stand.lastRead(claim);
      },
    },
  ],
  [
    'reset to each of its tasks',
    {
      after: async (claim) => {
        await stand.lastRead(claim);
        for (let nth = 0; nth < 8; nth += 1) await reset(claim, nth);
      },
    },
  ],
  [
    'a signal that is lost, the start of the workflow among them',
    {
      before: () => stand.stopRelay(),
      after: async (claim) => {
        const text = `update act.workflow set notified_act = latest_act, behind_since = null where workflow = $1::text`;
        await stand.year.database.pool('superuser').query(text, [claimWorkflowId(claim)]);
        stand.startRelay();
      },
      atTheBank: isFollowed,
    },
  ],
  [
    'signals that are doubled, late, forged or malformed',
    {
      after: async (claim) => {
        const { number } = await stand.lastRead(claim);
        const forged: unknown[][] = [
          [1, 'claim-reported'],
          [number, 'x'],
          [number + 1, 'claim-paid'],
          [9e15, 'y'],
        ];
        for (const args of [...forged, ...forged, ['x'], [null], [], [{}]]) await signal(claim, ...args);
        await stand.handleOf(claim).signal('something-else');
        await stand.lastRead(claim);
      },
    },
  ],
];

test.each(DISTURBANCES)('at every wait: %s', async (what, disturbance) => {
  const claim = await play(`disturbed-${DISTURBANCES.findIndex(([name]) => name === what)}`, disturbance);
  await expectUndisturbed(claim);
});

test('reset after its end: it reads that it is paid, and nothing is paid again', async () => {
  const claim = await play('after-end', { after: isFollowed });
  await reset(claim, 0).catch(() => undefined);
  await expect(stand.handleOf(claim).result()).resolves.toEqual({ outcome: 'paid' });
  await expectUndisturbed(claim);
});
