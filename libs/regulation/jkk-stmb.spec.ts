import { addDays, plainDate } from '@kerjasama/kernel/plain-date';
import fc from 'fast-check';

import { answerOf, linesOf, totalOf, touchedBy, traceOf } from './testing/answer-of';

const unable = (eventDate: string, more: object): object => ({ event_date: eventDate, wage_base: 1_000_000, ...more });

describe('temporary incapacity (STMB)', () => {
  it.each([
    ['2022-03-03', 14, 0, 13_000_000, 'PP 82/2019: 12 x 100 %, then 50 % (golden vector)'],
    ['2016-03-03', 14, 0, 11_500_000, 'PP 44/2015: 6 x 100 %, 6 x 75 %, then 50 % (golden vector)'],
    ['2014-03-03', 14, 0, 10_000_000, 'PP 84/2013: 4 x 100 %, 4 x 75 %, then 50 %'],
    ['2019-12-01', 7, 0, 6_750_000, 'PP 44/2015, last day'],
    ['2019-12-02', 7, 0, 7_000_000, 'PP 82/2019, first day'],
    ['2015-06-30', 5, 0, 4_750_000, 'PP 84/2013, last day'],
    ['2015-07-01', 5, 0, 5_000_000, 'PP 44/2015, first day'],
    ['2016-03-03', 6, 15, 6_375_000, 'PP 44/2015: days of the seventh month at 75 %'],
    ['2022-03-03', 12, 15, 12_250_000, 'PP 82/2019: days of the thirteenth month at 50 %'],
    ['2022-03-03', 0, 1, 33_333, 'W/30, rounded down (A-05)'],
    ['2022-03-03', 0, 30, 1_000_000, 'thirty days are a month'],
    ['2022-03-03', 0, 0, 0, 'nothing'],
  ])('of an accident on %s, %i months and %i days: %i [%s]', (date, months, days, total) => {
    expect(totalOf('jkk_stmb', unable(date, { months, days }))).toBe(total);
  });

  it('refuses a first day before the accident, and takes the day of the accident', () => {
    const from = (first: string) => unable('2022-03-03', { first_day: first, last_day: '2022-03-10' });
    expect(totalOf('jkk_stmb', from('2022-03-02'))).toBe('BAD_FIRST_DAY');
    expect(totalOf('jkk_stmb', from('2022-03-03'))).toBe(266_666);
  });

  it('shows its lines by percent', () => {
    expect(linesOf('jkk_stmb', unable('2016-03-03', { months: 13, days: 3 }))).toEqual([
      'STMB_100 6000000',
      'STMB_75 4500000',
      'STMB_50 550000',
    ]);
    expect(traceOf('jkk_stmb', unable('2016-03-03', { months: 6, days: 3 })).steps.map(({ what }) => what.en)).toEqual([
      'unable to work for 6 months and 3 days',
      '100 % x W x (6 months + 0/30)',
      '75 % x W x (0 months + 3/30)',
      'temporary incapacity at 100 %',
      'temporary incapacity at 75 %',
      'total',
    ]);
  });

  it.each([
    ['2022-03-03', '2022-03-03', 0, 1],
    ['2022-01-31', '2022-02-27', 1, 0],
    ['2022-01-31', '2022-02-26', 0, 27],
    ['2022-01-31', '2022-03-30', 2, 0],
    ['2022-01-01', '2022-01-30', 0, 30],
    ['2022-01-01', '2022-01-31', 1, 0],
    ['2024-02-29', '2025-02-27', 12, 0],
    ['2022-01-15', '2022-03-20', 2, 6],
  ])('from %s to %s are %i calendar months and %i days (A-06)', (first, last, months, days) => {
    const input = unable('2022-01-01', { first_day: first, last_day: last });
    expect(answerOf('jkk_stmb', input)).toMatchObject({ months, days });
  });

  it.each([
    ['A-05', 'half-up', { months: 0, days: 2 }, 66_667],
    ['A-05', 'floor', { months: 0, days: 2 }, 66_666],
    ['A-05', 'ceil', { months: 0, days: 1 }, 33_334],
    ['A-05', 'floor-daily-rate', { months: 1, days: 29 }, 1_000_000 + 33_333 * 29],
    ['A-05', 'floor-daily-rate', { months: 12, days: 1 }, 12_016_666],
    ['A-06', 'thirty-days', { first_day: '2022-01-01', last_day: '2022-03-31' }, 3_000_000],
    ['A-06', 'thirty-days', { first_day: '2022-02-01', last_day: '2022-02-28' }, 933_333],
    ['A-06', 'thirty-days', { first_day: '2023-01-01', last_day: '2028-09-30' }, 12_000_000 + 58 * 500_000],
    ['A-06', 'calendar-months', { first_day: '2023-01-01', last_day: '2028-09-30' }, 12_000_000 + 57 * 500_000],
  ])('under reading %s = %s, %o pays %i', (id, choice, span, total) => {
    expect(totalOf('jkk_stmb', unable('2022-01-01', span), { [id]: choice })).toBe(total);
  });

  it('goes by the version of the event date throughout, or of the month paid (A-07)', () => {
    const across = unable('2019-06-02', { first_day: '2019-06-02', last_day: '2020-06-01' });
    expect(totalOf('jkk_stmb', across)).toBe(10_500_000);
    expect(totalOf('jkk_stmb', across, { 'A-07': 'month-paid' })).toBe(12_000_000);
    expect(touchedBy('jkk_stmb', across)).toEqual(['A-06', 'A-07']);
    expect(touchedBy('jkk_stmb', unable('2019-06-02', { months: 5, days: 0 }))).toEqual([]);
    expect(touchedBy('jkk_stmb', unable('2019-06-02', { months: 6, days: 0 }))).toEqual([]);
    expect(touchedBy('jkk_stmb', unable('2019-06-02', { months: 6, days: 1 }))).toEqual(['A-07']);
    expect(linesOf('jkk_stmb', unable('2019-06-02', { months: 13, days: 0 }), { 'A-07': 'month-paid' })).toEqual([
      'STMB_100 12000000',
      'STMB_50 500000',
    ]);
  });

  it('names A-05 only where a fraction is rounded, A-06 only where the two counts differ', () => {
    expect(touchedBy('jkk_stmb', unable('2022-01-01', { months: 1, days: 3 }))).toEqual([]);
    expect(touchedBy('jkk_stmb', unable('2022-01-01', { months: 1, days: 1 }))).toEqual(['A-05']);
    expect(touchedBy('jkk_stmb', unable('2022-04-01', { first_day: '2022-04-01', last_day: '2022-04-30' }))).toEqual(
      [],
    );
    expect(touchedBy('jkk_stmb', unable('2022-01-01', { first_day: '2022-01-01', last_day: '2022-01-31' }))).toEqual([
      'A-06',
    ]);
  });

  it.each([
    [{ months: -1, days: 0 }, 'BAD_MONTHS'],
    [{ months: 1_201, days: 0 }, 'BAD_MONTHS'],
    [{ months: 1.5, days: 0 }, 'BAD_MONTHS'],
    [{ months: 1, days: 31 }, 'BAD_DAYS'],
    [{ months: 1, days: -1 }, 'BAD_DAYS'],
    [{ months: 1 }, 'BAD_DAYS'],
    [{ first_day: '2022-03-04', last_day: '2022-03-03' }, 'BAD_LAST_DAY'],
    [{ first_day: '2022-03-03', last_day: '2122-03-04' }, 'BAD_LAST_DAY'],
    [{ first_day: '2022-03-04' }, 'BAD_DATE'],
    [{ last_day: '2022-03-04' }, 'BAD_DATE'],
    [{}, 'BAD_MONTHS'],
    [{ months: 1, days: 0, wage_base: 0 }, 'BAD_WAGE_BASE'],
    [{ months: 1, days: 0, event_date: '2011-12-31' }, 'NO_RULE_FOR_DATE'],
  ])('refuses %o with %s', (change, code) => {
    expect(totalOf('jkk_stmb', { ...unable('2022-03-03', {}), ...change })).toBe(code);
  });

  it('lasts the days from the first to the last, never less for a longer time', () => {
    const length = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_500 }), length, length, (offset, a, b) => {
        const first = addDays(plainDate('2020-01-01'), offset);
        const total = (days: number): number =>
          Number(totalOf('jkk_stmb', unable('2020-01-01', { first_day: first, last_day: addDays(first, days) })));
        expect(total(Math.min(a, b))).toBeLessThanOrEqual(total(Math.max(a, b)));
      }),
    );
  });
});

describe('one accident from its first day to its end', () => {
  const accident = (more: object): object => ({ event_date: '2023-05-20', wage_base: 1_000_000, ...more });

  it.each([
    [{ stmb: { months: 2, days: 0 } }, ['STMB_100 2000000']],
    [{ stmb: { first_day: '2023-05-20', last_day: '2023-06-19' }, total_disability: false }, ['STMB_100 1000000']],
    [{ losses: [{ code: 'NOSE' }] }, ['ANATOMICAL_DISABILITY 24000000']],
    [{ losses: [], stmb: { months: 2, days: 0 } }, ['STMB_100 2000000']],
    [{ losses: [], total_disability: true }, ['TOTAL_DISABILITY 56000000', 'PERIODIC 12000000']],
    [{ died: false, total_disability: false }, []],
    [{}, []],
    [{ total_disability: true }, ['TOTAL_DISABILITY 56000000', 'PERIODIC 12000000']],
    [{ died: true }, ['DEATH 48000000', 'PERIODIC 12000000', 'FUNERAL 10000000']],
    [
      { losses: [{ code: 'NOSE' }], died: true },
      ['ANATOMICAL_DISABILITY 24000000', 'DEATH 24000000', 'PERIODIC 12000000', 'FUNERAL 10000000'],
    ],
    [
      { stmb: { months: 1, days: 0 }, total_disability: true, died: true },
      ['STMB_100 1000000', 'TOTAL_DISABILITY 56000000', 'PERIODIC 12000000', 'PERIODIC 12000000', 'FUNERAL 10000000'],
    ],
    [{ losses: [{ code: 'THUMB', side: 'LEFT' }], dominant_hand: 'RIGHT' }, ['ANATOMICAL_DISABILITY 9600000']],
  ])('with %o pays %o', (more, lines) => {
    expect(linesOf('jkk_case', accident(more))).toEqual(lines);
  });

  it('deducts the periodic sum too under the other reading of A-11', () => {
    const lines = linesOf('jkk_case', accident({ total_disability: true, died: true }), { 'A-11': 'deducted' });
    expect(lines).toEqual(['TOTAL_DISABILITY 56000000', 'PERIODIC 12000000', 'FUNERAL 10000000']);
  });

  it.each([
    [{ losses: [{ code: 'NOSE' }], total_disability: true }, 'BAD_LOSSES'],
    [{ losses: [{ code: 'THUMB', side: 'LEFT' }] }, 'BAD_DOMINANT_HAND'],
    [{ stmb: { months: 2, days: 40 } }, 'BAD_DAYS'],
    [{ stmb: 2 }, 'BAD_STMB'],
    [{ died: 'yes' }, 'BAD_DIED'],
    [{ died: true, wage_base: -1 }, 'BAD_WAGE_BASE'],
    [{ died: true, event_date: '2011-12-31' }, 'NO_RULE_FOR_DATE'],
    [{ total_disability: true, event_date: '2011-12-31' }, 'NO_RULE_FOR_DATE'],
  ])('refuses %o with %s', (more, code) => {
    expect(totalOf('jkk_case', accident(more))).toBe(code);
  });
});
