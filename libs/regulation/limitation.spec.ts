import { answerOf, touchedBy } from './testing/answer-of';

const claim = (eventOn: string, claimOn: string, more: object = {}): object => ({
  program: 'JKK',
  cause: 'ACCIDENT',
  event_on: eventOn,
  claim_on: claimOn,
  ...more,
});
const barred = (input: object, settings: object = {}): unknown => {
  const answer = answerOf('limitation', input, settings);
  return answer.code ?? answer['time_barred'];
};

describe('limitation of JKK claims', () => {
  it.each<[string, string, string | boolean, string]>([
    ['2015-07-01', '2017-07-01', false, 'PP 44/2015 Pasal 26: 2 years, first day'],
    ['2015-07-01', '2017-07-02', true, 'PP 44/2015 Pasal 26: the day after'],
    ['2019-12-01', '2021-12-01', false, 'PP 44/2015 Pasal 26, last day'],
    ['2019-12-01', '2021-12-02', true, 'PP 44/2015 Pasal 26, last day'],
    ['2019-12-02', '2024-12-02', false, 'PP 82/2019 Pasal 26: 5 years, first day'],
    ['2019-12-02', '2024-12-03', true, 'PP 82/2019 Pasal 26: the day after'],
    ['2020-02-29', '2025-02-28', false, 'from 29 February to 28 February (A-34)'],
    ['2020-02-29', '2025-03-01', true, 'from 29 February (A-34)'],
    ['2021-05-05', '2021-05-05', false, 'claimed at once'],
    ['2015-06-30', '2015-07-30', 'NO_RULE_FOR_DATE', 'before PP 44/2015 (A-38)'],
    ['2021-05-05', '2021-05-04', 'CLAIM_BEFORE_EVENT', 'claimed before'],
  ])('event %s, claim %s: %s [%s]', (eventOn, claimOn, expected) => {
    expect(barred(claim(eventOn, claimOn))).toBe(expected);
    expect(barred(claim(eventOn, claimOn, { cause: 'OCCUPATIONAL_DISEASE' }))).toBe(expected);
  });

  it.each([
    ['A-33', 'barred', claim('2021-05-05', '2026-05-05'), true],
    ['A-33', 'barred', claim('2021-05-05', '2026-05-04'), false],
    ['A-34', '1-march', claim('2020-02-29', '2025-03-01'), false],
    ['A-34', '1-march', claim('2020-02-29', '2025-03-02'), true],
    ['A-34', '1-march', claim('2021-02-28', '2026-03-01'), true],
    ['A-35', 'five-years', claim('2017-12-02', '2022-12-02'), false],
    ['A-35', 'five-years', claim('2017-12-02', '2022-12-03'), true],
    ['A-35', 'five-years', claim('2017-12-01', '2020-12-02'), true],
    ['A-37', 'no-rule', claim('2019-12-01', '2020-12-02', { cause: 'OCCUPATIONAL_DISEASE' }), 'NO_RULE_FOR_DATE'],
    ['A-37', 'no-rule', claim('2019-12-01', '2020-12-02'), false],
    ['A-37', 'no-rule', claim('2019-12-02', '2020-12-02', { cause: 'OCCUPATIONAL_DISEASE' }), false],
    ['A-38', 'two-years', claim('2014-01-01', '2016-01-02'), true],
    ['A-38', 'two-years', claim('2014-01-01', '2016-01-01'), false],
    ['A-38', 'five-years', claim('2014-01-01', '2019-01-01'), false],
    ['A-38', 'five-years', claim('2014-01-01', '2019-01-02'), true],
  ])('under reading %s = %s, %o: %s', (id, choice, input, expected) => {
    expect(barred(input, { [id]: choice })).toBe(expected);
  });

  it('names a reading only where it decides', () => {
    expect(touchedBy('limitation', claim('2021-05-05', '2026-05-06'))).toEqual([]);
    expect(touchedBy('limitation', claim('2021-05-05', '2026-05-05'))).toEqual(['A-33']);
    expect(touchedBy('limitation', claim('2020-02-29', '2025-03-05'))).toEqual(['A-34']);
    expect(touchedBy('limitation', claim('2017-12-01', '2020-12-05'))).toEqual([]);
    expect(touchedBy('limitation', claim('2017-12-02', '2020-12-05'))).toEqual(['A-35']);
    expect(touchedBy('limitation', claim('2014-12-02', '2020-12-05'))).toEqual(['A-38']);
  });
});

describe('limitation of JKM claims', () => {
  const death = (eventOn: string, claimOn: string): object => claim(eventOn, claimOn, { program: 'JKM', cause: null });

  it.each<[string, string, string | boolean, string]>([
    ['2019-12-02', '2024-12-02', false, 'PP 82/2019: 5 years, first day'],
    ['2019-12-02', '2024-12-03', true, 'PP 82/2019: the day after'],
    ['2019-12-01', '2020-01-01', 'NO_RULE_FOR_DATE', 'no rule before (A-36)'],
  ])('death %s, claim %s: %s [%s]', (eventOn, claimOn, expected) => {
    expect(barred(death(eventOn, claimOn))).toBe(expected);
  });

  it('has two or five years before December 2019 under the other readings (A-36)', () => {
    expect(barred(death('2018-01-01', '2020-01-02'), { 'A-36': 'two-years' })).toBe(true);
    expect(barred(death('2018-01-01', '2020-01-02'), { 'A-36': 'five-years' })).toBe(false);
    expect(touchedBy('limitation', death('2018-01-01', '2020-01-02'))).toEqual(['A-36']);
  });
});

it.each([
  [{ program: 'JHT' }, 'UNKNOWN_PROGRAM'],
  [{ cause: 'BAD_LUCK' }, 'UNKNOWN_CAUSE'],
  [{ cause: undefined }, 'UNKNOWN_CAUSE'],
  [{ event_on: '2021-02-31' }, 'BAD_DATE'],
  [{ claim_on: 5 }, 'BAD_DATE'],
])('a limitation question with %o is refused with %s', (change, code) => {
  expect(barred(claim('2021-05-05', '2021-06-05', change))).toBe(code);
});
