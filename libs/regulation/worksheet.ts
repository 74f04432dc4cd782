import { type JsonObject } from '@kerjasama/kernel/json';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';
import { type Text } from '@kerjasama/kernel/text';

import { REGULATION_VERSION } from './body';
import { type Choice, choiceOf, defaultOf, type ReadingId, READINGS, type Settings } from './readings/register';
import { type Citation, findRow, type Range, type Row, rowsUnder, type Table } from './table';

/** A row that a calculation rests on. */
export interface CitedRow extends Citation, Omit<Range, 'opensBy'> {
  readonly table: string;
}

/** An open point that the result depends on, and how it was decided. */
export interface TouchedReading {
  readonly id: ReadingId;
  readonly name: string;
  readonly choice: string;
  readonly isDefault: boolean;
}

/** One step of the arithmetic; `amount` in rupiah, null where the step is not money. */
export interface Step {
  readonly what: Text;
  readonly amount: number | null;
}

/** How a result came about: stored with a claim, printed for auditors. JSON-faithful. */
export interface Trace {
  readonly calculation: string;
  /** The hash of the whole body of rows; see `REGULATION_VERSION`. */
  readonly version: string;
  readonly inputs: JsonObject;
  readonly rows: readonly CitedRow[];
  readonly readings: readonly TouchedReading[];
  readonly steps: readonly Step[];
  /** Calendar years whose holidays are computed, not decreed. */
  readonly provisionalYears: readonly number[];
}

export interface Traced {
  readonly trace: Trace;
}

/** The paper on which one calculation is made: it finds the rows, decides the open points and writes every step down. */
export class Worksheet {
  private readonly rows: CitedRow[] = [];
  private readonly readings = new Map<ReadingId, TouchedReading>();
  private readonly steps: Step[] = [];
  private readonly provisionalYears = new Set<number>();

  constructor(
    private readonly calculation: string,
    private readonly inputs: object,
    readonly settings: Settings,
  ) {}

  /** The values in force on a day, cited. Before the first row: NO_RULE_FOR_DATE. */
  rule<V>(table: Table<V>, on: PlainDate): Outcome<V> {
    const rows = rowsUnder(table, this.settings);
    this.touchFirstDays(table, on);
    const row = findRow(rows, on);
    if (row === undefined) return noRuleFor(table.title, on, rows[0]?.from);
    this.cite(table, row);
    return accept(row.values);
  }

  cite(table: Pick<Table<unknown>, 'id'>, row: Row<unknown>): void {
    if (this.rows.some((cited) => cited.table === table.id && cited.from === row.from)) return;
    const { from, until, decree, article, confidence, source } = row;
    this.rows.push({ table: table.id, from, until, decree, article, confidence, source });
  }

  /** The reading in force of an open point, noted in the trace: ask only where the result depends on it. */
  choose<I extends ReadingId>(id: I): Choice<I> {
    const choice = choiceOf(this.settings, id);
    this.readings.set(id, { id, name: READINGS[id].name, choice, isDefault: choice === defaultOf(id) });
    return choice;
  }

  step(id: string, en: string, amount: number | null = null): void {
    this.steps.push({ what: { id, en }, amount });
  }

  markProvisional(year: number): void {
    this.provisionalYears.add(year);
  }

  isProvisional(): boolean {
    return this.provisionalYears.size > 0;
  }

  trace(): Trace {
    return {
      calculation: this.calculation,
      version: REGULATION_VERSION,
      inputs: this.inputs as JsonObject,
      rows: this.rows,
      readings: [...this.readings.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
      steps: this.steps,
      provisionalYears: [...this.provisionalYears].sort((a, b) => a - b),
    };
  }

  /** A first day that is an open reading is touched when the date lies where the reading could fall either way. */
  private touchFirstDays(table: Table<unknown>, on: PlainDate): void {
    for (const { opensBy } of table.rows) {
      if (opensBy === undefined) continue;
      const { earliest, latest } = READINGS[opensBy];
      if (earliest <= on && on < latest) this.choose(opensBy);
    }
  }
}

/** Runs a calculation on a fresh sheet. A refusal carries its trace in `details.trace`, so that it can be explained too. */
export function calculate<R extends object>(
  calculation: string,
  inputs: object,
  settings: Settings,
  work: (sheet: Worksheet) => Outcome<R>,
): Outcome<R & Traced> {
  const sheet = new Worksheet(calculation, inputs, settings);
  const outcome = work(sheet);
  if (!outcome.refused) return accept({ ...outcome.value, trace: sheet.trace() });
  return { ...outcome, details: { ...outcome.details, trace: sheet.trace() } };
}

export function noRuleFor(title: Text, on: PlainDate, first?: PlainDate): Outcome<never> {
  const since = { id: first ? ` (baris pertama ${first})` : '', en: first ? ` (the first row is of ${first})` : '' };
  return refuse(
    'NO_RULE_FOR_DATE',
    {
      id: `Tidak ada aturan "${title.id}" untuk tanggal ${on}${since.id}.`,
      en: `There is no rule "${title.en}" for ${on}${since.en}.`,
    },
    {
      id: 'Periksa tanggalnya, atau minta baris aturan ditambahkan.',
      en: 'Check the date, or have a row of the rule added.',
    },
  );
}
