import { type Bank } from './bank';
import { type InsurerCore } from './insurer-core';
import { type Treasury } from './treasury';

/**
 * The agencies of a production process of this release, which has no adapter to a real one. Each asks in vain: the
 * activity is retried and stands in `kerjasama stuck` with these words, and nothing passes for paid.
 */
export class UnconnectedAgency implements Treasury, InsurerCore, Bank {
  /** @param name as an operator knows it */
  constructor(private readonly name: string) {}

  payOrder(): Promise<never> {
    return this.refuse();
  }

  confirmReceipt(): Promise<never> {
    return this.refuse();
  }

  expectReachable(): Promise<never> {
    return this.refuse();
  }

  payBenefit(): Promise<never> {
    return this.refuse();
  }

  findPayment(): Promise<never> {
    return this.refuse();
  }

  private refuse(): Promise<never> {
    return Promise.reject(
      new Error(`This release has no connection to ${this.name}: money waits until a release brings its adapter`),
    );
  }
}
