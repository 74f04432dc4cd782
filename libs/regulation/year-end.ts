import { type FiscalYear } from '@kerjasama/kernel/period';
import { type PlainDate, plainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome } from '@kerjasama/kernel/refusal';

import { type Settings } from './readings/register';
import { YEAR_END } from './rows/year-end-rows';
import { calculate, noRuleFor, type Traced } from './worksheet';

export interface YearEndDates {
  /** The last day on which the treasury office takes an SPM-LS. */
  readonly lastSpm: PlainDate;
  /** The last day of the budget year: what is unspent then lapses. */
  readonly lapsesAfter: PlainDate;
  /** The dates are an estimate until the yearly regulation is loaded. */
  readonly provisional: boolean;
}

const LAST_YEAR = Number(YEAR_END.rows.at(-1)?.from.slice(0, 4));

/** The treasury's last dates of a budget year. Refuses NO_RULE_FOR_DATE for a year that has no row. */
export function yearEndOf(year: FiscalYear, settings: Settings = {}): Outcome<YearEndDates & Traced> {
  return calculate('year_end', { year }, settings, (sheet) => {
    const day = plainDate(`${year}-01-01`);
    if (year > LAST_YEAR) return noRuleFor(YEAR_END.title, day);
    const row = sheet.rule(YEAR_END, day);
    if (row.refused) return row;
    const { lastSpm, lapses, provisional } = row.value;
    return accept({
      lastSpm: plainDate(`${year}-${lastSpm}`),
      lapsesAfter: plainDate(`${year}-${lapses}`),
      provisional,
    });
  });
}
