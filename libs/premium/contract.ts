import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type Coverage, type FiscalYear, type Period } from '@kerjasama/kernel/period';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Outcome } from '@kerjasama/kernel/refusal';
import { type Rupiah } from '@kerjasama/kernel/rupiah';
import { defineUpdate } from '@temporalio/workflow';
import { type BillStatus } from './rules/lifecycle';

/** The contribution (iuran) of each month of cover: billed, paid by the treasury, reconciled at the month's end. */
export const PAY_PREMIUM = 'payPremium';
export type PayPremium = (input: PayPremiumInput) => Promise<PremiumClosed>;

export function premiumWorkflowId(cycle: CycleRef): string {
  return `premium/${cycle.agreement}/${cycle.year}`;
}

export interface PayPremiumInput {
  readonly cycle: CycleRef;
  readonly coverage: Coverage;
  readonly fiscalYear: FiscalYear;
  /** The decreed workers of the roster with this Merkle root. */
  readonly heads: number;
  readonly rosterRoot: string;
  /** What the budget allocated: all bills together may not need more. */
  readonly allocated: Rupiah;
}

/** The commitment officer (PPK) tests the bill and asks for payment (SPP). */
export interface RequestPayment {
  readonly period: Period;
  readonly sppNumber: string;
}

/** The signing officer (PPSPM), never the same person, orders it (SPM); the treasury then pays (SP2D). */
export interface OrderPayment {
  readonly period: Period;
  readonly spmNumber: string;
}

/** One month's bill. `requestBy` is the last day on which it is requested and ordered in time (working days of the calendar). */
export type Bill = {
  readonly period: Period;
  readonly heads: number;
  readonly tariff: Rupiah;
  readonly amount: Rupiah;
  readonly requestBy: PlainDate;
  readonly regulationVersion: string;
};

export type PaymentStands = { readonly period: Period; readonly status: BillStatus; readonly amount: Rupiah };
export type Paid = { readonly period: Period; readonly amount: Rupiah; readonly sp2dNumber: string };

export interface PremiumClosed {
  readonly outcome: 'reconciled' | 'unpaid';
  readonly billed: Rupiah;
  readonly paid: Rupiah;
  readonly closedOn: PlainDate;
}

export const requestPaymentUpdate = defineUpdate<
  Outcome<PaymentStands>,
  [SignedAct<RequestPayment>],
  'request-payment'
>('request-payment');
export const orderPaymentUpdate = defineUpdate<Outcome<PaymentStands>, [SignedAct<OrderPayment>], 'order-payment'>(
  'order-payment',
);

/** Where and when an act is recorded. */
export interface PremiumPlace {
  readonly cycle: CycleRef;
  readonly workflow: string;
  readonly on: PlainDate;
}

export interface PremiumActivities {
  /** Throws BILL_EXCEEDS_ALLOCATION when all bills together would: the year waits for a revised budget. */
  issueBill(place: PremiumPlace, input: PayPremiumInput, period: Period): Promise<Bill>;
  recordPaymentRequest(place: PremiumPlace, act: SignedAct<RequestPayment>): Promise<Outcome<PaymentStands>>;
  recordPaymentOrder(place: PremiumPlace, act: SignedAct<OrderPayment>): Promise<Outcome<PaymentStands>>;
  /** Asks the treasury for the SP2D and records the insurer's receipt; idempotent by the SPM number. */
  payBill(place: PremiumPlace, fiscalYear: FiscalYear, period: Period): Promise<Paid>;
  recordOverduePayment(place: PremiumPlace, period: Period): Promise<void>;
  /** The fiscal year is over and the month can no longer be paid from it. */
  recordUnpaidPremium(place: PremiumPlace, fiscalYear: FiscalYear, period: Period): Promise<void>;
  /** Throws MONTH_DOES_NOT_TIE when the month's bill, payment and receipt do not tie to the rupiah: the year waits for a person. */
  reconcileMonth(place: PremiumPlace, period: Period): Promise<PaymentStands>;
}
