import { derivedNumber } from './derived-number';
import { type PaidOrder, type PaymentOrder, type Treasury } from './treasury';

/** The treasury of the embedded stack: it pays every order at once, and its numbers begin with SIM. No money moves. */
export class SimulatedTreasury implements Treasury {
  payOrder({ spmNumber, orderedFor, amount }: PaymentOrder): Promise<PaidOrder> {
    return Promise.resolve({ sp2dNumber: derivedNumber('SIM-SP2D', orderedFor, spmNumber), amount });
  }
}
