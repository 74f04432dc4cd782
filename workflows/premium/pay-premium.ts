import { fourEyes } from '@kerjasama/identity/four-eyes';
import { firstDayOf, nextPeriod, periodsOf } from '@kerjasama/kernel/period';
import { add, formatRupiah, groupDigits, NO_RUPIAH } from '@kerjasama/kernel/rupiah';
import {
  type Bill,
  orderPaymentUpdate,
  type PayPremiumInput,
  type PremiumActivities,
  type PremiumClosed,
  type PremiumPlace,
  premiumWorkflowId,
  requestPaymentUpdate,
} from '@kerjasama/premium/contract';
import { type PremiumAct, type PremiumStatus, TRANSITIONS, WAITS } from '@kerjasama/premium/rules/lifecycle';
import { judgePeriod, lastDayToPay } from '@kerjasama/premium/rules/month';
import { today } from '@kerjasama/temporal/in-workflow/calendar';
import { Stage } from '@kerjasama/temporal/in-workflow/stage';
import { AGENCY_CALL, RECORD } from '@kerjasama/temporal/policies';
import { EXCEPTION } from '@kerjasama/temporal/search-attributes';
import { proxyActivities, proxyLocalActivities, upsertSearchAttributes } from '@temporalio/workflow';

const records = proxyLocalActivities<PremiumActivities>(RECORD);
const agencies = proxyActivities<PremiumActivities>({
  ...AGENCY_CALL,
  summary: 'KPPN membayar, BPJS Ketenagakerjaan menerima',
});
/** What the house does by itself is tried once within the workflow task; where the sums say no, operators see it retried. */
const once = proxyLocalActivities<PremiumActivities>({ ...RECORD, retry: { maximumAttempts: 1 } });
const visibly = proxyActivities<PremiumActivities>({ ...AGENCY_CALL, summary: 'Menunggu angka yang cocok' });

/** The contribution of a year, month by month: billed, requested, ordered by other eyes, paid, reconciled at the month's end. */
export async function payPremium(input: PayPremiumInput): Promise<PremiumClosed> {
  const { cycle, coverage, fiscalYear } = input;
  let bill: Bill | null = null;
  let requestedBy: string | null = null;
  const sums = { billed: NO_RUPIAH, paid: NO_RUPIAH };

  const stage = new Stage<PremiumStatus, PremiumAct>({
    title: {
      id: `Iuran ${cycle.agreement} tahun ${cycle.year}`,
      en: `Premium of ${cycle.agreement} for ${cycle.year}`,
    },
    transitions: TRANSITIONS,
    waits: WAITS,
    initial: 'before-cover',
  });
  const place = (): PremiumPlace => ({ cycle, workflow: premiumWorkflowId(cycle), on: today() });

  stage.onAct(requestPaymentUpdate, {
    check: ({ input: { period } }) =>
      stage.unlessAllowed('payment-requested') ?? judgePeriod(bill?.period ?? null, period),
    perform: async (signed) => {
      const outcome = await records.recordPaymentRequest(place(), signed);
      if (outcome.refused) return outcome;
      requestedBy = signed.ticket.subject;
      stage.move('payment-requested');
      return outcome;
    },
  });
  stage.onAct(orderPaymentUpdate, {
    check: ({ ticket, input: { period } }) =>
      stage.unlessAllowed('payment-ordered') ??
      judgePeriod(bill?.period ?? null, period) ??
      fourEyes(requestedBy, ticket.subject),
    perform: async (signed) => {
      const outcome = await records.recordPaymentOrder(place(), signed);
      if (outcome.refused) return outcome;
      stage.move('payment-ordered');
      return outcome;
    },
  });

  for (const period of periodsOf(coverage)) {
    await stage.until(firstDayOf(period), `Awal bulan perlindungan ${period}`);
    bill = await once.issueBill(place(), input, period).catch(() => visibly.issueBill(place(), input, period));
    requestedBy = null;
    sums.billed = add(sums.billed, bill.amount);
    stage.move('bill-issued');
    stage.tell([billed(bill)]);

    if (!(await ordered(stage, bill, place, fiscalYear))) {
      stage.move('premium-unpaid');
      await records.recordUnpaidPremium(place(), fiscalYear, period);
      return stage.close({ outcome: 'unpaid', ...sums, closedOn: today() });
    }
    sums.paid = add(sums.paid, (await agencies.payBill(place(), fiscalYear, period)).amount);
    stage.move('payment-received');

    await stage.until(firstDayOf(nextPeriod(period)), `Akhir bulan ${period}: rekonsiliasi`);
    await once.reconcileMonth(place(), period).catch(() => visibly.reconcileMonth(place(), period));
    stage.move('month-reconciled');
  }
  return stage.close({ outcome: 'reconciled', ...sums, closedOn: today() });
}

/** Waits for the order to pay: past its day as an exception, but never past the fiscal year that pays. */
async function ordered(
  stage: Stage<PremiumStatus, PremiumAct>,
  { period, requestBy }: Bill,
  place: () => PremiumPlace,
  fiscalYear: PayPremiumInput['fiscalYear'],
): Promise<boolean> {
  const last = lastDayToPay(fiscalYear);
  const due = requestBy < last ? requestBy : last;
  if ((await stage.reaches(['ordered'], due, `Batas SPP dan SPM ${period}`)) === 'met') return true;
  await records.recordOverduePayment(place(), period);
  upsertSearchAttributes([{ key: EXCEPTION, value: 'PAYMENT_OVERDUE' }]);
  if ((await stage.reaches(['ordered'], last, `Akhir tahun anggaran ${fiscalYear}`)) === 'overdue') return false;
  upsertSearchAttributes([{ key: EXCEPTION, value: null }]);
  return true;
}

function billed({ period, heads, tariff, amount }: Bill): string {
  return `**Tagihan · bill ${period}:** ${groupDigits(heads)} × ${formatRupiah(tariff)} = ${formatRupiah(amount)}`;
}
