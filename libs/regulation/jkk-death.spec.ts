import { plainDate } from '@kerjasama/kernel/plain-date';
import fc from 'fast-check';

import { type Settings } from './readings/register';
import { answerOf, linesOf, totalOf, touchedBy, traceOf } from './testing/answer-of';

const death = (eventDate: string, more: object = {}): object => ({
  event_date: eventDate,
  wage_base: 1_000_000,
  children: 2,
  ...more,
});

describe('a death by work accident', () => {
  it.each([
    ['2022-03-03', 70_000_000, 'PP 82/2019 Lampiran III: 48 + 12 + 10 (golden vector)'],
    ['2016-03-03', 55_800_000, 'PP 44/2015 Lampiran III: 48 + 4.8 + 3 (golden vector)'],
    ['2012-01-01', 54_800_000, 'PP 53/2012: 48 + 4.8 + 2, first day'],
    ['2015-06-30', 54_800_000, 'PP 84/2013, last day'],
    ['2015-07-01', 55_800_000, 'PP 44/2015, first day'],
    ['2019-12-01', 55_800_000, 'PP 44/2015, last day'],
    ['2019-12-02', 70_000_000, 'PP 82/2019, first day'],
  ])('on %s pays %i [%s]', (date, total) => {
    expect(totalOf('jkk_death', death(date))).toBe(total);
  });

  it.each([
    ['2014-01-01', 100_000, ['DEATH 4800000', 'PERIODIC 4800000', 'FUNERAL 2000000'], 'no floor is stated'],
    ['2016-03-03', 100_000, ['DEATH 16200000', 'PERIODIC 4800000', 'FUNERAL 3000000'], 'at least the JKM lump sum'],
    ['2022-03-03', 100_000, ['DEATH 20000000', 'PERIODIC 12000000', 'FUNERAL 10000000'], 'floor of 20 million'],
    ['2022-03-03', 416_666, ['DEATH 20000000', 'PERIODIC 12000000', 'FUNERAL 10000000'], 'just under the floor'],
    ['2022-03-03', 416_667, ['DEATH 20000016', 'PERIODIC 12000000', 'FUNERAL 10000000'], 'just over the floor'],
  ])('on %s with W = %i pays %o [%s]', (date, wage, lines) => {
    expect(linesOf('jkk_death', death(date, { wage_base: wage }))).toEqual(lines);
  });

  it.each<[object, Settings, string[]]>([
    [{ disability_already_paid: 8_000_000 }, {}, ['DEATH 40000000', 'PERIODIC 12000000', 'FUNERAL 10000000']],
    [{ disability_already_paid: 48_000_000 }, {}, ['PERIODIC 12000000', 'FUNERAL 10000000']],
    [{ disability_already_paid: 56_000_000 }, {}, ['PERIODIC 12000000', 'FUNERAL 10000000']],
    [
      { disability_already_paid: 56_000_000 },
      { 'A-10': 'deduct-first' },
      ['DEATH 20000000', 'PERIODIC 12000000', 'FUNERAL 10000000'],
    ],
    [{ periodic_already_paid: 12_000_000 }, {}, ['DEATH 48000000', 'PERIODIC 12000000', 'FUNERAL 10000000']],
    [{ periodic_already_paid: true }, {}, ['DEATH 48000000', 'PERIODIC 12000000', 'FUNERAL 10000000']],
    [
      { periodic_already_paid: 4_800_000 },
      { 'A-11': 'deducted' },
      ['DEATH 48000000', 'PERIODIC 7200000', 'FUNERAL 10000000'],
    ],
    [{ periodic_already_paid: 13_000_000 }, { 'A-11': 'deducted' }, ['DEATH 48000000', 'FUNERAL 10000000']],
    [{ periodic_already_paid: true }, { 'A-11': 'deducted' }, ['DEATH 48000000', 'FUNERAL 10000000']],
    [
      { periodic_already_paid: false },
      { 'A-11': 'deducted' },
      ['DEATH 48000000', 'PERIODIC 12000000', 'FUNERAL 10000000'],
    ],
  ])('after %o under %o pays %o', (paid, settings, lines) => {
    expect(linesOf('jkk_death', death('2022-03-03', paid), settings)).toEqual(lines);
  });

  it('names A-10 and A-11 only where they decide', () => {
    expect(touchedBy('jkk_death', death('2022-03-03', { disability_already_paid: 8_000_000 }))).toEqual([]);
    expect(touchedBy('jkk_death', death('2022-03-03', { disability_already_paid: 30_000_000 }))).toEqual(['A-10']);
    expect(touchedBy('jkk_death', death('2022-03-03', { periodic_already_paid: 1 }))).toEqual(['A-11']);
    expect(touchedBy('jkk_death', death('2022-03-03', { periodic_already_paid: 0 }))).toEqual([]);
  });

  it('goes by the day of the accident, not of the death (A-12)', () => {
    const late = death('2019-12-01', { death_date: '2020-01-05' });
    expect(totalOf('jkk_death', late)).toBe(55_800_000);
    expect(totalOf('jkk_death', late, { 'A-12': 'death-date' })).toBe(70_000_000);
    expect(touchedBy('jkk_death', late)).toEqual(['A-12', 'A-23']);
    expect(touchedBy('jkk_death', death('2022-03-03', { death_date: '2022-03-03' }))).toEqual([]);
  });

  it.each([
    ['2015-06-30', { entitled: false, plan: null, children: 0 }],
    ['2016-03-03', { entitled: true, plan: 'ONCE', children: 1 }],
    ['2022-03-03', { entitled: true, plan: 'YEARLY', children: 2 }],
  ])('on %s carries the scholarship right %o, without tenure', (date, right) => {
    expect(answerOf('jkk_death', death(date))['scholarship']).toEqual(right);
  });

  it.each([
    [{ wage_base: -1 }, 'BAD_WAGE_BASE'],
    [{ wage_base: 0 }, 'BAD_WAGE_BASE'],
    [{ wage_base: 1_000_000.5 }, 'BAD_WAGE_BASE'],
    [{ wage_base: 10_000_000_000_001 }, 'BAD_WAGE_BASE'],
    [{ children: -1 }, 'BAD_CHILDREN'],
    [{ children: 101 }, 'BAD_CHILDREN'],
    [{ disability_already_paid: -1 }, 'BAD_DISABILITY_ALREADY_PAID'],
    [{ periodic_already_paid: -1 }, 'BAD_PERIODIC_ALREADY_PAID'],
    [{ periodic_already_paid: 'yes' }, 'BAD_PERIODIC_ALREADY_PAID'],
    [{ death_date: '2022-03-02' }, 'DEATH_BEFORE_ACCIDENT'],
    [{ death_date: '2022-02-31' }, 'BAD_DATE'],
    [{ event_date: '2011-12-31' }, 'NO_RULE_FOR_DATE'],
  ])('refuses %o with %s', (change, code) => {
    expect(totalOf('jkk_death', { ...death('2022-03-03'), ...change })).toBe(code);
  });

  it('says in its trace where the floor or a deduction bites', () => {
    const steps = (more: object): string[] =>
      traceOf('jkk_death', death('2022-03-03', { children: 0, ...more })).steps.map(
        ({ what, amount }) => `${what.en} ${amount}`,
      );
    expect(steps({ wage_base: 100_000, disability_already_paid: 5_000_000 })).toEqual([
      '60 % x 80 x W (W = 100000) 4800000',
      'floor of the death sum 20000000',
      'less disability already paid 5000000',
      'death by work accident 15000000',
      'periodic benefit, paid at once 12000000',
      'funeral sum 10000000',
      'total 37000000',
    ]);
    expect(steps({})).toHaveLength(5);
  });

  it('never falls as the wage grows, and is never negative whatever was paid', () => {
    const wage = fc.integer({ min: 1, max: 30_000_000 });
    fc.assert(
      fc.property(wage, wage, fc.integer({ min: 0, max: 2_000_000_000 }), (a, b, paid) => {
        const total = (w: number): number =>
          Number(totalOf('jkk_death', death('2022-03-03', { wage_base: w, disability_already_paid: paid })));
        expect(total(Math.min(a, b))).toBeLessThanOrEqual(total(Math.max(a, b)));
        expect(total(a)).toBeGreaterThanOrEqual(22_000_000);
        expect(Number.isSafeInteger(total(a))).toBe(true);
      }),
    );
  });
});

describe('a sudden death at the workplace', () => {
  const sudden = (eventDate: string): object => ({
    ...death(eventDate),
    tenure: { months: 4 },
    contribution_months: 4,
  });

  it.each([
    ['2020-12-31', 'JKM', 42_000_000, 'before Permenaker 5/2021'],
    ['2021-01-01', 'JKK', 70_000_000, 'Permenaker 5/2021, first day (A-24)'],
    ['2016-01-01', 'JKM', 24_000_000, 'PP 44/2015'],
  ])('on %s is %s and pays %i [%s]', (date, program, total) => {
    expect(answerOf('sudden_death', sudden(date))).toMatchObject({ program, total });
  });

  it('moves with the reading of its first day', () => {
    expect(answerOf('sudden_death', sudden('2021-12-31'), { 'A-24': plainDate('2022-01-01') })).toMatchObject({
      program: 'JKM',
    });
    expect(answerOf('sudden_death', sudden('2022-01-01'), { 'A-24': plainDate('2022-01-01') })).toMatchObject({
      program: 'JKK',
    });
    expect(touchedBy('sudden_death', sudden('2021-05-05'))).toEqual(['A-24']);
    expect(touchedBy('sudden_death', sudden('2022-01-01'))).toEqual([]);
  });

  it('is refused before the first row and where the death itself would be', () => {
    expect(totalOf('sudden_death', sudden('2011-12-31'))).toBe('NO_RULE_FOR_DATE');
    expect(totalOf('sudden_death', { ...sudden('2022-01-01'), wage_base: -5 })).toBe('BAD_WAGE_BASE');
  });
});
