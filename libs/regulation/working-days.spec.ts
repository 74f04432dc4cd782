import { addDays, plainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import fc from 'fast-check';

import { CALENDAR_YEARS } from './rows/calendar-rows';
import {
  addWorkingDays,
  calendarOf,
  daysOffOf,
  findDecreed,
  isWorkingDay,
  NATIONAL_CALENDAR,
  workingDaysBetween,
} from './working-days';

describe('the days off of a year', () => {
  it.each([
    [2022, 16, 4],
    [2025, 17, 11],
    [2026, 17, 8],
  ])('%i has %i national holidays and %i days of joint leave by decree', (year, holidays, jointLeave) => {
    const decreed = CALENDAR_YEARS.find((each) => each.year === year);
    expect(decreed).toMatchObject({ status: 'decreed' });
    expect(new Set(decreed?.holidays.map((day) => day.slice(0, 5))).size).toBe(holidays);
    expect(decreed?.jointLeave).toHaveLength(jointLeave);
    expect(findDecreed(year)?.decree).toContain('SKB 3 Menteri');
  });

  it('are days of that year, national holidays first', () => {
    const days = CALENDAR_YEARS.flatMap(daysOffOf);
    expect(days.every((day) => CALENDAR_YEARS.some(({ year }) => day.startsWith(String(year))))).toBe(true);
    expect(CALENDAR_YEARS.filter(({ holidays }) => holidays.length < 14)).toEqual([]);
    expect(findDecreed(2027)).toBeUndefined();
  });

  it.each(CALENDAR_YEARS.map(({ year, holidays }) => [year, holidays.join(' ')] as const))(
    '%i keeps the feasts that never move',
    (_, holidays) => {
      for (const fixed of ['01-01 NEW_YEAR', '05-01 LABOUR_DAY', '08-17 INDEPENDENCE', '12-25 CHRISTMAS'])
        expect(holidays).toContain(fixed);
    },
  );

  it('hold the day of Pancasila since 2017 only', () => {
    const celebrating = CALENDAR_YEARS.filter(({ holidays }) => holidays.includes('06-01 PANCASILA'));
    expect(celebrating[0]?.year).toBe(2017);
    expect(celebrating).toHaveLength(20);
  });
});

describe('a calendar of one’s own', () => {
  const own = calendarOf([2030], [plainDate('2030-03-06')]);

  it('counts forwards and backwards around its holidays', () => {
    expect(addWorkingDays(own, plainDate('2030-03-05'), 1)).toEqual({
      refused: false,
      value: { day: '2030-03-07', years: [2030] },
    });
    expect(addWorkingDays(own, plainDate('2030-03-07'), -1)).toMatchObject({ value: { day: '2030-03-05' } });
    expect(addWorkingDays(own, plainDate('2030-03-06'), 0)).toEqual({
      refused: false,
      value: { day: '2030-03-06', years: [] },
    });
    expect(workingDaysBetween(own, plainDate('2030-03-05'), plainDate('2030-03-11'))).toMatchObject({ value: 3 });
    expect(workingDaysBetween(own, plainDate('2030-03-05'), plainDate('2030-03-05'))).toMatchObject({ value: 0 });
  });

  it('is refused in a year that it does not have', () => {
    expect(addWorkingDays(own, plainDate('2030-12-31'), 1)).toMatchObject({
      refused: true,
      code: 'CALENDAR_YEAR_MISSING',
      details: { year: 2031 },
    });
    expect(addWorkingDays(own, plainDate('2030-01-01'), -1)).toMatchObject({ details: { year: 2029 } });
  });
});

describe('working days', () => {
  const day = fc.integer({ min: 0, max: 7_000 }).map((offset) => addDays(plainDate('2016-06-01'), offset));

  it('added and taken away again come back to the working day they began on', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (start, count) => {
        const begin = expectAccepted(addWorkingDays(NATIONAL_CALENDAR, start, 1)).day;
        const there = expectAccepted(addWorkingDays(NATIONAL_CALENDAR, begin, count)).day;
        expect(expectAccepted(addWorkingDays(NATIONAL_CALENDAR, there, -count)).day).toBe(begin);
        expect(expectAccepted(workingDaysBetween(NATIONAL_CALENDAR, begin, there))).toBe(count);
        expect(expectAccepted(isWorkingDay(NATIONAL_CALENDAR, there))).toBe(true);
      }),
    );
  });

  it('are never a weekend, a national holiday or joint leave', () => {
    const working = (text: string): boolean => expectAccepted(isWorkingDay(NATIONAL_CALENDAR, plainDate(text)));
    expect(working('2026-03-17')).toBe(true);
    for (const off of [
      '2026-03-14',
      '2026-03-15',
      '2026-03-18',
      '2026-03-19',
      '2026-03-20',
      '2026-08-17',
      '2026-12-24',
    ])
      expect(working(off)).toBe(false);
    expect(isWorkingDay(NATIONAL_CALENDAR, plainDate('2037-01-01'))).toMatchObject({ code: 'CALENDAR_YEAR_MISSING' });
    expect(workingDaysBetween(NATIONAL_CALENDAR, plainDate('2036-12-30'), plainDate('2037-01-02'))).toMatchObject({
      refused: true,
    });
  });

  it('the calendar has every year from 2015 to 2036, each decreed or provisional', () => {
    expect([...NATIONAL_CALENDAR.years]).toEqual(Array.from({ length: 22 }, (_, index) => 2015 + index));
    for (const decreed of [2022, 2025, 2026]) expect(NATIONAL_CALENDAR.provisional.has(decreed)).toBe(false);
    expect(NATIONAL_CALENDAR.provisional.size).toBe(19);
    expect(NATIONAL_CALENDAR.provisional.has(2027)).toBe(true);
  });
});
