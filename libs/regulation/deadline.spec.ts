import { addDays, plainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import fc from 'fast-check';

import { deadlineOf } from './deadline';
import { answerOf, touchedBy, traceOf } from './testing/answer-of';
import { addWorkingDays, isWorkingDay, NATIONAL_CALENDAR, workingDaysBetween } from './working-days';

const noHolidays = (...years: number[]): object => ({ years, holidays: [] });
const run = (clock: string, startOn: string, more: object = {}): object => ({
  clock,
  start_on: startOn,
  calendar: noHolidays(2029, 2030),
  ...more,
});

describe('clocks of working days', () => {
  it.each([
    // Friday 1 March 2030 starts
    ['JKK_PAYMENT', '2030-03-12', 'PP 44/2015 Pasal 37(2): 7'],
    ['JKM_PAYMENT', '2030-03-06', '3'],
    ['SPP', '2030-03-08', 'PMK 62/2023 Pasal 218 b: 5'],
    ['SPM', '2030-03-08', '5'],
    ['SPP_RETURN', '2030-03-05', '2'],
    ['SP2D', '2030-03-04', '1'],
    ['COMPLAINT', '2030-03-08', 'UU 24/2011 Pasal 48: 5'],
    ['MEDIATION', '2030-04-12', 'UU 24/2011 Pasal 49: 30'],
  ])('%s started on a Friday ends on %s [%s working days]', (clock, deadline) => {
    expect(answerOf('clock', run(clock, '2030-03-01'))).toEqual({ status: 'OK', deadline });
  });

  it.each([
    ['2030-03-02', '2030-03-12', 'a Saturday'],
    ['2030-03-03', '2030-03-12', 'a Sunday'],
    ['2030-03-04', '2030-03-13', 'a Monday'],
    ['2029-12-31', '2030-01-09', 'the turn of the year'],
  ])('JKK_PAYMENT started on %s ends on %s [%s]', (start, deadline) => {
    expect(answerOf('clock', run('JKK_PAYMENT', start))).toMatchObject({ deadline });
  });

  it.each([
    [[{ from: '2030-03-04', to: '2030-03-05' }], '2030-03-14', 'two working days inside'],
    [[{ from: '2030-03-02', to: '2030-03-03' }], '2030-03-12', 'a weekend only'],
    [
      [
        { from: '2030-03-04', to: '2030-03-04' },
        { from: '2030-03-06', to: '2030-03-06' },
      ],
      '2030-03-14',
      'two pauses',
    ],
    [[{ from: '2030-03-12', to: '2030-03-12' }], '2030-03-13', 'the last day'],
    [[{ from: '2030-03-13', to: '2030-03-20' }], '2030-03-12', 'after the deadline'],
    [[{ from: '2030-02-01', to: '2030-03-01' }], '2030-03-12', 'before the first counted day'],
    [[{ from: '2030-03-05', to: '2030-03-04' }], undefined, 'ends before it begins'],
  ])('paused %o ends on %s [%s]', (pauses, deadline) => {
    const answer = answerOf('clock', run('JKK_PAYMENT', '2030-03-01', { pauses }));
    expect(deadline === undefined ? answer.code : answer['deadline']).toBe(deadline ?? 'BAD_PAUSES');
  });

  it('starts again after the last pause under the other reading of A-32', () => {
    const paused = (from: string, to: string): object => run('JKM_PAYMENT', '2030-03-01', { pauses: [{ from, to }] });
    const again = { 'A-32': 'starts-again' } as const;
    expect(answerOf('clock', paused('2030-03-05', '2030-03-06'), again)['deadline']).toBe('2030-03-11');
    expect(answerOf('clock', paused('2030-03-06', '2030-03-06'), again)['deadline']).toBe('2030-03-11');
    expect(answerOf('clock', paused('2030-03-07', '2030-03-08'), again)['deadline']).toBe('2030-03-06');
    expect(answerOf('clock', paused('2030-02-20', '2030-03-01'), again)['deadline']).toBe('2030-03-06');
    const two = run('JKM_PAYMENT', '2030-03-01', {
      pauses: [
        { from: '2030-03-05', to: '2030-03-08' },
        { from: '2030-03-04', to: '2030-03-04' },
      ],
    });
    expect(answerOf('clock', two, again)['deadline']).toBe('2030-03-13');
    expect(touchedBy('clock', paused('2030-03-05', '2030-03-06'))).toEqual(['A-32']);
    expect(touchedBy('clock', paused('2030-03-07', '2030-03-08'))).toEqual([]);
  });

  it('is refused where it meets a year without a calendar, paused or not', () => {
    const year = { calendar: noHolidays(2030) };
    expect(answerOf('clock', run('SP2D', '2030-12-31', year)).code).toBe('CALENDAR_YEAR_MISSING');
    expect(answerOf('clock', run('SP2D', '2029-12-31', year))['deadline']).toBe('2030-01-01');
    const pauses = [{ from: '2030-12-30', to: '2030-12-31' }];
    expect(answerOf('clock', run('SP2D', '2030-12-27', { ...year, pauses })).code).toBe('CALENDAR_YEAR_MISSING');
    expect(answerOf('clock', run('SP2D', '2037-01-01', { calendar: null })).code).toBe('CALENDAR_YEAR_MISSING');
  });

  it('takes the moment of a start for its local day', () => {
    const at = { ...run('SP2D', ''), start_at: '2030-03-04T23:59:00+09:00', start_on: undefined };
    expect(answerOf('clock', at)['deadline']).toBe('2030-03-05');
  });

  it('goes by the national calendar where none is given: 2026 is decreed', () => {
    const national = { clock: 'JKK_PAYMENT', start_on: '2026-03-16' };
    expect(answerOf('clock', national)['deadline']).toBe('2026-04-01');
    expect(traceOf('clock', national)).toMatchObject({ provisionalYears: [] });
    expect(traceOf('clock', { ...national, start_on: '2028-03-16' })).toMatchObject({ provisionalYears: [2028] });
    expect(traceOf('clock', { ...national, start_on: '2028-12-28' })).toMatchObject({ provisionalYears: [2028, 2029] });
    const computed = deadlineOf({ clock: 'SPP', startOn: plainDate('2028-03-16') });
    expect(expectAccepted(computed).provisional).toBe(true);
    const decreed = deadlineOf({ clock: 'SPP', startOn: plainDate('2026-03-02') });
    expect(expectAccepted(decreed)).toMatchObject({ deadline: '2026-03-09', provisional: false });
  });

  it.each([2015, 2016, 2017, 2018, 2020, 2022, 2024, 2025, 2026, 2027, 2029, 2030])(
    'counts plain weekdays in the first days of November %i, which no holiday touches',
    (year) => {
      const start = plainDate(`${year}-11-01`);
      const weekdays = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
        .map((n) => addDays(start, n))
        .filter((day) => {
          const weekday = new Date(day).getUTCDay();
          return weekday !== 0 && weekday !== 6;
        });
      expect(answerOf('clock', { clock: 'JKK_PAYMENT', start_on: start })['deadline']).toBe(weekdays[6]);
    },
  );
});

describe('the penalty for late payment', () => {
  const paid = (paidOn: string, more: object = {}): object =>
    run('JKK_PAYMENT', '2030-03-01', { paid_on: paidOn, benefit: 10_000_050, ...more });

  it.each([
    ['2030-03-01', 0, 0, 'the day it started'],
    ['2030-03-12', 0, 0, 'the last day'],
    ['2030-03-13', 1, 100_000, '1 % a day (PP 44/2015 Pasal 37(3)), rounded down (A-29)'],
    ['2030-03-18', 6, 600_003, 'calendar days (A-28)'],
  ])('paid on %s is %i days late and adds %i [%s]', (paidOn, lateDays, penalty) => {
    expect(answerOf('clock', paid(paidOn))).toEqual({
      status: 'OK',
      deadline: '2030-03-12',
      late_days: lateDays,
      penalty,
      due_total: 10_000_050 + penalty,
    });
  });

  it.each([
    ['A-28', 'working-days', paid('2030-03-18'), 4, 400_002],
    ['A-28', 'working-days', paid('2030-03-12'), 0, 0],
    ['A-29', 'half-up', paid('2030-03-13'), 1, 100_001],
    ['A-29', 'ceil', paid('2030-03-13', { benefit: 10_000_001 }), 1, 100_001],
    ['A-29', 'half-up', paid('2030-03-13', { benefit: 10_000_049 }), 1, 100_000],
    ['A-30', 'none', { ...paid('2030-03-13'), clock: 'JKM_PAYMENT' }, 7, 0],
    ['A-30', 'none', paid('2030-03-13'), 1, 100_000],
    ['A-30', 'same-one-percent', { ...paid('2030-03-13'), clock: 'JKM_PAYMENT' }, 7, 700_003],
  ])('under reading %s = %s: %o', (id, choice, input, lateDays, penalty) => {
    expect(answerOf('clock', input, { [id]: choice })).toMatchObject({ late_days: lateDays, penalty });
  });

  it('refuses a calendar year that working days of delay would need', () => {
    const late = paid('2031-03-13');
    expect(answerOf('clock', late)).toMatchObject({ late_days: 366 });
    expect(answerOf('clock', late, { 'A-28': 'working-days' }).code).toBe('CALENDAR_YEAR_MISSING');
  });

  it('counts days late without a benefit, and no penalty for a clock that has none', () => {
    expect(answerOf('clock', { ...paid('2030-03-13'), benefit: undefined })).toEqual({
      status: 'OK',
      deadline: '2030-03-12',
      late_days: 1,
    });
    expect(answerOf('clock', { ...paid('2030-03-13'), clock: 'SPP' })).toEqual({
      status: 'OK',
      deadline: '2030-03-08',
      late_days: 5,
    });
    expect(answerOf('clock', { ...paid(''), paid_on: undefined })).toEqual({ status: 'OK', deadline: '2030-03-12' });
  });

  it.each([
    [{ paid_on: '2030-02-28' }, 'PAID_BEFORE_START'],
    [{ paid_on: '2030-02-30' }, 'BAD_DATE'],
    [{ benefit: -1 }, 'BAD_BENEFIT'],
    [{ benefit: 0.5 }, 'BAD_BENEFIT'],
    [{ clock: 'ALARM' }, 'UNKNOWN_CLOCK'],
    [{ clock: 'constructor' }, 'UNKNOWN_CLOCK'],
    [{ start_on: undefined }, 'BAD_DATE'],
    [{ start_at: 'noon' }, 'BAD_START_AT'],
    [{ calendar: { years: ['2030'], holidays: [] } }, 'BAD_YEARS'],
    [{ calendar: { years: [2030], holidays: ['2030-02-30'] } }, 'BAD_DATE'],
    [{ calendar: 2030 }, 'BAD_CALENDAR'],
    [{ pauses: { from: '2030-03-01', to: '2030-03-02' } }, 'BAD_PAUSES'],
  ])('refuses %o with %s', (change, code) => {
    expect(answerOf('clock', { ...paid('2030-03-13'), ...change })).toEqual({ status: 'REFUSED', code });
  });

  it('names the readings that decide', () => {
    expect(touchedBy('clock', paid('2030-03-12'))).toEqual([]);
    expect(touchedBy('clock', paid('2030-03-13'))).toEqual(['A-28', 'A-29']);
    expect(touchedBy('clock', paid('2030-03-13', { benefit: 100 }))).toEqual(['A-28']);
    expect(touchedBy('clock', { ...paid('2030-03-13', { benefit: 100 }), clock: 'JKM_PAYMENT' })).toEqual([
      'A-28',
      'A-30',
    ]);
  });
});

describe('clocks of elapsed hours', () => {
  it.each([
    ['REPORT_STAGE_1', '2030-02-27T23:15:30+09:00', '2030-03-01T23:15:30+09:00'],
    ['REPORT_STAGE_2', '2028-02-28T00:00Z', '2028-03-01T00:00Z'],
    ['PDP_ACCESS', '2030-12-30T10:00:00+07:00', '2031-01-02T10:00:00+07:00'],
    ['PDP_RESTRICTION', '2030-01-01T10:00:00-02:30', '2030-01-04T10:00:00-02:30'],
    ['PDP_BREACH', '2030-01-01T10:00:00.250+08:00', '2030-01-04T10:00:00.250+08:00'],
  ])('%s from %s ends at %s, with the offset of the start', (clock, startAt, deadlineAt) => {
    expect(answerOf('clock', { clock, start_at: startAt })).toEqual({ status: 'OK', deadline_at: deadlineAt });
    expect(answerOf('clock', { clock, start_on: '2030-01-01' }).code).toBe('BAD_START_AT');
  });
});

describe('the decision on a suspected accident (PP 49/2023 Pasal 25A)', () => {
  const suspected = (startOn: string, more: object = {}): object => ({
    clock: 'SUSPECTED_DECISION',
    start_on: startOn,
    ...more,
  });

  it('is due within 30 calendar days, not moved from a day off (A-31)', () => {
    expect(answerOf('clock', suspected('2030-03-01', { calendar: noHolidays(2030) }))).toEqual({
      status: 'OK',
      deadline: '2030-03-31',
    });
    const moved = { 'A-31': 'next-working-day' } as const;
    expect(answerOf('clock', suspected('2030-03-01', { calendar: noHolidays(2030) }), moved)['deadline']).toBe(
      '2030-04-01',
    );
    expect(answerOf('clock', suspected('2030-03-02', { calendar: noHolidays(2030) }), moved)['deadline']).toBe(
      '2030-04-01',
    );
    expect(touchedBy('clock', suspected('2030-03-02', { calendar: noHolidays(2030) }))).toEqual([]);
    expect(touchedBy('clock', suspected('2030-03-01', { calendar: noHolidays(2030) }))).toEqual(['A-31']);
  });

  it('needs no calendar, unless it would be moved', () => {
    expect(answerOf('clock', suspected('2040-03-01'))['deadline']).toBe('2040-03-31');
    expect(answerOf('clock', suspected('2040-03-01'), { 'A-31': 'next-working-day' }).code).toBe(
      'CALENDAR_YEAR_MISSING',
    );
  });
});

describe('a clock that starts before the first day of its row', () => {
  const early = { clock: 'SUSPECTED_DECISION', start_on: '2023-10-31' };

  it('goes by the first row and says so, or is refused (B-05)', () => {
    expect(answerOf('clock', early)['deadline']).toBe('2023-11-30');
    expect(touchedBy('clock', early)).toEqual(['B-05']);
    expect(traceOf('clock', early).rows.map(({ from }) => from)).toEqual(['2023-11-01']);
    expect(answerOf('clock', early, { 'B-05': 'refused' }).code).toBe('NO_RULE_FOR_DATE');
    expect(touchedBy('clock', { ...early, start_on: '2023-11-01' })).toEqual([]);
  });

  it('cites the version of PMK for the day the bill came', () => {
    const spp = (startOn: string): string[] =>
      traceOf('clock', { clock: 'SPP', start_on: startOn }).rows.map(({ decree }) => decree);
    expect(spp('2023-12-31')).toContain('PMK 190/PMK.05/2012');
    expect(spp('2024-01-01')).toContain('PMK 62/2023');
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
    expect(NATIONAL_CALENDAR.provisional.has(2026)).toBe(false);
    expect(NATIONAL_CALENDAR.provisional.has(2027)).toBe(true);
  });
});
