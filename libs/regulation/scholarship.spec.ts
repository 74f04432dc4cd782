import { linesOf, totalOf, touchedBy } from './testing/answer-of';

const whole = { TK: 2, SD: 6, SMP: 3, SMA: 3, PT: 5 };

describe('the whole scholarship', () => {
  const sum = (eventDate: string, childrenYears: unknown, program = 'JKK'): object => ({
    event_date: eventDate,
    program,
    children_years: childrenYears,
  });

  it.each<[object[], string[], string]>([
    [[whole], ['SCHOLARSHIP_CHILD_1 87000000'], 'one child'],
    [[whole, whole], ['SCHOLARSHIP_CHILD_1 87000000', 'SCHOLARSHIP_CHILD_2 87000000'], 'two children: 174 million'],
    [[{ TK: 1 }], ['SCHOLARSHIP_CHILD_1 1500000'], 'TK'],
    [[{ SD: 1 }], ['SCHOLARSHIP_CHILD_1 1500000'], 'SD'],
    [[{ SMP: 1 }], ['SCHOLARSHIP_CHILD_1 2000000'], 'SMP'],
    [[{ SMA: 1 }], ['SCHOLARSHIP_CHILD_1 3000000'], 'SMA'],
    [[{ PT: 1 }], ['SCHOLARSHIP_CHILD_1 12000000'], 'higher education'],
    [[{}, { PT: 5 }], ['SCHOLARSHIP_CHILD_2 60000000'], 'a child who does not go to school'],
    [
      [{ SD: 2 }, { SD: 3 }, { PT: 99 }],
      ['SCHOLARSHIP_CHILD_1 3000000', 'SCHOLARSHIP_CHILD_2 4500000'],
      'the third child is not paid',
    ],
  ])('of %o under PP 82/2019 is %o [%s]', (years, lines) => {
    expect(linesOf('scholarship_sum', sum('2022-03-03', years))).toEqual(lines);
    expect(linesOf('scholarship_sum', sum('2022-03-03', years, 'JKM'))).toEqual(lines);
  });

  it.each<[string, number | string, string]>([
    ['2019-12-01', 12_000_000, 'PP 44/2015: once, one child'],
    ['2019-12-02', 174_000_000, 'PP 82/2019, first day'],
    ['2015-07-01', 12_000_000, 'PP 44/2015, first day'],
    ['2015-06-30', 'BENEFIT_NOT_IN_REGIME', 'before PP 44/2015'],
    ['2011-12-31', 'NO_RULE_FOR_DATE', 'before the first row'],
  ])('for an event on %s: %s [%s]', (date, expected) => {
    expect(totalOf('scholarship_sum', sum(date, [whole, whole]))).toBe(expected);
  });

  it.each([
    [[{ TK: 3 }], 'TOO_MANY_YEARS'],
    [[{ SD: 7 }], 'TOO_MANY_YEARS'],
    [[{ SMP: 4 }], 'TOO_MANY_YEARS'],
    [[{ SMA: 4 }], 'TOO_MANY_YEARS'],
    [[{ PT: 6 }], 'TOO_MANY_YEARS'],
    [[{ SD: -1 }], 'BAD_CHILDREN_YEARS'],
    [[{ SD: 1.5 }], 'BAD_CHILDREN_YEARS'],
    [[{ SD: 1 }, { SD: 1 }, { SD: -1 }], 'BAD_CHILDREN_YEARS'],
    [[{ SD: 7 }], 'TOO_MANY_YEARS'],
    [[{ SD: 1_000 }], 'TOO_MANY_YEARS'],
    [[{ SD: 'six' }], 'BAD_CHILDREN_YEARS'],
    [[{ S3: 1 }], 'UNKNOWN_LEVEL'],
    [[5], 'BAD_CHILDREN_YEARS'],
    [[], 'BAD_CHILDREN_YEARS'],
    [whole, 'BAD_CHILDREN_YEARS'],
  ])('refuses %o with %s', (years, code) => {
    expect(totalOf('scholarship_sum', sum('2022-03-03', years))).toBe(code);
  });

  it('refuses an unknown programme, and a third child under the other reading (A-23)', () => {
    expect(totalOf('scholarship_sum', sum('2022-03-03', [whole], 'JHT'))).toBe('UNKNOWN_PROGRAM');
    const three = sum('2022-03-03', [whole, whole, whole]);
    expect(totalOf('scholarship_sum', three, { 'A-23': 'refused' })).toBe('TOO_MANY_CHILDREN');
    expect(totalOf('scholarship_sum', three)).toBe(174_000_000);
    expect(touchedBy('scholarship_sum', sum('2022-03-03', [whole, whole]))).toEqual([]);
  });
});

describe('one yearly application', () => {
  const application = (more: object = {}): object => ({
    event_date: '2022-03-03',
    level: 'SD',
    applied_on: '2024-08-01',
    child_born: '2015-06-01',
    married: false,
    working: false,
    years_already_paid_at_level: 1,
    ...more,
  });

  it.each([
    ['TK', 1, 1_500_000],
    ['SD', 5, 1_500_000],
    ['SMP', 2, 2_000_000],
    ['SMA', 2, 3_000_000],
    ['PT', 4, 12_000_000],
  ])('at %s after %i years pays %i, and one year later no more', (level, years, amount) => {
    expect(linesOf('scholarship_year', application({ level, years_already_paid_at_level: years }))).toEqual([
      `SCHOLARSHIP_${level} ${amount}`,
    ]);
    expect(totalOf('scholarship_year', application({ level, years_already_paid_at_level: years + 1 }))).toBe(
      'TOO_MANY_YEARS',
    );
  });

  it.each([
    [{ level: 'PT', child_born: '2001-08-02' }, 12_000_000],
    [{ level: 'PT', child_born: '2001-08-01' }, 'CHILD_TOO_OLD'],
    [{ level: 'PT', child_born: '2000-08-01' }, 'CHILD_TOO_OLD'],
    [{ married: true }, 'CHILD_MARRIED'],
    [{ working: true }, 'CHILD_WORKING'],
    [{ applied_on: '2022-03-03' }, 1_500_000],
    [{ applied_on: '2022-03-02' }, 'CLAIM_BEFORE_EVENT'],
    [{ child_born: '2024-08-02' }, 'BAD_CHILD_BORN'],
    [{ child_born: '2024-08-01' }, 1_500_000],
    [{ level: 'S3' }, 'UNKNOWN_LEVEL'],
    [{ married: 'no' }, 'BAD_MARRIED'],
    [{ working: 0 }, 'BAD_WORKING'],
    [{ years_already_paid_at_level: -1 }, 'BAD_YEARS_ALREADY_PAID_AT_LEVEL'],
    [{ years_already_paid_at_level: 1.5 }, 'BAD_YEARS_ALREADY_PAID_AT_LEVEL'],
    [{ years_already_paid_at_level: 1_000 }, 'TOO_MANY_YEARS'],
    [{ applied_on: '2024-02-30' }, 'BAD_DATE'],
    [{ event_date: '2019-12-01' }, 'BENEFIT_NOT_IN_REGIME'],
    [{ event_date: '2015-06-30' }, 'BENEFIT_NOT_IN_REGIME'],
    [{ event_date: '2011-12-31' }, 'NO_RULE_FOR_DATE'],
  ])('with %o: %s', (more, expected) => {
    expect(totalOf('scholarship_year', application(more))).toBe(expected);
  });

  it('ends on the 24th birthday under the other reading of A-22', () => {
    const settings = { 'A-22': 'on-the-24th-birthday' } as const;
    const student = (born: string): object => application({ level: 'PT', child_born: born });
    expect(totalOf('scholarship_year', student('2001-08-01'), settings)).toBe(12_000_000);
    expect(totalOf('scholarship_year', student('2000-08-02'), settings)).toBe(12_000_000);
    expect(totalOf('scholarship_year', student('2000-08-01'), settings)).toBe('CHILD_TOO_OLD');
    expect(touchedBy('scholarship_year', student('2000-08-01'))).toEqual([]);
    expect(touchedBy('scholarship_year', student('2001-08-01'))).toEqual(['A-22']);
    expect(touchedBy('scholarship_year', student('2001-08-02'))).toEqual([]);
  });
});
