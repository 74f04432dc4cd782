import { type PlainDate, plainDate } from '@kerjasama/kernel/plain-date';

/** Whole years: at least `from`, and not yet `below`. */
export interface AgeLimits {
  readonly from: number;
  readonly below: number;
}

interface AgeRow extends AgeLimits {
  readonly since: PlainDate;
  readonly decree: string;
}

/**
 * Domain, section 4.2; none of it was found in a source that could be read, so each row is general knowledge (K): the
 * day is the first of the decree's year, and 18 is the stricter end of what is practised.
 */
const ROWS: readonly AgeRow[] = [
  { since: plainDate('2021-01-01'), from: 18, below: 65, decree: 'Permenaker 5/2021' },
  { since: plainDate('2017-01-01'), from: 18, below: 60, decree: 'Permenaker 21/2017' },
  { since: plainDate('2015-07-01'), from: 18, below: 56, decree: 'Permenaker 1/2016' },
];

/** The limits for cover that starts on a day. @throws before the programme's first day, 1 July 2015 */
export function ageLimitsOn(coverStart: PlainDate): AgeLimits {
  const row = ROWS.find(({ since }) => since <= coverStart);
  if (row === undefined) throw new RangeError(`No age limit is known for cover from ${coverStart}`);
  return row;
}
