import { addDays, type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Text } from '@kerjasama/kernel/text';

import { type DayReadingId, READINGS, type Settings } from './readings/register';

/** C: the article itself was read. S: read in a secondary source. K: general knowledge, unverified. D: derived by us. */
export type Confidence = 'C' | 'S' | 'K' | 'D';

/** Where a rule stands and how sure we are of it. `source` names rows of `sources.ts`; '-' when none was found. */
export interface Citation {
  readonly decree: string;
  readonly article: string;
  readonly confidence: Confidence;
  readonly source: string;
}

/** The days on which a row is in force, both inclusive; `until` null is open. `opensBy`: the first day is an open reading. */
export interface Range {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly opensBy?: DayReadingId;
}

/** One version of a rule. `values` are what the law fixes: rupiah, months, days, per mille. */
export interface Row<V> extends Range, Citation {
  readonly values: V;
  readonly note?: Text;
}

/** The versions of one rule in the order of their dates, without gap or overlap (held by a test). */
export interface Table<V> {
  readonly id: string;
  readonly title: Text;
  readonly rows: readonly Row<V>[];
}

/** The rows with the first days that the settings choose; a neighbour's last day moves along. */
export function rowsUnder<V>(table: Table<V>, settings: Settings): readonly Row<V>[] {
  const from = (row: Row<V>): PlainDate =>
    row.opensBy === undefined ? row.from : (settings[row.opensBy] ?? READINGS[row.opensBy].firstDay);
  return table.rows.map((row, index) => {
    const next = table.rows[index + 1];
    return { ...row, from: from(row), until: next?.opensBy === undefined ? row.until : addDays(from(next), -1) };
  });
}

/** The one version in force on a day; undefined before the first row. */
export function findRow<V>(rows: readonly Row<V>[], on: PlainDate): Row<V> | undefined {
  return rows.find(({ from, until }) => from <= on && (until === null || on <= until));
}

/** What is wrong with a table's ranges: no row, a gap, an overlap, a range that ends before it begins, a closed end. */
export function findRangeFaults(table: Table<unknown>): string[] {
  const faults = table.rows.at(-1)?.until === null ? [] : [`${table.id}: the last row is not open`];
  table.rows.forEach((row, index) => {
    const next = table.rows[index + 1];
    if (row.until !== null && row.until < row.from) faults.push(`${table.id}: ${row.from} ends before it begins`);
    if (next === undefined) return;
    if (row.until === null || row.until >= next.from) faults.push(`${table.id}: overlap at ${next.from}`);
    else if (addDays(row.until, 1) !== next.from) faults.push(`${table.id}: gap before ${next.from}`);
  });
  return faults;
}
