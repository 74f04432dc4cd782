import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Rupiah } from '@kerjasama/kernel/rupiah';
import { type ClaimView } from '../views';

/** The grant that an approver looks at. */
export interface Grant {
  readonly nth: number;
  readonly decidedBy: string;
  readonly amount: Rupiah;
  readonly payBy: PlainDate;
}

/** @throws when the newest decision is no grant: the status said that it is */
export function grantOf({ claim, decision }: ClaimView): Grant {
  if (!decision?.granted) throw new Error(`The claim ${claim} is not granted`);
  const { nth, made, granted } = decision;
  return { nth, decidedBy: made.by, amount: granted.amount, payBy: granted.payBy };
}
