import {
  approveClaimUpdate,
  type ClaimActivities,
  claimWorkflowId,
  type DecideClaim,
  decideClaimUpdate,
  type ReportClaim,
  SETTLE_CLAIM,
  type SettleClaim,
} from '@kerjasama/claims/contract';
import { timeBarred } from '@kerjasama/claims/rules/report';
import { type ActTicket, type SignedAct } from '@kerjasama/identity/act-ticket';
import { agreementId, claimId, memberId } from '@kerjasama/kernel/ids';
import { cycleYear } from '@kerjasama/kernel/period';
import { addDays, addMonths, plainDate, type PlainDate, startInJakarta } from '@kerjasama/kernel/plain-date';
import { accept } from '@kerjasama/kernel/refusal';
import { NO_RUPIAH, rupiah } from '@kerjasama/kernel/rupiah';
import { timeMachine, type TimeMachine } from '@kerjasama/rehearsal/time';
import { EXCEPTION } from '@kerjasama/temporal/search-attributes';
import { eventually } from '../../test/support/eventually';
import { eventKinds, startStageStand } from '../../test/support/stage-stand';
import { type TemporalStand } from '../../test/support/temporal-stand';

const CYCLE = { agreement: agreementId('PKS-CLAIMS'), year: cycleYear(2028) };
const AMOUNT = rupiah(42_000_000);
const DAYS_TO_DECIDE = 30;
const DAYS_TO_PAY = 5;
/** Reported with this date, a claim is time-barred. */
const LONG_AGO = plainDate('2015-01-01');

jest.setTimeout(180_000);

let stand: TemporalStand;
let time: TimeMachine;
/** What was recorded, as `<claim> <step>`. */
const recorded: string[] = [];
const bank = { outages: 0 };

const activities: ClaimActivities = {
  recordReportedClaim: ({ claim, on }, { input }) => {
    recorded.push(`${claim} reported`);
    if (input.eventOn === LONG_AGO) return Promise.resolve(timeBarred(LONG_AGO));
    return Promise.resolve(accept({ claim, status: 'reported', decideBy: addDays(on, DAYS_TO_DECIDE) }));
  },
  recordDecidedClaim: ({ claim, on }, { input: { decision } }) => {
    recorded.push(`${claim} decided`);
    return Promise.resolve(
      decision === 'grant'
        ? accept({ claim, status: 'granted', amount: AMOUNT, payBy: addDays(on, DAYS_TO_PAY) })
        : accept({ claim, status: 'refused', amount: NO_RUPIAH, payBy: null }),
    );
  },
  recordApprovedClaim: ({ claim, on }) => {
    recorded.push(`${claim} approved`);
    return Promise.resolve(accept({ claim, status: 'approved', amount: AMOUNT, payBy: on }));
  },
  payClaim: ({ claim }) => {
    if (bank.outages-- > 0) return Promise.reject(new Error('the bank does not answer'));
    recorded.push(`${claim} paid`);
    return Promise.resolve({ claim, amount: AMOUNT, reference: 'T-1' });
  },
  recordOverdueClaim: ({ claim }, status) => {
    recorded.push(`${claim} overdue ${status}`);
    return Promise.resolve();
  },
  recordLapsedClaim: ({ claim }, status) => {
    recorded.push(`${claim} lapsed ${status}`);
    return Promise.resolve();
  },
};

beforeAll(async () => {
  stand = await startStageStand('claims/settle-claim', '02-20', { ...activities });
  time = timeMachine(stand);
});

afterAll(() => stand.stop());

const signed = <Input>(act: string, subject: string, input: Input): SignedAct<Input> => {
  const ticket: ActTicket = {
    ...{ v: 1, act, workflow: 'claim', subject, agency: 'bpjs-tk', role: 'claims-officer', key: `${act}-${subject}` },
    ...{ bodyHash: '00', issuedAt: '2028-01-01T00:00:00Z', signature: 'test' },
  };
  return { ticket, input };
};

async function report(reference: string, eventOn: PlainDate = plainDate('2028-02-01')) {
  const claim = claimId(`PKS-CLAIMS.2028.${reference}`);
  const member = memberId('6f1c1a52-6a53-4b8e-9d0e-0b6e3ed7a001');
  const input: ReportClaim = { claim, member, kind: 'death', eventOn, unableToWork: null };
  const handle = await stand.client.workflow.start<SettleClaim>(SETTLE_CLAIM, {
    taskQueue: 'acts',
    workflowId: claimWorkflowId(claim),
    args: [{ cycle: CYCLE, claim, report: signed('report-claim', 'officer', input) }],
  });
  const steps = () => recorded.flatMap((line) => (line.startsWith(`${claim} `) ? [line.slice(claim.length + 1)] : []));
  // As the desk does: it answers when the report stands in the journal.
  await eventually(() => Promise.resolve(steps().at(0)));
  return { handle, steps };
}

type Claim = Awaited<ReturnType<typeof report>>['handle'];
const GRANT: DecideClaim = { decision: 'grant', ground: null };
const decide = (claim: Claim, input: DecideClaim = GRANT) =>
  claim.executeUpdate(decideClaimUpdate, { args: [signed('decide-claim', 'officer', input)] });
const approve = (claim: Claim, by = 'approver') =>
  claim.executeUpdate(approveClaimUpdate, { args: [signed('approve-claim', by, { amount: AMOUNT })] });

const refusedWith = (type: string): unknown =>
  expect.objectContaining({ cause: expect.objectContaining({ type }) as unknown });
const count = (kinds: readonly string[], kind: string) => kinds.filter((each) => each === kind).length;

test('a claim is reported, granted, approved and paid in three workflow tasks, without a call to the task queue', async () => {
  const { handle, steps } = await report('paid');
  await decide(handle);
  await approve(handle);
  await expect(handle.result()).resolves.toMatchObject({ outcome: 'paid', amount: AMOUNT });
  expect(steps()).toEqual(['reported', 'decided', 'approved', 'paid']);
  const kinds = await eventKinds(handle);
  expect(count(kinds, 'WORKFLOW_TASK_COMPLETED')).toBe(3);
  expect(count(kinds, 'ACTIVITY_TASK_SCHEDULED')).toBe(0);
  expect(count(kinds, 'UPSERT_WORKFLOW_SEARCH_ATTRIBUTES')).toBe(0);
});

test('a refused claim and a report that is not accepted end at once', async () => {
  const refused = await report('refused');
  await decide(refused.handle, { decision: 'refuse', ground: 'DEATH_NOT_CERTIFIED' });
  await expect(refused.handle.result()).resolves.toMatchObject({ outcome: 'refused', amount: 0 });
  const barred = await report('barred', LONG_AGO);
  await expect(barred.handle.result()).resolves.toMatchObject({ outcome: 'not-accepted', amount: 0 });
  expect(barred.steps()).toEqual(['reported']);
});

test('who decided does not approve, and nothing is approved before it is decided', async () => {
  const { handle } = await report('eyes');
  await expect(approve(handle)).rejects.toEqual(refusedWith('ACT_OUT_OF_ORDER'));
  await decide(handle);
  await expect(decide(handle)).rejects.toEqual(refusedWith('ACT_OUT_OF_ORDER'));
  await expect(approve(handle, 'officer')).rejects.toEqual(refusedWith('FOUR_EYES'));
  await approve(handle);
  await expect(handle.result()).resolves.toMatchObject({ outcome: 'paid' });
});

test('a bank that does not answer is asked again where operators see it, and pays once', async () => {
  const { handle, steps } = await report('outage');
  await decide(handle);
  bank.outages = 2;
  await approve(handle);
  await expect(handle.result()).resolves.toMatchObject({ outcome: 'paid' });
  expect(steps().filter((step) => step === 'paid')).toHaveLength(1);
  expect(count(await eventKinds(handle), 'ACTIVITY_TASK_SCHEDULED')).toBe(1);
});

test('a claim that waits too long is overdue once a step, still takes its acts, and lapses after five years', async () => {
  const start = await stand.clock.today();
  const late = await report('late');
  const forgotten = await report('forgotten');
  await time.moveTo(startInJakarta(addDays(start, DAYS_TO_DECIDE + 2)));
  expect((await late.handle.describe()).typedSearchAttributes.get(EXCEPTION)).toBe('CLAIM_OVERDUE');
  await decide(late.handle);
  await time.moveTo(startInJakarta(addDays(start, DAYS_TO_DECIDE + DAYS_TO_PAY + 4)));
  expect(late.steps()).toEqual(['reported', 'overdue reported', 'decided', 'overdue granted']);
  await approve(late.handle);
  await expect(late.handle.result()).resolves.toMatchObject({ outcome: 'paid' });
  await time.moveTo(startInJakarta(addDays(addMonths(start, 60), 2)));
  await expect(forgotten.handle.result()).resolves.toMatchObject({ outcome: 'lapsed', amount: 0 });
  expect(forgotten.steps()).toEqual(['reported', 'overdue reported', 'lapsed reported']);
});
