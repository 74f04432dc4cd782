import { derivedNumber } from './derived-number';
import { type InsurerCore, type Receipt, type Remittance } from './insurer-core';

/** The insurer's core of the embedded stack: what the treasury says it sent has arrived. No money moves. */
export class SimulatedInsurerCore implements InsurerCore {
  confirmReceipt({ remittedFor, period, sp2dNumber, amount }: Remittance): Promise<Receipt> {
    return Promise.resolve({ receipt: derivedNumber('SIM-KI', remittedFor, period, sp2dNumber), amount });
  }
}
