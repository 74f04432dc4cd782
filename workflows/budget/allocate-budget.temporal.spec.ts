import {
  acceptTextUpdate,
  agreementWorkflowId,
  type AgreementTerms,
  type SignAgreement,
  signAgreementUpdate,
} from '@kerjasama/agreement/contract';
import {
  ALLOCATE_BUDGET,
  type AllocateBudget,
  approveAllocationUpdate,
  budgetWorkflowId,
  proposeAddendumUpdate,
  proposeAllocationUpdate,
} from '@kerjasama/budget/contract';
import { DAYS_TO_SIGN_ADDENDUM } from '@kerjasama/budget/rules/lifecycle';
import { listAddenda, listProposals } from '@kerjasama/budget/views';
import { refusalIn } from '@kerjasama/desk/refusals';
import { type ActTicket, type SignedAct } from '@kerjasama/identity/act-ticket';

import { createJournal } from '@kerjasama/journal/record';
import { inputHash } from '@kerjasama/journal/record-input';
import { findActs } from '@kerjasama/journal/views';
import { agreementId, type CycleRef } from '@kerjasama/kernel/ids';
import { cycleYear, firstDayOf, fiscalYear, nextPeriod, periodOf } from '@kerjasama/kernel/period';
import { addDays, type PlainDate, startInJakarta, yearOf } from '@kerjasama/kernel/plain-date';
import { accept } from '@kerjasama/kernel/refusal';
import { rupiah } from '@kerjasama/kernel/rupiah';
import { timeMachine, type TimeMachine } from '@kerjasama/rehearsal/time';
import { waitsForQuery } from '@kerjasama/temporal/in-workflow/stage';
import { EXCEPTION } from '@kerjasama/temporal/search-attributes';
import { ActRecorder } from '../../apps/worker/act-recorder';
import { AgreementRecords } from '../../apps/worker/agreement/agreement.activities';
import { BudgetRecords } from '../../apps/worker/budget/budget.activities';
import { freshDatabase, type FreshDatabase } from '../../test/support/fresh-database';
import { eventKinds, startStageStand } from '../../test/support/stage-stand';
import { type TemporalStand } from '../../test/support/temporal-stand';

const TEXT = 'a'.repeat(64);
const ARTICLE = rupiah(19_000_000_000);
const DIPA = { dipaNumber: 'DIPA-027.05.1.440380', revision: 0, pagu: ARTICLE, blocked: rupiah(0) };

let database: FreshDatabase;
let stand: TemporalStand;
let time: TimeMachine;

beforeAll(async () => {
  database = await freshDatabase();
  const recorder = new ActRecorder(createJournal(database.pool('worker')), ({ ticket }) => accept(ticket));
  const [budget, agreement] = [new BudgetRecords(recorder), new AgreementRecords(recorder)];
  stand = await startStageStand('index', '11-19', { ...methodsOf(budget), ...methodsOf(agreement) });
  time = timeMachine(stand);
}, 60_000);

afterAll(async () => {
  await stand.stop();
  await database.drop();
}, 60_000);

type Method = (...args: never[]) => Promise<unknown>;

function methodsOf(records: BudgetRecords | AgreementRecords): Record<string, Method> {
  const prototype = Object.getPrototypeOf(records) as Record<string, Method>;
  const names = Object.getOwnPropertyNames(prototype).filter((name) => name.startsWith('record'));
  return Object.fromEntries(names.map((name) => [name, (prototype[name] as Method).bind(records)]));
}

/** A budget of the article's size. From any day it has 59 days or more: longer than the 30 days of an addendum. */
async function startBudget(name: string) {
  const firstMonth = nextPeriod(periodOf(await stand.clock.today()), 3);
  const year = yearOf(firstDayOf(firstMonth));
  const cycle: CycleRef = { agreement: agreementId(name), year: cycleYear(year) };
  const coverage = { firstMonth, months: 12 };
  const terms: AgreementTerms = { workers: 102_000, coverage, fiscalYear: fiscalYear(year), ceiling: ARTICLE };
  const allocateBy = addDays(firstDayOf(firstMonth), -1);
  const handle = await stand.client.workflow.start<AllocateBudget>(ALLOCATE_BUDGET, {
    taskQueue: 'acts',
    workflowId: budgetWorkflowId(cycle),
    args: [{ cycle, terms, allocateBy }],
  });
  const addendum = (document: number) =>
    stand.client.workflow.getHandle<SignAgreement>(agreementWorkflowId(cycle, document));
  return { handle, cycle, allocateBy, addendum };
}

let acts = 0;

function signed<Input>(act: string, subject: string, input: Input): SignedAct<Input> {
  acts += 1;
  const agency = subject.startsWith('bpjs') ? 'bpjs-tk' : 'kemensos';
  const role = subject.endsWith('checker') ? 'checker' : 'maker';
  const ticket: ActTicket = {
    ...{ v: 1, act, workflow: 'verified elsewhere', subject, agency, role, key: `act-${acts}` },
    ...{ bodyHash: inputHash(input), issuedAt: '2028-01-01T00:00:00Z', signature: 'test' },
  };
  return { ticket, input };
}

type Budget = Awaited<ReturnType<typeof startBudget>>;

const propose = ({ handle }: Budget, pagu: number = ARTICLE) =>
  handle.executeUpdate(proposeAllocationUpdate, {
    args: [signed('propose-allocation', 'kemensos-maker', { ...DIPA, pagu: rupiah(pagu) })],
  });
const lower = ({ handle }: Budget, kind: 'months' | 'heads', months: number, heads: number) =>
  handle.executeUpdate(proposeAddendumUpdate, {
    args: [signed('propose-addendum', 'kemensos-maker', { kind, months, heads, textSha256: TEXT })],
  });
const approve = ({ handle }: Budget, needed: number, by = 'kemensos-checker') =>
  handle.executeUpdate(approveAllocationUpdate, {
    args: [signed('approve-allocation', by, { needed: rupiah(needed) })],
  });

async function signAddendum(budget: Budget, document: number): Promise<void> {
  const addendum = budget.addendum(document);
  await recordedIn(budget.cycle, `${addendum.workflowId}#draft`);
  await addendum.executeUpdate(acceptTextUpdate, { args: [signed('accept-text', 'bpjs-maker', { textSha256: TEXT })] });
  for (const who of ['kemensos-checker', 'bpjs-checker'])
    await addendum.executeUpdate(signAgreementUpdate, {
      args: [signed('sign-agreement', who, { textSha256: TEXT, number: `${who}/1` })],
    });
  await addendum.result();
}

async function recordedIn({ agreement }: CycleRef, key: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { acts: found } = await findActs(database.pool('api'), agreement);
    if (found.some((act) => act.key === key)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${key} is not recorded`);
}

const toDay = (day: PlainDate) => time.moveTo(startInJakarta(day));
const statusOf = async ({ handle }: Budget) => (await handle.query(waitsForQuery)).status;
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'accepted',
    (error: unknown) => refusalIn(error)?.code ?? error,
  );

test('the article’s budget is short, is lowered to eleven months by an addendum of both agencies, and is allocated', async () => {
  const budget = await startBudget('PKS-ARTICLE');
  const started = await stand.clock.today();
  expect(await propose(budget)).toMatchObject({
    code: 'BUDGET_SHORT',
    details: {
      ...{ pagu: '19000000000', usable: '19000000000', needed: '20563200000', shortfall: '1563200000' },
      remedies: [
        { kind: 'months', months: 11, heads: 102_000, cost: '18849600000', unused: '150400000' },
        { kind: 'heads', months: 12, heads: 94_246, cost: '18999993600', unused: '6400' },
      ],
    },
  });
  expect(await statusOf(budget)).toBe('short');
  expect((await budget.handle.describe()).typedSearchAttributes.get(EXCEPTION)).toBe('BUDGET_SHORT');

  expect(await lower(budget, 'months', 11, 102_000)).toMatchObject({ value: { document: 1 } });
  expect(await statusOf(budget)).toBe('addendum-signing');
  expect(await codeOf(propose(budget))).toBe('ACT_OUT_OF_ORDER');
  const signedOn = addDays(started, 5);
  await toDay(signedOn);
  await signAddendum(budget, 1);
  await toDay(signedOn);
  expect(await statusOf(budget)).toBe('open');

  expect(await propose(budget)).toMatchObject({
    value: { status: 'proposed', tariff: 16_800, needed: 18_849_600_000, unused: 150_400_000 },
  });
  expect(await codeOf(approve(budget, 18_849_600_001))).toBe('SUM_DIFFERS');
  expect(await codeOf(approve(budget, 18_849_600_000, 'kemensos-maker'))).toBe('FOUR_EYES');
  expect(await approve(budget, 18_849_600_000)).toMatchObject({ value: { status: 'allocated' } });

  expect(await budget.handle.result()).toMatchObject({
    ...{ outcome: 'allocated', closedOn: signedOn },
    terms: { workers: 102_000, coverage: { months: 11 } },
    allocation: { needed: 18_849_600_000 },
  });
  const { acts: recorded } = await findActs(database.pool('api'), budget.cycle.agreement);
  expect(recorded.map(({ act, businessDate }) => `${businessDate} ${act}`)).toEqual([
    `${started} allocation-refused`,
    `${started} addendum-proposed`,
    `${started} agreement-drafted`,
    `${signedOn} agreement-text-accepted`,
    `${signedOn} agreement-signed-by-kemensos`,
    `${signedOn} agreement-signed-by-bpjs-tk`,
    `${signedOn} addendum-in-force`,
    `${signedOn} allocation-proposed`,
    `${signedOn} budget-allocated`,
  ]);
  expect(await listProposals(database.pool('api'), budget.cycle)).toMatchObject([
    { fits: false, approvedBy: null },
    { fits: true, approvedBy: 'kemensos-checker', approvedOn: signedOn },
  ]);
  expect((await eventKinds(budget.handle)).length).toBeLessThan(100);
}, 120_000);

test('an addendum that nobody signs is dropped while the budget has time left, and the old terms stay', async () => {
  const budget = await startBudget('PKS-UNSIGNED');
  await propose(budget);
  await lower(budget, 'heads', 12, 94_246);
  const droppedOn = addDays(await stand.clock.today(), DAYS_TO_SIGN_ADDENDUM + 1);
  await toDay(droppedOn);
  expect(await statusOf(budget)).toBe('short');
  expect(await listAddenda(database.pool('api'), budget.cycle)).toMatchObject([{ outcome: 'dropped' }]);
  expect(await propose(budget)).toMatchObject({ code: 'BUDGET_SHORT', details: { needed: '20563200000' } });

  await toDay(addDays(budget.allocateBy, 1));
  expect(await budget.handle.result()).toMatchObject({
    ...{ outcome: 'lapsed', allocation: null, closedOn: addDays(budget.allocateBy, 1) },
    terms: { workers: 102_000, coverage: { months: 12 } },
  });
}, 120_000);

test('an addendum has no more time than its budget: unsigned, both end after the budget’s last day', async () => {
  const budget = await startBudget('PKS-LATE-ADDENDUM');
  await toDay(addDays(budget.allocateBy, 1 - DAYS_TO_SIGN_ADDENDUM));
  await propose(budget);
  await lower(budget, 'heads', 12, 94_246);
  await toDay(budget.allocateBy);
  expect(await statusOf(budget)).toBe('addendum-signing');
  await toDay(addDays(budget.allocateBy, 1));
  expect(await budget.handle.result()).toMatchObject({ outcome: 'lapsed', closedOn: addDays(budget.allocateBy, 1) });
  expect(await listAddenda(database.pool('api'), budget.cycle)).toMatchObject([{ outcome: 'dropped' }]);
}, 120_000);

test('terms that do not lower or do not fit, and acts before their time, change nothing', async () => {
  const budget = await startBudget('PKS-REFUSED');
  expect(await codeOf(lower(budget, 'months', 11, 102_000))).toBe('ACT_OUT_OF_ORDER');
  expect(await codeOf(approve(budget, 20_563_200_000))).toBe('ACT_OUT_OF_ORDER');
  await propose(budget);
  expect(await codeOf(lower(budget, 'months', 12, 102_000))).toBe('ADDENDUM_NOT_LOWER');
  expect(await codeOf(lower(budget, 'heads', 12, 94_247))).toBe('ADDENDUM_DOES_NOT_FIT');
  expect(await statusOf(budget)).toBe('short');
  const { acts: recorded } = await findActs(database.pool('api'), budget.cycle.agreement);
  expect(recorded.map(({ act }) => act)).toEqual(['allocation-refused']);
}, 120_000);
