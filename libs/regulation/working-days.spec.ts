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
    [2016, 15, 4],
    [2017, 17, 7],
    [2018, 17, 8],
    [2019, 17, 4],
    [2020, 17, 5],
    [2021, 15, 1],
    [2022, 16, 4],
    [2023, 16, 11],
    [2024, 19, 10],
    [2025, 17, 11],
    [2026, 17, 8],
    [2027, 18, 8],
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
    expect(findDecreed(2015)).toBeUndefined();
    expect(findDecreed(2028)).toBeUndefined();
  });

  it.each(CALENDAR_YEARS.filter(({ status }) => status === 'provisional').map((year) => [year.year, year] as const))(
    '%i is computed: marked, without joint leave, and no decree is cited for it',
    (year, computed) => {
      expect(computed).toMatchObject({ decree: '-', source: 'computed', confidence: 'D', jointLeave: [] });
      expect(computed.note?.en).toContain('Computed');
      expect(NATIONAL_CALENDAR.provisional.has(year)).toBe(true);
      expect(findDecreed(year)).toBeUndefined();
    },
  );

  it.each([
    ['2017-02-15', 'REGIONAL_ELECTION', '3/2017'],
    ['2018-06-27', 'REGIONAL_ELECTION', '15/2018'],
    ['2019-04-17', 'GENERAL_ELECTION', '10/2019'],
    ['2020-12-09', 'REGIONAL_ELECTION', '22/2020'],
    ['2024-02-14', 'GENERAL_ELECTION', '10/2024'],
    ['2024-11-27', 'REGIONAL_ELECTION', '33/2024'],
  ])('hold %s, %s, by Keppres %s that the note names', (day, name, keppres) => {
    const year = CALENDAR_YEARS.find((each) => day.startsWith(String(each.year)));
    expect(year?.holidays).toContain(`${day.slice(5)} ${name}`);
    expect(year?.note?.id).toContain(`Keppres ${keppres}`);
  });

  it('hold a vote in no other year', () => {
    const votes = CALENDAR_YEARS.flatMap(({ holidays }) => holidays.filter((day) => day.endsWith('ELECTION')));
    expect(votes).toHaveLength(6);
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

  it.each([
    // [off by the decree as last amended, a working day although an earlier text or the moon had it off]
    ['2016-05-06', '2016-05-04', 'the decree wins over the computed feast'],
    ['2017-06-23', '2017-06-22', 'joint leave by presidential decree'],
    ['2018-06-20', '2018-06-21', 'three days of leave added'],
    ['2020-12-31', '2020-12-28', 'three days of leave taken away'],
    ['2020-08-21', '2020-05-22', 'leave of May taken away'],
    ['2021-08-11', '2021-08-10', 'a holiday moved'],
    ['2021-10-20', '2021-10-19', 'a holiday moved'],
    ['2021-05-12', '2021-12-24', 'leave of Christmas taken away'],
    ['2023-04-19', '2023-04-26', 'leave moved forward'],
    ['2027-03-15', '2027-03-16', 'leave after the feast'],
  ])('%s is off and %s is not [%s]', (off, on) => {
    expect(isWorkingDay(NATIONAL_CALENDAR, plainDate(off))).toMatchObject({ value: false });
    expect(isWorkingDay(NATIONAL_CALENDAR, plainDate(on))).toMatchObject({ value: true });
  });

  it('the calendar has every year from 2015 to 2036, each decreed or provisional', () => {
    expect([...NATIONAL_CALENDAR.years]).toEqual(Array.from({ length: 22 }, (_, index) => 2015 + index));
    const decreed = CALENDAR_YEARS.filter(({ status }) => status === 'decreed').map(({ year }) => year);
    expect(decreed).toEqual([2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]);
    expect([...NATIONAL_CALENDAR.provisional]).toEqual([2015, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036]);
  });
});
