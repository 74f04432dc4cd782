import { addDays, plainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';

import { deadlineOf } from './deadline';
import { answerOf, touchedBy, traceOf } from './testing/answer-of';
import { addWorkingDays, NATIONAL_CALENDAR } from './working-days';

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

  it.each<[{ from: string; to: string }[], string | undefined, string]>([
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
    expect(traceOf('clock', national).rows.at(-1)).toEqual({
      table: 'calendar',
      from: '2026-01-01',
      until: '2026-12-31',
      decree: 'SKB 3 Menteri No. 1497/2025, 2/2025, 5/2025',
      article: 'lampiran',
      confidence: 'S',
      source: 'disdiksmg.semarangkota.go.id, brilio.net',
    });
    expect(traceOf('clock', { ...national, start_on: '2028-03-16' }).rows).toHaveLength(1);
    expect(traceOf('clock', { ...national, calendar: noHolidays(2026) }).rows).toHaveLength(1);
    expect(traceOf('clock', { ...national, start_on: '2028-03-16' })).toMatchObject({ provisionalYears: [2028] });
    expect(traceOf('clock', { ...national, start_on: '2028-12-28' })).toMatchObject({ provisionalYears: [2028, 2029] });
    const computed = deadlineOf({ clock: 'SPP', startOn: plainDate('2028-03-16') });
    expect(expectAccepted(computed).provisional).toBe(true);
    const decreed = deadlineOf({ clock: 'SPP', startOn: plainDate('2026-03-02') });
    expect(expectAccepted(decreed)).toMatchObject({ deadline: '2026-03-09', provisional: false });
  });

  it.each([
    // three working days that end before the joint leave of that year, and three that cross it
    ['2016-06-28', '2016-07-01', '2016-07-11', 'No. 150/2015'],
    ['2017-06-19', '2017-06-22', '2017-07-03', 'No. 684/2016'],
    ['2018-06-05', '2018-06-08', '2018-06-21', 'No. 223/2018'],
    ['2019-05-27', '2019-05-31', '2019-06-10', 'No. 617/2018'],
    ['2020-10-22', '2020-10-27', '2020-11-02', 'No. 744/2020'],
    ['2021-05-06', '2021-05-11', '2021-05-17', 'No. 712/2021'],
    ['2023-06-22', '2023-06-27', '2023-07-03', 'No. 624/2023'],
    ['2024-02-02', '2024-02-07', '2024-02-12', 'No. 236/2024'],
    ['2027-05-11', '2027-05-14', '2027-05-21', 'No. 1205/2026'],
  ])('from %s ends on %s, from the next working day on %s, by the decree %s', (start, before, after, decree) => {
    const next = expectAccepted(addWorkingDays(NATIONAL_CALENDAR, plainDate(start), 1)).day;
    expect(answerOf('clock', { clock: 'JKM_PAYMENT', start_on: start })['deadline']).toBe(before);
    expect(answerOf('clock', { clock: 'JKM_PAYMENT', start_on: next })['deadline']).toBe(after);
    const crossing = traceOf('clock', { clock: 'JKM_PAYMENT', start_on: next });
    expect(crossing.rows.at(-1)?.decree).toContain(decree);
    expect(crossing.provisionalYears).toEqual([]);
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
