import { returnClaim } from '@kerjasama/claims/acts/check-claim';
import { decideClaim } from '@kerjasama/claims/acts/decide-claim';
import { renewPayment } from '@kerjasama/claims/acts/pay';
import { withdrawClaim } from '@kerjasama/claims/acts/withdraw';
import { claimWorkflowId } from '@kerjasama/claims/contract';
import { getClaim } from '@kerjasama/claims/views';
import { type ClaimId } from '@kerjasama/kernel/ids';
import { addDays, plainDate, startInJakarta } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { retryActivity } from '@kerjasama/temporal/operations/retry-activity';
import { EXCEPTION, STAGE } from '@kerjasama/temporal/search-attributes';
import { type ClaimsStand, startClaimsStand } from '../../test/support/claims-stand';
import { APPROVER, OFFICER } from '../../test/support/claims-year';
import { eventually } from '../../test/support/eventually';
import { eventKinds } from '../../test/support/stage-stand';

jest.setTimeout(120_000);

const REASON = 'Dokumen belum lengkap.';

let stand: ClaimsStand;

beforeAll(async () => {
  stand = await startClaimsStand();
});

afterAll(() => stand.stop());

const count = (kinds: readonly string[], kind: string) => kinds.filter((each) => each === kind).length;
const attribute = async (claim: ClaimId, key: typeof EXCEPTION) =>
  (await stand.handleOf(claim).describe()).typedSearchAttributes.get(key);
/** An operator does not wait for the next try. */
async function retryPayment(claim: ClaimId): Promise<void> {
  const { runId, raw } = await stand.handleOf(claim).describe();
  const [activity] = raw.pendingActivities ?? [];
  const stuck = { workflowId: claimWorkflowId(claim), runId, activityId: activity?.activityId ?? '' };
  await retryActivity(stand.temporal.client, stuck);
}

const PAID = ['claim-reported', 'claim-granted', 'claim-approved', 'claim-payment-sent', 'claim-paid'];

test('a claim is paid, at a human pace in three workflow tasks and without a call to the task queue', async () => {
  const { year } = stand;
  const claim = year.idOf('pace');
  const reported = await year.report('pace');
  await stand.lastRead(claim);
  expect(await attribute(claim, STAGE)).toBe('reported');
  const granted = await year.grant(claim, reported);
  expect(await stand.lastRead(claim)).toMatchObject({ status: 'granted', due: granted.due });
  await year.approve(claim, granted);
  await expect(stand.handleOf(claim).result()).resolves.toEqual({ outcome: 'paid' });
  expect(await stand.actsOf(claim)).toEqual(PAID);
  const kinds = await eventKinds(stand.handleOf(claim));
  expect(count(kinds, 'WORKFLOW_TASK_COMPLETED')).toBe(3);
  expect(count(kinds, 'ACTIVITY_TASK_SCHEDULED')).toBe(0);
  expect((await stand.handleOf(claim).describe()).typedSearchAttributes.get(STAGE)).toBe('paid');
});

test('a refused and a withdrawn claim end', async () => {
  const { year } = stand;
  const [refused, withdrawn] = [year.idOf('refused'), year.idOf('withdrawn')];
  const { version } = await year.report('refused');
  await year.act(decideClaim, OFFICER, refused, { version, decision: 'refuse', ground: 'DEATH_NOT_CERTIFIED' });
  const reported = await year.report('withdrawn');
  await stand.lastRead(withdrawn);
  await year.act(withdrawClaim, OFFICER, withdrawn, { version: reported.version, reason: REASON });
  await expect(stand.handleOf(withdrawn).result()).resolves.toEqual({ outcome: 'withdrawn' });
  const ended = await eventually(async () =>
    stand
      .handleOf(refused)
      .describe()
      .catch(() => undefined),
  );
  expect(ended.workflowId).toBe(claimWorkflowId(refused));
  await expect(stand.handleOf(refused).result()).resolves.toEqual({ outcome: 'refused' });
});

describe('the bank', () => {
  test('one that cannot be reached is asked again where operators see it; the day to pay passes and is recorded; paid once', async () => {
    const { year } = stand;
    const claim = year.idOf('closed');
    const granted = await year.grant(claim, await year.report('closed'));
    const due = plainDate(String(granted.due));
    // Skipped time runs through the waits of a failing activity, so only ten minutes are skipped while it fails.
    const lastDayEnds = startInJakarta(addDays(due, 1));
    await stand.time.moveTo(new Date(lastDayEnds.getTime() - 10 * 60_000));
    stand.bank.closed = true;
    await year.approve(claim, granted);
    await eventually(async () => {
      const { raw } = await stand.handleOf(claim).describe();
      return (raw.pendingActivities ?? []).some(({ activityType }) => activityType?.name === 'payClaim') || undefined;
    });
    await stand.time.moveTo(lastDayEnds);
    await eventually(async () => ((await stand.actsOf(claim)).includes('claim-overdue') ? true : undefined));
    stand.bank.closed = false;
    await retryPayment(claim);
    await expect(stand.handleOf(claim).result()).resolves.toEqual({ outcome: 'paid' });
    expect(stand.bank.sent.filter((instruction) => instruction.startsWith(claim))).toHaveLength(1);
  });

  test('an answer that was lost is found by asking the next day, and nothing is sent twice', async () => {
    stand.bank.loses = 'the-answer';
    const claim = await stand.approved('lost-answer');
    await stand.reaches(claim, 'payment-unknown');
    await stand.lastRead(claim);
    expect(await attribute(claim, EXCEPTION)).toBe('CLAIM_PAYMENT_UNKNOWN');
    await stand.time.moveTo(startInJakarta(addDays(await stand.year.today(), 1)));
    await expect(stand.handleOf(claim).result()).resolves.toEqual({ outcome: 'paid' });
    expect(stand.bank.sent.filter((instruction) => instruction.startsWith(claim))).toHaveLength(1);
  });

  test('an order that was lost is sent again only when a person says so, under another instruction', async () => {
    const { year } = stand;
    stand.bank.loses = 'the-order';
    const claim = await stand.approved('lost-order');
    await stand.reaches(claim, 'payment-unknown');
    await stand.time.moveTo(startInJakarta(addDays(await year.today(), 2)));
    await stand.reaches(claim, 'payment-unknown');
    const { version } = await getClaim(year.deps.pool, claim);
    expectAccepted(await year.act(renewPayment, APPROVER, claim, { version, reason: 'Tidak ada di rekening koran.' }));
    await expect(stand.handleOf(claim).result()).resolves.toEqual({ outcome: 'paid' });
    expect(stand.bank.sent.filter((instruction) => instruction.startsWith(claim))).toEqual([
      `${claim}/1`,
      `${claim}/2`,
    ]);
  });
});

/* Years pass from here on. */

test('a claim that waits too long is overdue once a wait, still takes its acts, and lapses after five years', async () => {
  const { year, time } = stand;
  const [late, forgotten] = [year.idOf('late'), year.idOf('forgotten')];
  const reported = await year.report('late');
  await year.report('forgotten');
  const due = plainDate(String(reported.due));
  await time.moveTo(startInJakarta(addDays(due, 2)));
  expect(await attribute(late, EXCEPTION)).toBe('CLAIM_OVERDUE');
  const granted = await year.grant(late, reported);
  await stand.lastRead(late);
  expect(await attribute(late, EXCEPTION)).toBeUndefined();
  await year.act(returnClaim, APPROVER, late, { version: granted.version, reason: REASON });
  await time.moveTo(startInJakarta(addDays(await year.today(), 1)));
  const again = await year.grant(late, await getClaim(year.deps.pool, late));
  await time.moveTo(startInJakarta(addDays(plainDate(String(again.due)), 1)));
  await year.approve(late, again);
  await expect(stand.handleOf(late).result()).resolves.toEqual({ outcome: 'paid' });
  expect(await stand.actsOf(late)).toEqual([
    ...['claim-reported', 'claim-overdue', 'claim-granted', 'claim-returned', 'claim-overdue', 'claim-granted'],
    ...['claim-overdue', 'claim-approved', 'claim-payment-sent', 'claim-paid'],
  ]);
  await time.moveTo(startInJakarta(plainDate(`${Number(reported.on.slice(0, 4)) + 5}-12-31`)));
  await expect(stand.handleOf(forgotten).result()).resolves.toEqual({ outcome: 'lapsed' });
  expect(await stand.actsOf(forgotten)).toEqual(['claim-reported', 'claim-overdue', 'claim-lapsed']);
});
