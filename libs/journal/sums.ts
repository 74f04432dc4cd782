import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { add, NO_RUPIAH, parseRupiah, type Rupiah } from '@kerjasama/kernel/rupiah';

import { type ActName, type ActPayloads } from './acts';
import { type RecordedAct } from './views';

/** The sums that an agreement's acts add up to. */
export const SUM_NAMES = [
  'allocated',
  'billed',
  'requested',
  'ordered',
  'received',
  'reconciled',
  'claimsPaid',
] as const;
export type SumName = (typeof SUM_NAMES)[number];
export type Sums = Readonly<Record<SumName, Rupiah>>;

/** Which act adds which of its fields to which sum. */
const ADDS: { readonly [Name in ActName]?: readonly [SumName, keyof ActPayloads[Name] & string] } = {
  'budget-allocated': ['allocated', 'needed'],
  'bill-issued': ['billed', 'amount'],
  'payment-requested': ['requested', 'amount'],
  'payment-ordered': ['ordered', 'amount'],
  'payment-received': ['received', 'amount'],
  'month-reconciled': ['reconciled', 'received'],
  'claim-paid': ['claimsPaid', 'amount'],
};

/** What stood at the end of a business date, from the journal alone: a second way to the figures of the tables. */
export function sumActs(acts: Iterable<Pick<RecordedAct, 'act' | 'businessDate' | 'payload'>>, at: PlainDate): Sums {
  const sums: Record<SumName, Rupiah> = {
    ...{ allocated: NO_RUPIAH, billed: NO_RUPIAH, requested: NO_RUPIAH, ordered: NO_RUPIAH },
    ...{ received: NO_RUPIAH, reconciled: NO_RUPIAH, claimsPaid: NO_RUPIAH },
  };
  for (const { act, businessDate, payload } of acts) {
    if (businessDate > at || !isSummed(act)) continue;
    const [sum, field] = ADDS[act] ?? [];
    if (sum === undefined || field === undefined) continue;
    sums[sum] = add(sums[sum], amountIn(act, payload[field]));
  }
  return sums;
}

function isSummed(act: string): act is ActName {
  return Object.hasOwn(ADDS, act);
}

function amountIn(act: string, value: unknown): Rupiah {
  const amount = parseRupiah(typeof value === 'string' ? value : '');
  if (amount.refused) throw new Error(`An act ${act} carries no amount of rupiah`);
  return amount.value;
}
