import { linesOf, totalOf, touchedBy, traceOf } from './testing/answer-of';

const [BEFORE, PP_44, PP_82] = ['2014-05-20', '2016-05-20', '2023-05-20'];

describe('transport of the injured', () => {
  const moved = (eventDate: string, legs: unknown): object => ({ event_date: eventDate, legs });
  const all = (cost: number): object[] => ['LAND', 'SEA', 'AIR'].map((mode) => ({ mode, cost }));

  it.each([
    ['2015-06-30', ['TRANSPORT_LAND 750000', 'TRANSPORT_SEA 1000000', 'TRANSPORT_AIR 2000000'], 'PP 84/2013, last day'],
    [
      '2015-07-01',
      ['TRANSPORT_LAND 1000000', 'TRANSPORT_SEA 1500000', 'TRANSPORT_AIR 2500000'],
      'PP 44/2015, first day',
    ],
    [
      '2019-12-01',
      ['TRANSPORT_LAND 1000000', 'TRANSPORT_SEA 1500000', 'TRANSPORT_AIR 2500000'],
      'PP 44/2015, last day',
    ],
    [
      '2019-12-02',
      ['TRANSPORT_LAND 5000000', 'TRANSPORT_SEA 2000000', 'TRANSPORT_AIR 10000000'],
      'PP 82/2019, first day',
    ],
  ])('on %s is paid up to %o [%s]', (date, lines) => {
    expect(linesOf('jkk_transport', moved(date, all(99_000_000)))).toEqual(lines);
  });

  it('adds the legs of one mode under one limit', () => {
    const legs = [
      { mode: 'LAND', cost: 3_000_000 },
      { mode: 'AIR', cost: 1 },
      { mode: 'LAND', cost: 2_500_000 },
    ];
    expect(linesOf('jkk_transport', moved(PP_82, legs))).toEqual(['TRANSPORT_LAND 5000000', 'TRANSPORT_AIR 1']);
    expect(traceOf('jkk_transport', moved(PP_82, legs)).steps[0]).toEqual({
      what: { id: 'batas LAND', en: 'limit LAND' },
      amount: 5_000_000,
    });
  });

  it('pays one mode only, the largest, under the other reading (A-16)', () => {
    expect(linesOf('jkk_transport', moved(PP_82, all(99_000_000)), { 'A-16': 'one-mode' })).toEqual([
      'TRANSPORT_AIR 10000000',
    ]);
    expect(touchedBy('jkk_transport', moved(PP_82, [{ mode: 'SEA', cost: 5 }]))).toEqual([]);
    expect(touchedBy('jkk_transport', moved(PP_82, all(5)))).toEqual(['A-16']);
  });

  it.each([
    [[], 'BAD_LEGS'],
    ['LAND', 'BAD_LEGS'],
    [[{ mode: 'ROCKET', cost: 1 }], 'UNKNOWN_MODE'],
    [[{ mode: 'LAND', cost: -1 }], 'BAD_COST'],
    [[{ mode: 'LAND', cost: 1.5 }], 'BAD_COST'],
    [[{ mode: 'LAND' }], 'BAD_COST'],
  ])('refuses %o with %s', (legs, code) => {
    expect(totalOf('jkk_transport', moved(PP_82, legs))).toBe(code);
  });

  it('has no rule before 2012', () => {
    expect(totalOf('jkk_transport', moved('2011-12-31', all(1)))).toBe('NO_RULE_FOR_DATE');
  });
});

describe('a bill after a work accident', () => {
  const bill = (eventDate: string, item: string, cost: unknown, more: object = {}): object => ({
    event_date: eventDate,
    item,
    cost,
    ...more,
  });
  const NONE = 'BENEFIT_NOT_IN_REGIME';

  it.each([
    ['HOME_CARE', [NONE, NONE, 20_000_000]],
    ['DENTAL_PROSTHESIS', [NONE, 3_000_000, 5_000_000]],
    ['HEARING_AID', [NONE, NONE, 2_500_000]],
    ['SPECTACLES', [NONE, NONE, 1_000_000]],
    ['MEDICAL_REHAB', [NONE, 2_600_000, 99_000_000]],
    ['MEDICAL_CARE', [20_000_000, 99_000_000, 99_000_000]],
  ])('for %s of 99 million pays %o under the three regimes', (item, totals) => {
    const dates = ['2015-06-30', '2015-07-01', '2019-12-02'];
    expect(dates.map((date) => totalOf('jkk_cost', bill(date, item, 99_000_000)))).toEqual(totals);
    expect(totalOf('jkk_cost', bill('2019-12-01', item, 99_000_000))).toBe(totals[1]);
  });

  it.each([
    [PP_82, 'SPECTACLES', 800_000, 800_000],
    [PP_82, 'SPECTACLES', 1_000_000, 1_000_000],
    [PP_82, 'SPECTACLES', 1_000_001, 1_000_000],
    [BEFORE, 'MEDICAL_CARE', 19_999_999, 19_999_999],
    [PP_44, 'MEDICAL_CARE', 300_000_000, 300_000_000],
    [PP_82, 'SPECTACLES', 0, 0],
  ])('on %s for %s of %i pays %i', (date, item, cost, total) => {
    expect(totalOf('jkk_cost', bill(date, item, cost))).toBe(total);
  });

  it.each([
    [BEFORE, 1_500_000, 1_000_000, 1_400_000],
    [PP_44, 1_399_999, 1_000_000, 1_399_999],
    [PP_82, 1_400_000, 1_000_000, 1_400_000],
    [PP_82, 5, 3, 4],
  ])('on %s a prosthesis of %i at a centre price of %i pays %i', (date, cost, price, total) => {
    expect(totalOf('jkk_cost', bill(date, 'PROSTHESIS', cost, { centre_price: price }))).toBe(total);
  });

  it.each([
    ['A-17', 'as-pp-44', bill(PP_82, 'MEDICAL_REHAB', 3_000_000), 2_600_000],
    ['A-17', 'as-pp-44', bill(PP_82, 'MEDICAL_CARE', 30_000_000), 30_000_000],
    ['A-26', 'no-exact-limit', bill(BEFORE, 'MEDICAL_CARE', 30_000_000), 'NO_EXACT_LIMIT'],
    ['A-26', 'no-exact-limit', bill(PP_44, 'DENTAL_PROSTHESIS', 30_000_000), 3_000_000],
    ['A-27', 'always-140', bill(PP_82, 'PROSTHESIS', 5, { centre_price: 1_000 }), 1_400],
  ])('under reading %s = %s, %o pays %s', (id, choice, input, expected) => {
    expect(totalOf('jkk_cost', input, { [id]: choice })).toBe(expected);
  });

  it('names a reading only where it decides', () => {
    expect(touchedBy('jkk_cost', bill(PP_82, 'MEDICAL_REHAB', 2_600_000))).toEqual([]);
    expect(touchedBy('jkk_cost', bill(PP_82, 'MEDICAL_REHAB', 2_600_001))).toEqual(['A-17']);
    expect(touchedBy('jkk_cost', bill(PP_82, 'MEDICAL_CARE', 50_000_000))).toEqual([]);
    expect(touchedBy('jkk_cost', bill(PP_44, 'DENTAL_PROSTHESIS', 50_000_000))).toEqual([]);
    expect(touchedBy('jkk_cost', bill(PP_82, 'PROSTHESIS', 1_400, { centre_price: 1_000 }))).toEqual([]);
    expect(touchedBy('jkk_cost', bill(PP_82, 'PROSTHESIS', 1_399, { centre_price: 1_000 }))).toEqual(['A-27']);
  });

  it.each([
    [bill(PP_82, 'SURGERY', 1), 'UNKNOWN_ITEM'],
    [bill(PP_82, 'toString', 1), 'UNKNOWN_ITEM'],
    [bill(PP_82, 'SPECTACLES', -1), 'BAD_COST'],
    [bill(PP_82, 'SPECTACLES', '1'), 'BAD_COST'],
    [bill(PP_82, 'PROSTHESIS', 1), 'BAD_CENTRE_PRICE'],
    [bill(PP_82, 'PROSTHESIS', 1, { centre_price: 1.5 }), 'BAD_CENTRE_PRICE'],
    [bill('2011-12-31', 'MEDICAL_CARE', 1), 'NO_RULE_FOR_DATE'],
  ])('refuses %o with %s', (input, code) => {
    expect(totalOf('jkk_cost', input)).toBe(code);
  });
});
