import { type Agencies } from '@kerjasama/agencies/choose-agencies';
import { type Provider } from '@nestjs/common';

export const TREASURY = Symbol('TREASURY');
export const INSURER_CORE = Symbol('INSURER_CORE');
export const BANK = Symbol('BANK');

/** The world outside, each agency under its own token, so that an activity gets no more than it asks. */
export function provideAgencies({ treasury, insurerCore, bank }: Agencies): Provider[] {
  return [
    { provide: TREASURY, useValue: treasury },
    { provide: INSURER_CORE, useValue: insurerCore },
    { provide: BANK, useValue: bank },
  ];
}
