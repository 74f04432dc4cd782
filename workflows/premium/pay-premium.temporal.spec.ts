import { type ActTicket, type SignedAct } from '@kerjasama/identity/act-ticket';
import { agreementId } from '@kerjasama/kernel/ids';
import { cycleYear, firstDayOf, fiscalYear, nextPeriod, type Period, periodOf } from '@kerjasama/kernel/period';
import { addDays, addMonths, type PlainDate, startInJakarta, yearOf } from '@kerjasama/kernel/plain-date';
import { accept } from '@kerjasama/kernel/refusal';
import { rupiah, times } from '@kerjasama/kernel/rupiah';
import {
  type Bill,
  orderPaymentUpdate,
  PAY_PREMIUM,
  type PayPremium,
  type PayPremiumInput,
  type PremiumActivities,
  premiumWorkflowId,
  requestPaymentUpdate,
} from '@kerjasama/premium/contract';
import { timeMachine, type TimeMachine } from '@kerjasama/rehearsal/time';
import { nextDueQuery, waitsForQuery } from '@kerjasama/temporal/in-workflow/stage';
import { EXCEPTION } from '@kerjasama/temporal/search-attributes';
import { ApplicationFailure } from '@temporalio/common';
import { eventKinds, startStageStand } from '../../test/support/stage-stand';
import { type TemporalStand } from '../../test/support/temporal-stand';

const TARIFF = rupiah(16_800);
const HEADS = 1_000;
const AMOUNT = times(TARIFF, HEADS);
const DAYS_TO_REQUEST = 7;

jest.setTimeout(180_000);

let stand: TemporalStand;
let time: TimeMachine;
/** What was recorded, as `<workflow's date> <step> <month>`, by agreement. */
const recorded: string[] = [];
/** How often the month of this workflow does not tie yet. */
const untied = { workflow: '', times: 0 };

function note(on: PlainDate, step: string, period: Period): void {
  recorded.push(`${on} ${step} ${period}`);
}

/** A treasury and books in memory; the law of the bill is a constant here. */
const activities: PremiumActivities = {
  issueBill: ({ on }, { heads }, period) => {
    note(on, 'billed', period);
    const requestBy = addDays(on, DAYS_TO_REQUEST);
    const bill: Bill = { period, heads, tariff: TARIFF, amount: AMOUNT, requestBy, regulationVersion: 'test' };
    return Promise.resolve(bill);
  },
  recordPaymentRequest: ({ on }, { input: { period } }) => {
    note(on, 'requested', period);
    return Promise.resolve(accept({ period, status: 'requested', amount: AMOUNT }));
  },
  recordPaymentOrder: ({ on }, { input: { period } }) => {
    note(on, 'ordered', period);
    return Promise.resolve(accept({ period, status: 'ordered', amount: AMOUNT }));
  },
  payBill: ({ on }, _year, period) => {
    note(on, 'paid', period);
    return Promise.resolve({ period, amount: AMOUNT, sp2dNumber: `SP2D-${period}` });
  },
  recordOverduePayment: ({ on }, period) => {
    note(on, 'overdue', period);
    return Promise.resolve();
  },
  recordUnpaidPremium: ({ on }, _year, period) => {
    note(on, 'unpaid', period);
    return Promise.resolve();
  },
  reconcileMonth: ({ on, workflow }, period) => {
    if (workflow === untied.workflow && untied.times-- > 0)
      return Promise.reject(ApplicationFailure.retryable('one rupiah off', 'MONTH_DOES_NOT_TIE'));
    note(on, 'reconciled', period);
    return Promise.resolve({ period, status: 'reconciled', amount: AMOUNT });
  },
};

beforeAll(async () => {
  stand = await startStageStand('premium/pay-premium', '12-20', { ...activities });
  time = timeMachine(stand);
});

afterAll(() => stand.stop());

type Year = Awaited<ReturnType<typeof startYear>>['handle'];

/** A year of cover that begins next January: every spec goes on from where the one before left the clock. */
async function startYear(name: string, months: number) {
  const today = await stand.clock.today();
  const year = yearOf(today) + 1;
  const cycle = { agreement: agreementId(name), year: cycleYear(year) };
  const firstMonth = periodOf(addMonths(firstDayOf(periodOf(today)), 13 - Number(today.slice(5, 7))));
  const input: PayPremiumInput = {
    cycle,
    coverage: { firstMonth, months },
    fiscalYear: fiscalYear(year),
    heads: HEADS,
    rosterRoot: 'ab'.repeat(32),
    allocated: times(AMOUNT, months),
  };
  const handle = await stand.client.workflow.start<PayPremium>(PAY_PREMIUM, {
    taskQueue: 'acts',
    workflowId: premiumWorkflowId(cycle),
    args: [input],
  });
  return { handle, firstMonth, year };
}

function signed<Input>(act: string, subject: string, input: Input): SignedAct<Input> {
  const ticket: ActTicket = {
    ...{ v: 1, act, workflow: 'premium', subject, agency: 'kemensos', role: 'maker', key: `${act}-${subject}` },
    ...{ bodyHash: '00', issuedAt: '2028-01-01T00:00:00Z', signature: 'test' },
  };
  return { ticket, input };
}

const request = (year: Year, period: Period, by = 'ppk') =>
  year.executeUpdate(requestPaymentUpdate, {
    args: [signed('request-payment', by, { period, sppNumber: `SPP-${period}` })],
  });
const order = (year: Year, period: Period, by = 'ppspm') =>
  year.executeUpdate(orderPaymentUpdate, {
    args: [signed('order-payment', by, { period, spmNumber: `SPM-${period}` })],
  });

const toDay = (day: PlainDate) => time.moveTo(startInJakarta(day));

const refusedWith = (type: string): unknown =>
  expect.objectContaining({ cause: expect.objectContaining({ type }) as unknown });

test('twelve months, each billed on its first day, paid, and reconciled at its end, in under 420 events', async () => {
  const { handle, firstMonth } = await startYear('PKS-YEAR', 12);
  for (let month = 0; month < 12; month += 1) {
    const period = nextPeriod(firstMonth, month);
    await toDay(firstDayOf(period));
    expect(await handle.query(nextDueQuery)).toBe(addDays(firstDayOf(period), DAYS_TO_REQUEST + 1));
    await request(handle, period);
    await order(handle, period);
  }
  await toDay(firstDayOf(nextPeriod(firstMonth, 12)));
  await expect(handle.result()).resolves.toEqual({
    outcome: 'reconciled',
    billed: times(AMOUNT, 12),
    paid: times(AMOUNT, 12),
    closedOn: firstDayOf(nextPeriod(firstMonth, 12)),
  });
  const story = Array.from({ length: 12 }, (_, month) => {
    const period = nextPeriod(firstMonth, month);
    const [first, next] = [firstDayOf(period), firstDayOf(nextPeriod(period))];
    const paid = ['billed', 'requested', 'ordered', 'paid'].map((step) => `${first} ${step} ${period}`);
    return [...paid, `${next} reconciled ${period}`];
  });
  expect(recorded).toEqual(story.flat());
  const kinds = await eventKinds(handle);
  expect(kinds.filter((kind) => kind === 'WORKFLOW_EXECUTION_UPDATE_COMPLETED')).toHaveLength(24);
  expect(kinds.length).toBeLessThan(420);
});

test('a bill that nobody pays is overdue once, can still be paid, and lapses with the fiscal year', async () => {
  recorded.length = 0;
  const { handle, firstMonth, year } = await startYear('PKS-LATE', 2);
  const first = firstDayOf(firstMonth);
  await toDay(addDays(first, DAYS_TO_REQUEST + 3));
  expect((await handle.describe()).typedSearchAttributes.get(EXCEPTION)).toBe('PAYMENT_OVERDUE');
  await request(handle, firstMonth);
  await order(handle, firstMonth);
  const second = nextPeriod(firstMonth);
  await toDay(addDays(firstDayOf(second), 2));
  expect((await handle.describe()).typedSearchAttributes.get(EXCEPTION)).toBeUndefined();
  expect(await handle.query(waitsForQuery)).toMatchObject({ status: 'billed', turnOf: [{ role: 'maker' }] });
  await toDay(addDays(firstDayOf(periodOf(addMonths(first, 12))), 1));
  await expect(handle.result()).resolves.toMatchObject({ outcome: 'unpaid', billed: times(AMOUNT, 2), paid: AMOUNT });
  const steps = recorded.map((line) => line.slice(11));
  expect(steps.filter((step) => step.startsWith('overdue'))).toEqual([`overdue ${firstMonth}`, `overdue ${second}`]);
  expect(recorded.at(-1)).toBe(`${year + 1}-01-01 unpaid ${second}`);
});

test('a year takes only the act that is next, for the month in hand, by other eyes', async () => {
  const { handle, firstMonth } = await startYear('PKS-TURN', 1);
  await expect(request(handle, firstMonth)).rejects.toEqual(refusedWith('ACT_OUT_OF_ORDER'));
  await toDay(firstDayOf(firstMonth));
  await expect(order(handle, firstMonth)).rejects.toEqual(refusedWith('ACT_OUT_OF_ORDER'));
  await expect(request(handle, nextPeriod(firstMonth))).rejects.toEqual(refusedWith('WRONG_PERIOD'));
  await request(handle, firstMonth);
  await expect(order(handle, firstMonth, 'ppk')).rejects.toEqual(refusedWith('FOUR_EYES'));
  await order(handle, firstMonth);
});

test('a month that does not tie keeps the year waiting, tried again where operators see it', async () => {
  const { handle, firstMonth } = await startYear('PKS-TIES', 1);
  Object.assign(untied, { workflow: handle.workflowId, times: 2 });
  await toDay(firstDayOf(firstMonth));
  await request(handle, firstMonth);
  await order(handle, firstMonth);
  await toDay(firstDayOf(nextPeriod(firstMonth)));
  await expect(handle.result()).resolves.toMatchObject({ outcome: 'reconciled' });
  const kinds = await eventKinds(handle);
  // The treasury's call, and the reconciliation that the workflow task could not do at once.
  expect(kinds.filter((kind) => kind === 'ACTIVITY_TASK_COMPLETED')).toHaveLength(2);
});
