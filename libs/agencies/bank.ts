import { type ClaimId, type MemberId } from '@kerjasama/kernel/ids';
import { type Rupiah } from '@kerjasama/kernel/rupiah';

/** A benefit to be paid. The bank's side knows whose account stands behind the member; no person crosses this port. */
export interface BenefitOrder {
  /** The same claim is the same payment. */
  readonly claim: ClaimId;
  readonly member: MemberId;
  readonly amount: Rupiah;
}

export interface PaidBenefit {
  /** The bank's number of the transfer. */
  readonly reference: string;
}

/** The insurer's paying bank. Throws when it cannot be asked; the caller asks again. */
export interface Bank {
  /** Pays once however often it is asked, and gives the same reference each time. */
  payBenefit(order: BenefitOrder): Promise<PaidBenefit>;
}
