import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { ageLimitOn, provincesOn } from '@kerjasama/regulation/membership';

/** What the law says of a roster's rows, looked up once for all of them. Ages are whole years. */
export interface RosterLaw {
  readonly coverStart: PlainDate;
  readonly youngest: number;
  /** Who has reached this age cannot be registered. */
  readonly notYet: number;
  readonly provinces: readonly string[];
}

/** The stricter end of what programmes practise, 15 to 18 (domain, section 4.2, general knowledge): no decree was found. */
const YOUNGEST = 18;

/** The law of the first day of cover. @throws for cover that no row of the law reaches */
export function rosterLawOn(coverStart: PlainDate): RosterLaw {
  const { notYet } = expectAccepted(ageLimitOn(coverStart));
  const { provinces } = expectAccepted(provincesOn(coverStart));
  return { coverStart, youngest: YOUNGEST, notYet, provinces };
}

/** Four digits: a province and a regency or city in it. */
export function isRegency(code: string, { provinces }: RosterLaw): boolean {
  return /^\d{4}$/.test(code) && provinces.includes(code.slice(0, 2)) && !code.endsWith('00');
}
