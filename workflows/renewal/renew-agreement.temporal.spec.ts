import { refusalIn } from '@kerjasama/desk/refusals';
import { type ActTicket, type SignedAct } from '@kerjasama/identity/act-ticket';
import { createJournal } from '@kerjasama/journal/record';
import { inputHash } from '@kerjasama/journal/record-input';
import { findActs } from '@kerjasama/journal/views';
import { agreementId, type CycleRef } from '@kerjasama/kernel/ids';
import { cycleYear, fiscalYear, period } from '@kerjasama/kernel/period';
import { addDays, dateOf, type PlainDate, startInJakarta, yearOf } from '@kerjasama/kernel/plain-date';
import { accept } from '@kerjasama/kernel/refusal';
import { rupiah } from '@kerjasama/kernel/rupiah';
import { timeMachine, type TimeMachine } from '@kerjasama/rehearsal/time';
import {
  closeBooksUpdate,
  endorseRenewalUpdate,
  proposeRenewalUpdate,
  RENEW_AGREEMENT,
  type RenewAgreement,
  renewalWorkflowId,
} from '@kerjasama/renewal/contract';
import { findClosing } from '@kerjasama/renewal/views';
import { nextDueQuery, waitsForQuery } from '@kerjasama/temporal/in-workflow/stage';
import { ActRecorder } from '../../apps/worker/act-recorder';
import { RenewalRecords } from '../../apps/worker/renewal/renewal.activities';
import { freshDatabase, type FreshDatabase } from '../../test/support/fresh-database';
import { startStageStand } from '../../test/support/stage-stand';
import { type TemporalStand } from '../../test/support/temporal-stand';

let database: FreshDatabase;
let stand: TemporalStand;
let time: TimeMachine;

beforeAll(async () => {
  database = await freshDatabase();
  const recorder = new ActRecorder(createJournal(database.pool('worker')), ({ ticket }) => accept(ticket));
  const records = new RenewalRecords(recorder);
  stand = await startStageStand('renewal/renew-agreement', '10-01', {
    recordProposedRenewal: records.recordProposedRenewal.bind(records),
    recordEndorsedRenewal: records.recordEndorsedRenewal.bind(records),
    recordClosedBooks: records.recordClosedBooks.bind(records),
    recordUnclosedBooks: records.recordUnclosedBooks.bind(records),
  });
  time = timeMachine(stand);
}, 60_000);

afterAll(async () => {
  await stand.stop();
  await database.drop();
}, 60_000);

/** A year of eleven months of cover that ends on 31 December of next year, so that the day of the run does not matter. */
async function startEnding(name: string) {
  const year = yearOf(await stand.clock.today()) + 1;
  const cycle: CycleRef = { agreement: agreementId(name), year: cycleYear(year) };
  const coverage = { firstMonth: period(`${year}-01`), months: 11 };
  const terms = { workers: 1_000, coverage, fiscalYear: fiscalYear(year), ceiling: rupiah(190_000_000) };
  const closeOn = dateOf(year, 12, 31);
  const handle = await stand.client.workflow.start<RenewAgreement>(RENEW_AGREEMENT, {
    taskQueue: 'acts',
    workflowId: renewalWorkflowId(cycle),
    args: [{ cycle, terms, closeOn }],
  });
  return { handle, cycle, closeOn, nextYear: period(`${year + 1}-01`) };
}

type Ending = Awaited<ReturnType<typeof startEnding>>;

/** One month's bill of 1,000 workers: paid, received and reconciled, or only paid. */
async function bill({ cycle }: Ending, reconciled: boolean): Promise<void> {
  const own = database.pool('superuser');
  const month = `${cycle.year}-11`;
  await own.query(
    `insert into premium.account (agreement, year, allocated, billed) values ($1, $2, 16800000, 16800000)`,
    [cycle.agreement, cycle.year],
  );
  await own.query(
    `insert into premium.bill
       (agreement, year, period, heads, tariff, amount, roster_root, issued_on, request_by, regulation_version, status,
        spp_number, requested_by, requested_on, spm_number, ordered_by, ordered_on,
        sp2d_number, paid, receipt, received, received_on, reconciled_on)
     values ($1, $2, $3::text, 1000, 16800, 16800000, repeat('ab', 32), ($3::text || '-01')::date,
             ($3::text || '-08')::date, 'test', $4::text, 'SPP-1', 'ppk', ($3::text || '-02')::date, 'SPM-1', 'ppspm',
             ($3::text || '-03')::date, 'SP2D-1', 16800000, 'R-1', 16800000, ($3::text || '-04')::date,
             case when $4::text = 'reconciled' then ($3::text || '-30')::date end)`,
    [cycle.agreement, cycle.year, month, reconciled ? 'reconciled' : 'paid'],
  );
}

async function reconcile({ cycle }: Ending): Promise<void> {
  await database
    .pool('superuser')
    .query(`update premium.bill set status = 'reconciled', reconciled_on = received_on where agreement = $1`, [
      cycle.agreement,
    ]);
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

const propose = ({ handle, nextYear }: Ending, workers: number) =>
  handle.executeUpdate(proposeRenewalUpdate, {
    args: [signed('propose-renewal', 'kemensos-maker', { workers, firstMonth: nextYear, months: 12 })],
  });
const endorse = ({ handle }: Ending, workers: number) =>
  handle.executeUpdate(endorseRenewalUpdate, { args: [signed('endorse-renewal', 'bpjs-maker', { workers })] });
const close = ({ handle }: Ending, by = 'kemensos-checker') =>
  handle.executeUpdate(closeBooksUpdate, { args: [signed('close-books', by, { minutesNumber: 'BA-12' })] });

const toDay = (day: PlainDate) => time.moveTo(startInJakarta(day));
const statusOf = async ({ handle }: Ending) => (await handle.query(waitsForQuery)).status;
const actsOf = async ({ cycle }: Ending) =>
  (await findActs(database.pool('api'), cycle.agreement)).acts.map(({ act }) => act);
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'accepted',
    (error: unknown) => refusalIn(error)?.code ?? error,
  );

test('a renewal is proposed with its gap and endorsed; the books close on the last day, once every rupiah ties', async () => {
  const ending = await startEnding('PKS-ENDING');
  await bill(ending, false);
  expect(await ending.handle.query(nextDueQuery)).toBe(ending.closeOn);
  expect(await codeOf(endorse(ending, 1_000))).toBe('ACT_OUT_OF_ORDER');
  expect(await propose(ending, 1_000)).toMatchObject({
    value: { status: 'proposed', needed: 201_600_000, gapDays: 31, gapWorkers: 1_000 },
  });
  expect(await codeOf(endorse(ending, 999))).toBe('WORKERS_DIFFER');
  expect(await endorse(ending, 1_000)).toMatchObject({ value: { status: 'endorsed' } });
  expect(await codeOf(close(ending))).toBe('TOO_EARLY');

  await toDay(ending.closeOn);
  expect(await codeOf(close(ending, 'kemensos-maker'))).toBe('FOUR_EYES');
  expect(await close(ending)).toMatchObject({
    code: 'BOOKS_DO_NOT_CLOSE',
    details: { billedLessPaid: '0', paidLessReconciled: '16800000' },
  });
  expect(await statusOf(ending)).toBe('endorsed');
  await reconcile(ending);
  expect(await close(ending)).toMatchObject({
    value: { billed: 16_800_000, paid: 16_800_000, reconciled: 16_800_000, personMonths: 1_000, claimsReported: 0 },
  });
  expect(await ending.handle.result()).toMatchObject({ outcome: 'closed', closedOn: ending.closeOn });
  expect(await actsOf(ending)).toEqual(['renewal-proposed', 'renewal-endorsed', 'closing-refused', 'books-closed']);
  expect(await findClosing(database.pool('api'), ending.cycle)).toMatchObject({ closedBy: 'kemensos-checker' });
}, 120_000);

test('books that nobody closes within ninety days stay unclosed, and the journal says so', async () => {
  const ending = await startEnding('PKS-UNCLOSED');
  await toDay(addDays(ending.closeOn, 91));
  expect(await ending.handle.result()).toEqual({
    outcome: 'unclosed',
    books: null,
    closedOn: addDays(ending.closeOn, 91),
  });
  expect(await actsOf(ending)).toEqual(['books-unclosed']);
}, 120_000);
