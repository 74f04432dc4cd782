import { SimulatedInsurerCore } from '@kerjasama/agencies/simulated-insurer-core';
import { SimulatedTreasury } from '@kerjasama/agencies/simulated-treasury';
import { type ActTicket, type SignedAct } from '@kerjasama/identity/act-ticket';
import { createJournal } from '@kerjasama/journal/record';
import { agreementId } from '@kerjasama/kernel/ids';
import { cycleYear, fiscalYear, period } from '@kerjasama/kernel/period';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { accept } from '@kerjasama/kernel/refusal';
import { rupiah } from '@kerjasama/kernel/rupiah';
import { type PayPremiumInput, type PremiumPlace, premiumWorkflowId } from '@kerjasama/premium/contract';
import { countPaidMonths, getBill, getPremiumTotals } from '@kerjasama/premium/views';
import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database';
import { ActRecorder } from '../act-recorder';
import { PremiumRecords } from './premium.activities';

jest.setTimeout(60_000);

const YEAR = fiscalYear(2028);
const [JANUARY, FEBRUARY, MARCH] = [period('2028-01'), period('2028-02'), period('2028-03')];
const treasury = new SimulatedTreasury();

let database: FreshDatabase;
let records: PremiumRecords;

beforeAll(async () => {
  database = await freshDatabase();
  const worker = database.pool('worker');
  // Signatures are tried in libs/identity: here every ticket is believed.
  const recorder = new ActRecorder(createJournal(worker), ({ ticket }) => accept(ticket));
  records = new PremiumRecords(recorder, worker, treasury, new SimulatedInsurerCore());
});

afterAll(() => database.drop());

function premiumOf(agreement: string, months = 2) {
  const cycle = { agreement: agreementId(agreement), year: cycleYear(2028) };
  const place: PremiumPlace = { cycle, workflow: premiumWorkflowId(cycle), on: plainDate('2028-01-01') };
  const input: PayPremiumInput = {
    ...{ cycle, coverage: { firstMonth: JANUARY, months }, fiscalYear: YEAR, heads: 1_000 },
    ...{ rosterRoot: 'ab'.repeat(32), allocated: rupiah(16_800_000 * months) },
  };
  return { cycle, place, input };
}

let keys = 0;
function signed<Input>(act: string, subject: string, input: Input): SignedAct<Input> {
  const ticket: ActTicket = {
    ...{ v: 1, act, workflow: 'premium', subject, agency: 'kemensos', role: 'maker', key: `key-${(keys += 1)}` },
    ...{ bodyHash: '00', issuedAt: '2028-01-01T00:00:00Z', signature: 'test' },
  };
  return { ticket, input };
}

const spp = (of: typeof JANUARY, by = 'ppk', sppNumber = `SPP-${of}`) =>
  signed('request-payment', by, { period: of, sppNumber });
const spm = (of: typeof JANUARY, by = 'ppspm', spmNumber = `SPM-${of}`) =>
  signed('order-payment', by, { period: of, spmNumber });
const refusedWith = (type: string): unknown => expect.objectContaining({ type });

test('a month is billed, requested, ordered, paid and reconciled to the rupiah, each step once however often it is tried', async () => {
  const { cycle, place, input } = premiumOf('PKS-MONTH');
  const bill = await records.issueBill(place, input, JANUARY);
  expect(bill).toMatchObject({ tariff: 16_800, amount: 16_800_000 });
  expect(await records.issueBill(place, input, JANUARY)).toEqual(bill);
  await records.recordPaymentRequest(place, spp(JANUARY));
  await records.recordPaymentOrder(place, spm(JANUARY));
  const paid = await records.payBill(place, YEAR, JANUARY);
  expect(await records.payBill(place, YEAR, JANUARY)).toEqual(paid);
  await records.reconcileMonth(place, JANUARY);
  await records.reconcileMonth(place, JANUARY);
  const sum = 16_800_000;
  expect(await getPremiumTotals(database.pool('api'), cycle)).toMatchObject({
    ...{ billed: sum, paid: sum, received: sum, reconciled: sum, personMonths: 1_000 },
    monthsByStatus: { reconciled: 1, billed: 0 },
  });
  expect(await countPaidMonths(database.pool('api'), cycle, JANUARY)).toBe(1);
  const { rows } = await database
    .pool('auditor')
    .query<{ act: string }>('select act from journal.acts where chain = $1::text order by seq', [cycle.agreement]);
  expect(rows.map(({ act }) => act)).toEqual([
    'bill-issued',
    'payment-requested',
    'payment-ordered',
    'payment-received',
    'month-reconciled',
  ]);
});

test('bills beyond the allocation are held back by the database, and nothing of them is written', async () => {
  const { cycle, place, input } = premiumOf('PKS-FULL');
  await records.issueBill(place, input, JANUARY);
  await records.issueBill(place, input, FEBRUARY);
  await expect(records.issueBill(place, input, MARCH)).rejects.toEqual(refusedWith('BILL_EXCEEDS_ALLOCATION'));
  expect((await getPremiumTotals(database.pool('api'), cycle)).billed).toBe(33_600_000);
});

test('who asked for the payment does not order it: neither the activity nor the schema lets it pass', async () => {
  const { cycle, place, input } = premiumOf('PKS-EYES');
  await records.issueBill(place, input, JANUARY);
  await records.recordPaymentRequest(place, spp(JANUARY, 'one'));
  await expect(records.recordPaymentOrder(place, spm(JANUARY, 'one'))).rejects.toEqual(refusedWith('FOUR_EYES'));
  const forced = database.pool('superuser').query(
    `update premium.bill set status = 'ordered', spm_number = 'X', ordered_by = 'one', ordered_on = issued_on
      where agreement = $1::text`,
    [cycle.agreement],
  );
  await expect(forced).rejects.toMatchObject({ constraint: 'bill_four_eyes' });
});

test('a number that names the payment of another month is refused, and the bill stays as it was', async () => {
  const { cycle, place, input } = premiumOf('PKS-NUMBER');
  await records.issueBill(place, input, JANUARY);
  await records.issueBill(place, input, FEBRUARY);
  await records.recordPaymentRequest(place, spp(JANUARY, 'ppk', 'SPP-1'));
  await expect(records.recordPaymentRequest(place, spp(FEBRUARY, 'ppk', 'SPP-1'))).rejects.toEqual(
    refusedWith('NUMBER_USED'),
  );
  expect((await getBill(database.pool('api'), cycle, FEBRUARY)).status).toBe('billed');
});

test('a treasury that pays one rupiah less keeps the month open, by rule and by schema', async () => {
  const { cycle, place, input } = premiumOf('PKS-SHORT');
  await records.issueBill(place, input, JANUARY);
  await records.recordPaymentRequest(place, spp(JANUARY));
  await records.recordPaymentOrder(place, spm(JANUARY));
  const short = jest.spyOn(treasury, 'payOrder').mockResolvedValue({ sp2dNumber: 'S', amount: rupiah(16_799_999) });
  await records.payBill(place, YEAR, JANUARY);
  short.mockRestore();
  await expect(records.reconcileMonth(place, JANUARY)).rejects.toEqual(refusedWith('MONTH_DOES_NOT_TIE'));
  const forced = database
    .pool('superuser')
    .query(`update premium.bill set status = 'reconciled', reconciled_on = issued_on where agreement = $1::text`, [
      cycle.agreement,
    ]);
  await expect(forced).rejects.toMatchObject({ constraint: 'reconciled_to_the_rupiah' });
});

test('a late bill is marked once, and lapses unpaid with its year', async () => {
  const { cycle, place, input } = premiumOf('PKS-LATE');
  await records.issueBill(place, input, JANUARY);
  const late = { ...place, on: plainDate('2028-01-20') };
  await records.recordOverduePayment(late, JANUARY);
  await records.recordOverduePayment(late, JANUARY);
  await records.recordUnpaidPremium({ ...place, on: plainDate('2029-01-01') }, YEAR, JANUARY);
  expect(await getBill(database.pool('api'), cycle, JANUARY)).toMatchObject({
    status: 'unpaid',
    overdueOn: '2028-01-20',
  });
});

test('what was billed can be changed by nobody who runs the house', async () => {
  const change = database.pool('worker').query('update premium.bill set amount = 1');
  await expect(change).rejects.toMatchObject({ code: '42501' });
  await expect(database.pool('api').query('delete from premium.bill')).rejects.toMatchObject({ code: '42501' });
});
