import fc from 'fast-check';

import {
  calendarMonthOf,
  cycleYear,
  firstDayOf,
  firstDayOfCover,
  fiscalYear,
  fiscalYearOf,
  lastDayOf,
  lastDayOfCover,
  nextPeriod,
  parsePeriod,
  period,
  periodOf,
  periodsOf,
} from './period';
import { addDays, plainDate } from './plain-date';

const month = fc
  .tuple(fc.integer({ min: 1950, max: 2090 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => period(`${year}-${String(number).padStart(2, '0')}`));

describe('a month of cover', () => {
  it.each(['2028-01', '2028-09', '2028-10', '2028-12'])('is %s', (text) => {
    expect(parsePeriod(text)).toEqual({ refused: false, value: text });
  });

  it.each(['2028-00', '2028-13', '2028-1', '2028', '2028-01-01', ' 2028-01', '28-01', '2028-20'])(
    'is never %j',
    (text) => {
      expect(parsePeriod(text, 'first_month')).toMatchObject({
        refused: true,
        code: 'BAD_PERIOD',
        path: 'first_month',
      });
      expect(parsePeriod(text)).toMatchObject({ path: 'period' });
      expect(() => period(text)).toThrow('Not a month');
    },
  );

  it('ends the day before the next one begins, and holds its own days', () => {
    fc.assert(
      fc.property(month, (each) => {
        expect(addDays(lastDayOf(each), 1)).toBe(firstDayOf(nextPeriod(each)));
        expect(periodOf(firstDayOf(each))).toBe(each);
        expect(periodOf(lastDayOf(each))).toBe(each);
        expect(calendarMonthOf(each)).toBe(Number(each.slice(5)));
      }),
    );
  });

  it('some months on comes back by as many months', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: -200, max: 200 }), (each, count) => {
        expect(nextPeriod(nextPeriod(each, count), -count)).toBe(each);
      }),
    );
  });
});

describe('a coverage period', () => {
  const coverage = { firstMonth: period('2027-11'), months: 3 };

  it('is its months in order, from their first day to their last', () => {
    expect(periodsOf(coverage)).toEqual(['2027-11', '2027-12', '2028-01']);
    expect(firstDayOfCover(coverage)).toBe('2027-11-01');
    expect(lastDayOfCover(coverage)).toBe('2028-01-31');
  });
});

describe('the years', () => {
  it.each([1900, 2015, 2999])('a year may be %i', (year) => {
    expect(cycleYear(year)).toBe(year);
    expect(fiscalYear(year)).toBe(year);
  });

  it.each([1899, 3000, 2015.5, NaN])('a year is never %s', (year) => {
    expect(() => cycleYear(year)).toThrow('Not a year');
    expect(() => fiscalYear(year)).toThrow('Not a year');
  });

  it('the budget year of a day is its calendar year', () => {
    expect(fiscalYearOf(plainDate('2028-12-31'))).toBe(2028);
  });
});
