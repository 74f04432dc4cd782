import { fiscalYear } from '@kerjasama/kernel/period';
import { weekdayOf } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';

import { yearEndOf } from './year-end';

describe("the treasury's year end", () => {
  it.each([
    [2015, '2015-12-18'],
    [2024, '2024-12-20'],
    [2036, '2036-12-19'],
  ])('%i takes the last payment order on %s, an estimate that says so', (year, lastSpm) => {
    const dates = expectAccepted(yearEndOf(fiscalYear(year)));
    expect(dates).toMatchObject({ lastSpm, lapsesAfter: `${year}-12-31`, provisional: true });
    expect([0, 6]).not.toContain(weekdayOf(dates.lastSpm));
    expect(dates.trace.rows).toHaveLength(1);
  });

  it.each([2014, 2037])('%i has no row and is refused, not guessed', (year) => {
    expect(yearEndOf(fiscalYear(year))).toMatchObject({ refused: true, code: 'NO_RULE_FOR_DATE' });
  });
});
