import { type MemberId } from '@kerjasama/kernel/ids';
import { type Rupiah } from '@kerjasama/kernel/rupiah';

/** A benefit to be paid. The bank's side knows whose account stands behind the member; no person crosses this port. */
export interface BenefitOrder {
  /** Under which the bank knows the order, for good: the same instruction is the same payment. */
  readonly instruction: string;
  readonly member: MemberId;
  readonly amount: Rupiah;
}

export interface PaidBenefit {
  /** The bank's number of the transfer. */
  readonly reference: string;
}

/** The insurer's paying bank. */
export interface Bank {
  /** @throws while the bank cannot be asked at all: then nothing has been sent, and the caller tries again */
  expectReachable(): Promise<void>;
  /** Sends one order. When it throws, nobody knows whether it was carried out: ask, and never send it again. */
  payBenefit(order: BenefitOrder): Promise<PaidBenefit>;
  /** What became of an order; null when the bank knows of none, which does not prove that it will not pay it. */
  findPayment(instruction: string): Promise<PaidBenefit | null>;
}
