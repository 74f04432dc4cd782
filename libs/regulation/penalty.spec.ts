import { answerOf, touchedBy } from './testing/answer-of';

const run = (clock: string, startOn: string, more: object = {}): object => ({
  clock,
  start_on: startOn,
  calendar: { years: [2029, 2030], holidays: [] },
  ...more,
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
    [{ paid_on: '2030-02-28', calendar: { years: [], holidays: [] } }, 'PAID_BEFORE_START'],
    [{ paid_on: '2030-02-28', clock: 'REPORT_STAGE_1', start_at: '2030-03-01T10:00:00+07:00' }, 'PAID_BEFORE_START'],
    [{ paid_on: '2130-03-02' }, 'BAD_PAID_ON'],
    [{ paid_on: '2030-02-30' }, 'BAD_DATE'],
    [{ benefit: -1, calendar: { years: [], holidays: [] } }, 'BAD_BENEFIT'],
    [{ benefit: -1 }, 'BAD_BENEFIT'],
    [{ benefit: 0.5 }, 'BAD_BENEFIT'],
    [{ clock: 'ALARM' }, 'UNKNOWN_CLOCK'],
    [{ clock: 'constructor' }, 'UNKNOWN_CLOCK'],
    [{ start_on: undefined }, 'BAD_DATE'],
    [{ start_at: 'noon' }, 'BAD_START_AT'],
    [{ start_at: '2030-03-02T10:00:00+07:00' }, 'BAD_START_AT'],
    [{ calendar: { years: [2030.5], holidays: [] } }, 'BAD_YEARS'],
    [{ calendar: { years: [0], holidays: [] } }, 'BAD_YEARS'],
    [{ clock: 'SUSPECTED_DECISION', pauses: [{ from: '2030-03-02', to: '2030-03-01' }] }, 'BAD_PAUSES'],
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
