import { totalOf, touchedBy } from './testing/answer-of';

describe('the date of an event near midnight', () => {
  const at = (moment: string): object => ({
    event_at: moment,
    tenure: { months: 5 },
    contribution_months: 5,
    children: 0,
  });

  it.each([
    ['2019-12-02T00:30:00+09:00', 'local-date', 42_000_000],
    ['2019-12-02T00:30:00+09:00', 'jakarta', 24_000_000],
    ['2019-12-01T23:30:00+07:00', 'jakarta', 24_000_000],
    ['2019-12-01T17:00:00Z', 'local-date', 24_000_000],
    ['2019-12-01T17:00:00Z', 'jakarta', 42_000_000],
    ['2019-12-01T16:59:59.999Z', 'jakarta', 24_000_000],
  ] as const)('%s by %s pays %i (A-25)', (moment, choice, total) => {
    expect(totalOf('jkm_death', at(moment), { 'A-25': choice })).toBe(total);
  });

  it('touches the reading only where the two dates differ', () => {
    expect(touchedBy('jkm_death', at('2019-12-02T00:30:00+09:00'))).toEqual(['A-25']);
    expect(touchedBy('jkm_death', at('2019-12-02T02:30:00+09:00'))).toEqual([]);
  });

  it.each([
    '2019-12-02T00:30:00',
    '2019-12-02',
    '2019-02-30T00:30:00Z',
    '2019-12-02T24:00:00Z',
    '2019-12-02T23:60:00Z',
    '2019-12-02T23:59:60Z',
    '2019-12-02T23:59:59+15:00',
    'x2019-12-02T00:30:00Z',
    '2019-12-02T00:30:00Zx',
    5,
  ])('refuses %s', (moment) => {
    expect(totalOf('jkm_death', at(moment as string))).toBe('BAD_EVENT_AT');
  });

  it.each(['2019-12-02T00:30Z', '2019-12-02T09:05:07.123456789-09:30', '2019-12-02T19:59:59+14:00'])(
    'reads %s',
    (moment) => {
      expect(totalOf('jkm_death', at(moment))).toBe(42_000_000);
    },
  );
});
