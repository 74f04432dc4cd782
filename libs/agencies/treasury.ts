import { type FiscalYear, type Period } from '@kerjasama/kernel/period';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Rupiah } from '@kerjasama/kernel/rupiah';

/** An order to pay (SPM) that the ministry's signing officer gave the treasury office (KPPN). */
export interface PaymentOrder {
  /** The number under which the treasury knows the order: the same number is the same payment. */
  readonly spmNumber: string;
  /** Whose order it is, e.g. `premium/PKS-2027-001/2028`: SPM numbers are unique within it. */
  readonly orderedFor: string;
  readonly period: Period;
  readonly fiscalYear: FiscalYear;
  readonly amount: Rupiah;
  readonly orderedOn: PlainDate;
}

/** The treasury's order to its bank (SP2D): the money has left. */
export interface PaidOrder {
  readonly sp2dNumber: string;
  readonly amount: Rupiah;
}

/** The state treasury (KPPN). Throws when it cannot be asked; the caller asks again. */
export interface Treasury {
  /** Pays once however often it is asked, and gives the same SP2D each time. */
  payOrder(order: PaymentOrder): Promise<PaidOrder>;
}
