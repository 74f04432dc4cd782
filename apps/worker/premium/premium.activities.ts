import { type InsurerCore } from '@kerjasama/agencies/insurer-core';
import { type Treasury } from '@kerjasama/agencies/treasury';
import { type Reads } from '@kerjasama/database/pool';
import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { fourEyes } from '@kerjasama/identity/four-eyes';
import { type FiscalYear, type Period } from '@kerjasama/kernel/period';
import { accept, type Outcome, type Refusal } from '@kerjasama/kernel/refusal';
import { toDecimal } from '@kerjasama/kernel/rupiah';
import {
  type Bill,
  type OrderPayment,
  type Paid,
  type PaymentStands,
  type PayPremiumInput,
  type PremiumActivities,
  type PremiumPlace,
  type RequestPayment,
} from '@kerjasama/premium/contract';
import { countBill } from '@kerjasama/premium/rules/bill';
import { exceedsAllocation, judgeMonth, numberUsed } from '@kerjasama/premium/rules/month';
import {
  bookBill,
  insertBill,
  markOverdue,
  markUnpaid,
  orderPayment,
  receivePayment,
  reconcileBill,
  requestPayment,
} from '@kerjasama/premium/store';
import { type BillView, getBill } from '@kerjasama/premium/views';
import { Activity } from '@kerjasama/temporal/activities';
import { Inject, Injectable } from '@nestjs/common';
import { ApplicationFailure } from '@temporalio/activity';
import { ActRecorder } from '../act-recorder';
import { INSURER_CORE, TREASURY } from '../agencies';
import { WORKER_POOL } from '../tokens';

/** PMK 62/2023 Pasal 218 b: the payment request after the bill of another party. */
const SPP_ARTICLE = 'PMK 62/2023 Pasal 218';

/** What the premium stage writes, month by month, and what it asks of the treasury and the insurer. */
@Injectable()
export class PremiumRecords implements PremiumActivities {
  constructor(
    private readonly recorder: ActRecorder,
    @Inject(WORKER_POOL) private readonly reads: Reads,
    @Inject(TREASURY) private readonly treasury: Treasury,
    @Inject(INSURER_CORE) private readonly insurerCore: InsurerCore,
  ) {}

  @Activity('acts')
  issueBill(place: PremiumPlace, input: PayPremiumInput, period: Period): Promise<Bill> {
    const { cycle, on } = place;
    const { heads, rosterRoot, allocated } = input;
    return this.recorder.house(place, `bill/${period}`, cycle.agreement, async (tx) => {
      const counted = countBill(period, heads, on);
      if (counted.refused) throw waitsForAPerson(counted);
      const bill: Bill = { period, heads, ...counted.value };
      if (!(await bookBill(tx, cycle, allocated, bill.amount)))
        throw waitsForAPerson(exceedsAllocation(period, bill.amount));
      await insertBill(tx, cycle, { ...bill, rosterRoot, on });
      const { tariff, amount, requestBy, regulationVersion } = bill;
      const sums = { tariff: toDecimal(tariff), amount: toDecimal(amount) };
      return {
        act: 'bill-issued',
        payload: { period, heads, ...sums, rosterRoot, requestBy, regulationVersion },
        result: bill,
      };
    });
  }

  @Activity('acts')
  recordPaymentRequest(place: PremiumPlace, act: SignedAct<RequestPayment>): Promise<Outcome<PaymentStands>> {
    const { period, sppNumber } = act.input;
    return this.recorder.officer(place, 'request-payment', act, SPP_ARTICLE, async (tx) => {
      const { amount } = await getBill(tx, place.cycle, period);
      const spp = { number: sppNumber, by: act.ticket.subject, on: place.on };
      if (!(await requestPayment(tx, { cycle: place.cycle, period }, spp))) return numberUsed('sppNumber');
      return {
        act: 'payment-requested',
        payload: { period, sppNumber, amount: toDecimal(amount) },
        result: accept({ period, status: 'requested', amount }),
      };
    });
  }

  @Activity('acts')
  recordPaymentOrder(place: PremiumPlace, act: SignedAct<OrderPayment>): Promise<Outcome<PaymentStands>> {
    const { period, spmNumber } = act.input;
    return this.recorder.officer(place, 'order-payment', act, SPP_ARTICLE, async (tx) => {
      const { amount, request } = await getBill(tx, place.cycle, period);
      const refusal = fourEyes(request?.by ?? null, act.ticket.subject);
      if (refusal) return refusal;
      const spm = { number: spmNumber, by: act.ticket.subject, on: place.on };
      if (!(await orderPayment(tx, { cycle: place.cycle, period }, spm))) return numberUsed('spmNumber');
      return {
        act: 'payment-ordered',
        payload: { period, spmNumber, amount: toDecimal(amount) },
        result: accept({ period, status: 'ordered', amount }),
      };
    });
  }

  @Activity('acts')
  async payBill(place: PremiumPlace, fiscalYear: FiscalYear, period: Period): Promise<Paid> {
    const { cycle, workflow, on } = place;
    const { amount, order } = await getBill(this.reads, cycle, period);
    if (!order) throw new Error(`Nobody ordered the payment of ${period} of ${cycle.agreement}/${cycle.year}`);
    const { number: spmNumber, on: orderedOn } = order;
    const paid = await this.treasury.payOrder({
      ...{ spmNumber, orderedFor: workflow, orderedOn },
      ...{ period, fiscalYear, amount },
    });
    const { sp2dNumber } = paid;
    const received = await this.insurerCore.confirmReceipt({
      ...{ sp2dNumber, remittedFor: workflow, period },
      amount: paid.amount,
    });
    const { receipt } = received;
    return this.recorder.house(place, `pay/${period}`, `SPM ${spmNumber}`, async (tx) => {
      const remitted = { sp2dNumber, paid: paid.amount, receipt, received: received.amount, on };
      await receivePayment(tx, { cycle, period }, remitted);
      return {
        act: 'payment-received',
        payload: { period, sp2dNumber, receipt, amount: toDecimal(received.amount) },
        result: { period, amount: paid.amount, sp2dNumber },
      };
    });
  }

  @Activity('acts')
  async recordOverduePayment(place: PremiumPlace, period: Period): Promise<void> {
    await this.recorder.house(place, `overdue/${period}`, SPP_ARTICLE, async (tx) => {
      const { requestBy: due } = await getBill(tx, place.cycle, period);
      await markOverdue(tx, { cycle: place.cycle, period }, place.on);
      return { act: 'payment-overdue', payload: { period, due }, result: null };
    });
  }

  @Activity('acts')
  async recordUnpaidPremium(place: PremiumPlace, fiscalYear: FiscalYear, period: Period): Promise<void> {
    await this.recorder.house(place, `unpaid/${period}`, `TA ${fiscalYear}`, async (tx) => {
      const { amount } = await getBill(tx, place.cycle, period);
      await markUnpaid(tx, { cycle: place.cycle, period });
      return { act: 'premium-unpaid', payload: { period, fiscalYear, amount: toDecimal(amount) }, result: null };
    });
  }

  @Activity('acts')
  reconcileMonth(place: PremiumPlace, period: Period): Promise<PaymentStands> {
    return this.recorder.house(place, `reconcile/${period}`, place.cycle.agreement, async (tx) => {
      const { amount, heads, remitted } = await getRemitted(tx, place, period);
      const { paid, received } = remitted;
      const refusal = judgeMonth({ billed: amount, paid, received });
      if (refusal) throw waitsForAPerson(refusal);
      await reconcileBill(tx, { cycle: place.cycle, period }, place.on);
      const sums = { billed: toDecimal(amount), paid: toDecimal(paid), received: toDecimal(received) };
      return {
        act: 'month-reconciled',
        payload: { period, ...sums, personMonths: heads },
        result: { period, status: 'reconciled', amount },
      };
    });
  }
}

type RemittedBill = BillView & { readonly remitted: NonNullable<BillView['remitted']> };

async function getRemitted(tx: Reads, { cycle }: PremiumPlace, period: Period): Promise<RemittedBill> {
  const { remitted, ...bill } = await getBill(tx, cycle, period);
  if (!remitted) throw new Error(`${period} of ${cycle.agreement}/${cycle.year} is not paid`);
  return { ...bill, remitted };
}

/** No officer is there to be refused: the step is tried again, seen by operators, until somebody has mended the cause. */
function waitsForAPerson(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.retryable(refusal.message.en, refusal.code, refusal);
}
