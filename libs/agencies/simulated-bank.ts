import { type Bank, type BenefitOrder, type PaidBenefit } from './bank';
import { derivedNumber } from './derived-number';

/** The paying bank of the embedded stack: it pays every benefit at once. No money moves. */
export class SimulatedBank implements Bank {
  payBenefit({ claim }: BenefitOrder): Promise<PaidBenefit> {
    return Promise.resolve({ reference: derivedNumber('SIM-TRF', claim) });
  }
}
