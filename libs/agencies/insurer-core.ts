import { type Period } from '@kerjasama/kernel/period';
import { type Rupiah } from '@kerjasama/kernel/rupiah';

/** Money the treasury says it sent to the insurer. */
export interface Remittance {
  readonly sp2dNumber: string;
  /** For which members' month, e.g. `premium/PKS-2027-001/2028`. */
  readonly remittedFor: string;
  readonly period: Period;
  readonly amount: Rupiah;
}

/** What arrived on the insurer's account, under the insurer's own number. */
export interface Receipt {
  readonly receipt: string;
  readonly amount: Rupiah;
}

/** The core system of BPJS Ketenagakerjaan. Throws when it cannot be asked, or when nothing has arrived yet. */
export interface InsurerCore {
  /** The same month's remittance always has the same receipt. */
  confirmReceipt(remittance: Remittance): Promise<Receipt>;
}
