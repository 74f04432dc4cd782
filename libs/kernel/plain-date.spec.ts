import fc from 'fast-check';

import {
  addDays,
  addMonths,
  ageOn,
  dateInJakarta,
  dateOf,
  dayOf,
  daysBetween,
  daysInMonth,
  epochDay,
  monthOf,
  parsePlainDate,
  plainDate,
  startInJakarta,
  weekdayOf,
  yearOf,
} from './plain-date';

const date = fc.integer({ min: -25_000, max: 40_000 }).map((offset) => addDays(plainDate('2000-01-01'), offset));

describe('a plain date', () => {
  it.each(['2028-02-29', '2000-02-29', '2027-02-28', '2027-12-31', '2027-01-01', '2027-04-30', '2027-10-31'])(
    'is %s',
    (text) => {
      expect(parsePlainDate(text)).toEqual({ refused: false, value: text });
    },
  );

  it.each([
    '2027-02-29',
    '1900-02-29',
    '2100-02-29',
    '2027-02-31',
    '2027-04-31',
    '2027-06-31',
    '2027-09-31',
    '2027-11-31',
    '2027-00-10',
    '2027-13-10',
    '2027-01-00',
    '2027-01-32',
    '2027-1-1',
    '20270101',
    ' 2027-01-01',
    '2027-01-01T00:00',
    '',
  ])('is never %j', (text) => {
    expect(parsePlainDate(text, 'event_date')).toMatchObject({ refused: true, code: 'BAD_DATE', path: 'event_date' });
    expect(parsePlainDate(text)).toMatchObject({ path: 'date' });
    expect(() => plainDate(text)).toThrow('Not a date');
  });

  it('is made of its year, month and day', () => {
    fc.assert(
      fc.property(date, (each) => {
        expect(dateOf(yearOf(each), monthOf(each), dayOf(each))).toBe(each);
        expect(dayOf(each)).toBeLessThanOrEqual(daysInMonth(yearOf(each), monthOf(each)));
      }),
    );
    expect(dateOf(987, 6, 5)).toBe('0987-06-05');
  });

  it('some days later is that many days away, and a week later the same weekday', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -9_000, max: 9_000 }), (each, days) => {
        const later = addDays(each, days);
        expect(daysBetween(each, later)).toBe(days);
        expect(addDays(later, -days)).toBe(each);
        expect(weekdayOf(addDays(each, days * 7))).toBe(weekdayOf(each));
        expect(later > each).toBe(days > 0);
      }),
    );
  });

  it.each([
    ['2026-11-23', 1],
    ['2026-11-22', 0],
    ['2026-11-28', 6],
    ['1970-01-01', 4],
    ['1969-12-28', 0],
    ['1960-01-01', 5],
  ])('%s falls on weekday %i', (text, weekday) => {
    expect(weekdayOf(plainDate(text))).toBe(weekday);
  });

  it('counts in the first century too, which JavaScript takes for the twentieth', () => {
    expect(addDays(plainDate('0050-01-01'), 30)).toBe('0050-01-31');
    expect(daysBetween(plainDate('0000-03-01'), plainDate('0001-03-01'))).toBe(365);
    expect(startInJakarta(plainDate('0050-01-01')).toISOString()).toBe('0049-12-31T17:00:00.000Z');
  });

  it('counts days since 1970', () => {
    expect(epochDay(plainDate('1970-01-01'))).toBe(0);
    expect(epochDay(plainDate('1970-02-01'))).toBe(31);
    expect(epochDay(plainDate('1969-12-31'))).toBe(-1);
  });

  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-12-15', 1, '2028-01-15'],
    ['2027-01-15', -1, '2026-12-15'],
    ['2027-03-31', -1, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2027-05-31', 1, '2027-06-30'],
    ['2027-11-30', 1, '2027-12-30'],
    ['2027-11-30', 0, '2027-11-30'],
  ])('%s and %i months is %s, clipped at the end of a shorter month', (from, months, to) => {
    expect(addMonths(plainDate(from), months)).toBe(to);
  });

  it.each([
    ['2000-02-29', '2023-02-27', 22],
    ['2000-02-29', '2023-02-28', 23],
    ['2000-05-05', '2023-05-04', 22],
    ['2000-05-05', '2023-05-05', 23],
    ['2000-05-05', '2000-05-05', 0],
    ['2000-05-05', '1999-05-05', -1],
  ])('somebody born on %s is %s %i years old', (born, on, age) => {
    expect(ageOn(plainDate(born), plainDate(on))).toBe(age);
  });

  it.each([
    ['2026-12-31T16:59:59Z', '2026-12-31'],
    ['2026-12-31T17:00:00Z', '2027-01-01'],
    ['2027-01-01T00:00:00+09:00', '2026-12-31'],
  ])('at %s it is %s in Jakarta', (instant, expected) => {
    expect(dateInJakarta(new Date(instant))).toBe(expected);
  });

  it('begins in Jakarta seven hours before it begins in Greenwich', () => {
    expect(startInJakarta(plainDate('2027-01-01')).toISOString()).toBe('2026-12-31T17:00:00.000Z');
    fc.assert(
      fc.property(date, (each) => {
        expect(dateInJakarta(startInJakarta(each))).toBe(each);
      }),
    );
  });
});
