import fc from 'fast-check';

import { answerOf, linesOf, totalOf, touchedBy } from './testing/answer-of';

const death = (eventDate: string, tenure: object, more: object = {}): object => ({
  event_date: eventDate,
  tenure,
  contribution_months: 5,
  children: 0,
  ...more,
});

describe('a death that is no work accident', () => {
  it.each<[string, object, number, string]>([
    ['2015-08-10', { months: 5 }, 24_000_000, 'PP 44/2015 Pasal 34 (golden vector)'],
    ['2019-12-01', { months: 5 }, 24_000_000, 'PP 44/2015 Pasal 34, last day (golden vector)'],
    ['2019-12-02', { months: 5 }, 42_000_000, 'PP 82/2019 Pasal 34, first day (golden vector)'],
    ['2024-06-01', { days: 20 }, 42_000_000, 'before Permenaker 1/2025: from the first day (golden vector)'],
    ['2025-08-01', { days: 20 }, 10_000_000, 'Permenaker 1/2025: the funeral only (golden vector)'],
    ['2012-01-01', { months: 0 }, 21_000_000, 'PP 53/2012, first day of the table'],
    ['2015-06-30', { months: 5 }, 21_000_000, 'PP 84/2013, last day'],
    ['2015-07-01', { months: 5 }, 24_000_000, 'PP 44/2015 Pasal 34, first day'],
    ['2024-12-31', { days: 0 }, 42_000_000, 'the last day before Permenaker 1/2025'],
    ['2025-01-01', { days: 0 }, 10_000_000, 'Permenaker 1/2025, first day (A-18)'],
    ['2025-01-01', { months: 3 }, 42_000_000, 'Permenaker 1/2025: three months are enough'],
    ['2025-01-01', { months: 2 }, 10_000_000, 'Permenaker 1/2025: two months are not'],
    ['2025-01-01', { days: 92 }, 42_000_000, '92 days are three months whatever the months (A-19)'],
    ['2025-01-01', { days: 91 }, 10_000_000, '91 days may be less than three months (A-19)'],
  ])('on %s after %o pays %i [%s]', (date, tenure, total) => {
    expect(totalOf('jkm_death', death(date, tenure))).toBe(total);
  });

  it.each([
    ['2014-05-05', ['LUMP 14200000', 'PERIODIC 4800000', 'FUNERAL 2000000']],
    ['2016-05-05', ['LUMP 16200000', 'PERIODIC 4800000', 'FUNERAL 3000000']],
    ['2022-05-05', ['LUMP 20000000', 'PERIODIC 12000000', 'FUNERAL 10000000']],
  ])('on %s is made of %o', (date, lines) => {
    expect(linesOf('jkm_death', death(date, { months: 5 }))).toEqual(lines);
  });

  it.each<[string, string, string, number | string, string]>([
    // from, to, event, total
    ['2025-01-31', '2026-01-30', '2025-04-29', 10_000_000, 'the day before three months, clipped to 30 April'],
    ['2025-01-31', '2026-01-30', '2025-04-30', 42_000_000, 'three months from 31 January end on 30 April'],
    ['2025-05-01', '2026-04-30', '2025-07-31', 10_000_000, 'the day before the same day of the third month'],
    ['2025-05-01', '2026-04-30', '2025-08-01', 42_000_000, 'the same day of the third month'],
    ['2025-05-01', '2026-04-30', '2026-04-30', 42_000_000, 'the last day of cover'],
    ['2025-05-01', '2026-04-30', '2026-05-01', 'NOT_COVERED_ON_EVENT_DATE', 'the day after the cover (A-43)'],
    ['2025-05-01', '2026-04-30', '2025-04-30', 'NOT_COVERED_ON_EVENT_DATE', 'the day before the cover'],
    ['2025-05-01', '2026-04-30', '2025-05-01', 10_000_000, 'the first day of cover'],
  ])('covered from %s to %s and dead on %s: %s [%s]', (from, to, date, expected) => {
    expect(totalOf('jkm_death', death(date, { covers: [{ from, to }] }))).toBe(expected);
  });

  it('keeps the tenure over a next-day start and begins it again after a gap (A-20)', () => {
    const first = { from: '2024-01-01', to: '2024-12-31' };
    const joined = { covers: [{ from: '2025-01-01', to: '2025-12-31' }, first] };
    const broken = { covers: [first, { from: '2025-01-02', to: '2025-12-31' }] };
    expect(totalOf('jkm_death', death('2025-02-01', joined))).toBe(42_000_000);
    expect(totalOf('jkm_death', death('2025-02-01', broken))).toBe(10_000_000);
    expect(totalOf('jkm_death', death('2025-02-01', broken), { 'A-20': 'added' })).toBe(42_000_000);
    expect(touchedBy('jkm_death', death('2025-02-01', broken))).toContain('A-20');
  });

  it('adds only what was covered up to the event, and only enough of it, under the other reading of A-20', () => {
    const short = {
      covers: [
        { from: '2024-11-01', to: '2024-12-15' },
        { from: '2025-02-01', to: '2026-01-31' },
      ],
    };
    expect(totalOf('jkm_death', death('2025-03-01', short), { 'A-20': 'added' })).toBe(10_000_000);
    expect(totalOf('jkm_death', death('2025-03-16', short), { 'A-20': 'added' })).toBe(10_000_000);
    expect(totalOf('jkm_death', death('2025-03-17', short), { 'A-20': 'added' })).toBe(42_000_000);
  });

  it('counts covers that overlap or lie within each other as one', () => {
    const covers = [
      { from: '2025-01-01', to: '2025-12-31' },
      { from: '2025-03-01', to: '2025-03-31' },
      { from: '2025-12-01', to: '2026-02-28' },
    ];
    expect(totalOf('jkm_death', death('2026-02-28', { covers }))).toBe(42_000_000);
    expect(totalOf('jkm_death', death('2026-03-01', { covers }))).toBe('NOT_COVERED_ON_EVENT_DATE');
  });

  it.each([
    ['A-18', '2025-07-23', '2025-07-22', { days: 20 }, 42_000_000],
    ['A-18', '2025-07-23', '2025-07-23', { days: 20 }, 10_000_000],
    ['A-09', '2014-01-01', '2013-12-31', { months: 5 }, 'NO_RULE_FOR_DATE'],
    ['A-09', '2014-01-01', '2014-01-01', { months: 5 }, 21_000_000],
    ['A-19', 'after-the-day', '2025-08-01', { months: 3 }, 10_000_000],
    ['A-19', 'after-the-day', '2025-08-01', { months: 4 }, 42_000_000],
    ['A-19', 'after-the-day', '2025-08-01', { days: 92 }, 10_000_000],
    ['A-19', 'after-the-day', '2025-08-01', { days: 93 }, 42_000_000],
    ['A-19', 'after-the-day', '2025-08-01', { covers: [{ from: '2025-05-01', to: '2026-04-30' }] }, 10_000_000],
    ['A-19', 'after-the-day', '2025-08-02', { covers: [{ from: '2025-05-01', to: '2026-04-30' }] }, 42_000_000],
    ['A-19', 'ninety-days', '2025-08-01', { months: 3 }, 42_000_000],
    ['A-19', 'ninety-days', '2025-08-01', { days: 89 }, 10_000_000],
    ['A-19', 'ninety-days', '2025-08-01', { days: 90 }, 42_000_000],
    ['A-19', 'ninety-days', '2025-07-29', { covers: [{ from: '2025-05-01', to: '2026-04-30' }] }, 10_000_000],
    ['A-19', 'ninety-days', '2025-07-30', { covers: [{ from: '2025-05-01', to: '2026-04-30' }] }, 42_000_000],
    ['A-19', 'ninety-days-counting-the-first', '2025-08-01', { days: 88 }, 10_000_000],
    ['A-19', 'ninety-days-counting-the-first', '2025-08-01', { days: 89 }, 42_000_000],
    [
      'A-19',
      'ninety-days-counting-the-first',
      '2025-07-28',
      { covers: [{ from: '2025-05-01', to: '2026-04-30' }] },
      10_000_000,
    ],
    [
      'A-19',
      'ninety-days-counting-the-first',
      '2025-07-29',
      { covers: [{ from: '2025-05-01', to: '2026-04-30' }] },
      42_000_000,
    ],
    ['A-43', 'grace', '2026-05-01', { covers: [{ from: '2025-05-01', to: '2026-04-30' }] }, 42_000_000],
    ['A-43', 'grace', '2026-07-30', { covers: [{ from: '2025-05-01', to: '2026-04-30' }] }, 42_000_000],
    [
      'A-43',
      'grace',
      '2026-07-31',
      { covers: [{ from: '2025-05-01', to: '2026-04-30' }] },
      'NOT_COVERED_ON_EVENT_DATE',
    ],
    [
      'A-43',
      'grace',
      '2025-04-30',
      { covers: [{ from: '2025-05-01', to: '2026-04-30' }] },
      'NOT_COVERED_ON_EVENT_DATE',
    ],
  ])('under reading %s = %s on %s after %o: %s', (id, choice, date, tenure, expected) => {
    expect(totalOf('jkm_death', death(date, tenure), { [id]: choice })).toBe(expected);
  });

  it('names the tenure readings only near the border', () => {
    const from = { covers: [{ from: '2025-09-01', to: '2026-08-31' }] };
    expect(touchedBy('jkm_death', death('2026-02-01', from))).toEqual([]);
    expect(touchedBy('jkm_death', death('2025-10-01', from))).toEqual([]);
    expect(touchedBy('jkm_death', death('2025-12-01', from))).toEqual(['A-19']);
    expect(touchedBy('jkm_death', death('2025-03-01', { months: 3 }))).toEqual(['A-18', 'A-19']);
    expect(touchedBy('jkm_death', death('2025-07-22', { months: 9 }))).toEqual(['A-18']);
    expect(touchedBy('jkm_death', death('2025-07-23', { months: 9 }))).toEqual([]);
  });

  it.each([
    [{ tenure: undefined }, 'BAD_TENURE'],
    [{ tenure: 5 }, 'BAD_TENURE'],
    [{ tenure: { months: -1 } }, 'BAD_TENURE'],
    [{ tenure: { months: 1_201 } }, 'BAD_TENURE'],
    [{ tenure: { days: 1.5 } }, 'BAD_TENURE'],
    [{ tenure: { days: 36_601 } }, 'BAD_TENURE'],
    [{ tenure: { covers: [{ from: '2022-01-02', to: '2022-01-01' }] } }, 'BAD_TENURE'],
    [{ tenure: { covers: [] } }, 'NOT_COVERED_ON_EVENT_DATE'],
    [{ tenure: { covers: [{ from: '2022-02-30', to: '2022-03-01' }] } }, 'BAD_DATE'],
    [{ children: -1 }, 'BAD_CHILDREN'],
    [{ children: 101 }, 'BAD_CHILDREN'],
    [{ children: undefined }, 'BAD_CHILDREN'],
    [{ contribution_months: -1 }, 'BAD_CONTRIBUTION_MONTHS'],
    [{ contribution_months: 1_201 }, 'BAD_CONTRIBUTION_MONTHS'],
    [{ event_date: '2011-12-31' }, 'NO_RULE_FOR_DATE'],
    [{ event_date: undefined }, 'BAD_DATE'],
  ])('refuses %o with %s', (change, code) => {
    expect(totalOf('jkm_death', { ...death('2022-05-05', { months: 5 }), ...change })).toBe(code);
  });

  it('accepts a cover of a single day and a tenure of nothing before 2025', () => {
    expect(totalOf('jkm_death', death('2022-01-01', { covers: [{ from: '2022-01-01', to: '2022-01-01' }] }))).toBe(
      42_000_000,
    );
    expect(totalOf('jkm_death', death('2022-01-01', { months: 1_200 }))).toBe(42_000_000);
    expect(totalOf('jkm_death', death('2022-01-01', { days: 36_600 }))).toBe(42_000_000);
  });
});

describe('the scholarship right of a JKM death', () => {
  it.each<[string, number, number, object, string]>([
    ['2015-06-30', 200, 2, { entitled: false, plan: null, children: 0 }, 'PP 84/2013: none'],
    ['2016-01-01', 59, 1, { entitled: false, plan: null, children: 0 }, 'PP 44/2015: under 5 years'],
    ['2016-01-01', 60, 1, { entitled: true, plan: 'ONCE', children: 1 }, 'PP 44/2015: 5 years, one child'],
    ['2016-01-01', 61, 3, { entitled: true, plan: 'ONCE', children: 1 }, 'PP 44/2015: the first child only (A-23)'],
    ['2022-01-01', 35, 2, { entitled: false, plan: null, children: 0 }, 'PP 82/2019: under 3 years'],
    ['2022-01-01', 36, 2, { entitled: true, plan: 'YEARLY', children: 2 }, 'PP 82/2019: 3 years (A-21)'],
    ['2022-01-01', 37, 3, { entitled: true, plan: 'YEARLY', children: 2 }, 'PP 82/2019: two children (A-23)'],
    ['2022-01-01', 37, 0, { entitled: false, plan: null, children: 0 }, 'no child'],
    ['2022-01-01', 36, 0, { entitled: false, plan: null, children: 0 }, 'no child, and no reading touched'],
  ])('on %s after %i months with %i children: %o [%s]', (date, contributionMonths, children, right) => {
    const input = death(date, { months: 40 }, { contribution_months: contributionMonths, children });
    expect(answerOf('jkm_death', input)['scholarship']).toEqual(right);
  });

  it('stands beside the total, never inside it', () => {
    expect(totalOf('jkm_death', death('2022-01-01', { months: 40 }, { contribution_months: 40, children: 2 }))).toBe(
      42_000_000,
    );
  });

  it('needs more than 36 months, or refuses a third child, under the other readings', () => {
    const input = death('2022-01-01', { months: 40 }, { contribution_months: 36, children: 3 });
    expect(answerOf('jkm_death', input, { 'A-21': 'more-needed' })['scholarship']).toMatchObject({ entitled: false });
    expect(totalOf('jkm_death', input, { 'A-23': 'refused' })).toBe('TOO_MANY_CHILDREN');
    expect(touchedBy('jkm_death', input)).toEqual(['A-21', 'A-23']);
    expect(touchedBy('jkm_death', death('2022-01-01', { months: 40 }, { contribution_months: 36 }))).toEqual([]);
  });

  it('is none while only the funeral is paid, unless B-04 says otherwise', () => {
    const input = death('2025-08-01', { days: 20 }, { contribution_months: 40, children: 1 });
    expect(answerOf('jkm_death', input)['scholarship']).toMatchObject({ entitled: false });
    expect(answerOf('jkm_death', input, { 'B-04': 'by-contribution-months' })['scholarship']).toMatchObject({
      entitled: true,
    });
    expect(touchedBy('jkm_death', input)).toEqual(['B-04']);
    expect(touchedBy('jkm_death', death('2025-08-01', { days: 20 }))).toEqual([]);
  });
});

it('any death after the first row pays whole rupiah, and the lines make the total', () => {
  const input = fc.record({
    day: fc.date({ min: new Date('2012-01-01'), max: new Date('2036-12-31'), noInvalidDate: true }),
    months: fc.integer({ min: 0, max: 100 }),
    children: fc.integer({ min: 0, max: 4 }),
  });
  fc.assert(
    fc.property(input, ({ day, months, children }) => {
      const date = day.toISOString().slice(0, 10);
      const { total, lines = [] } = answerOf(
        'jkm_death',
        death(date, { months }, { contribution_months: months, children }),
      );
      expect(total).toBe(lines.reduce((sum, { amount }) => sum + amount, 0));
      expect(lines.every(({ amount }) => Number.isSafeInteger(amount) && amount > 0)).toBe(true);
    }),
  );
});
