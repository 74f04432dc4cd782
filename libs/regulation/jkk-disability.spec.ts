import fc from 'fast-check';

import { DISABILITY } from './rows/disability-rows';
import { answerOf, linesOf, totalOf, touchedBy, traceOf } from './testing/answer-of';

const partial = (losses: readonly object[], more: object = {}): object => ({
  event_date: '2022-06-15',
  wage_base: 1_000_000,
  dominant_hand: 'RIGHT',
  losses,
  ...more,
});
const permilleOf = (losses: readonly object[], more: object = {}, settings: object = {}): unknown => {
  const { permille, code } = answerOf('jkk_partial', partial(losses, more), settings);
  return permille ?? code;
};

describe('the disability table (PP 44/2015 jo. PP 82/2019 Lampiran III)', () => {
  it.each([
    ['EYES_BOTH', 700],
    ['EYE_ONE', 350],
    ['HEARING_BOTH', 400],
    ['HEARING_ONE', 200],
    ['EAR_LOBE_ONE', 50],
    ['EAR_LOBE_BOTH', 100],
    ['NOSE', 300],
    ['SEPTUM_PERFORATION', 150],
    ['SMELL', 100],
    ['COLOUR_VISION', 100],
    ['LEGS_GROIN_BOTH', 700],
    ['LEG_GROIN_ONE', 350],
    ['FEET_ANKLE_BOTH', 500],
    ['FOOT_ANKLE_ONE', 250],
    ['BIG_TOE', 50],
    ['SECOND_TOE', 30],
    ['OTHER_TOE', 20],
    ['LEG_SHORT_UNDER_5CM', 100],
    ['LEG_SHORT_5_TO_7_5CM', 200],
    ['LEG_SHORT_7_5CM_UP', 300],
    ['IMPOTENCE', 400],
    ['WORK_CAPACITY_10_25', 50],
    ['WORK_CAPACITY_26_50', 200],
    ['WORK_CAPACITY_51_70', 400],
    ['MENTAL_CAPACITY', 700],
  ])('%s is %i per mille of 80 W', (code, permille) => {
    expect(answerOf('jkk_partial', partial([{ code }]))).toEqual({
      status: 'OK',
      permille,
      lines: [{ item: 'ANATOMICAL_DISABILITY', amount: permille * 80_000 }],
      total: permille * 80_000,
    });
  });

  it.each([
    ['ARM_SHOULDER', 400, 350],
    ['ARM_ELBOW', 350, 300],
    ['HAND_WRIST', 320, 280],
    ['THUMB', 150, 120],
    ['INDEX_FINGER', 90, 70],
    ['OTHER_FINGER', 40, 30],
    ['INDEX_FIRST_JOINT', 45, 35],
    ['OTHER_FINGER_FIRST_JOINT', 20, 15],
  ])('%s is %i right and %i left, mirrored for the left-handed (A-15)', (code, right, left) => {
    expect(permilleOf([{ code, side: 'RIGHT' }])).toBe(right);
    expect(permilleOf([{ code, side: 'LEFT' }])).toBe(left);
    expect(permilleOf([{ code, side: 'RIGHT' }], { dominant_hand: 'LEFT' })).toBe(left);
    expect(permilleOf([{ code, side: 'LEFT' }], { dominant_hand: 'LEFT' })).toBe(right);
    const shoulderOnly = permilleOf([{ code, side: 'LEFT' }], { dominant_hand: 'LEFT' }, { 'A-15': 'shoulder-only' });
    expect(shoulderOnly).toBe(code === 'ARM_SHOULDER' ? right : left);
    expect(permilleOf([{ code }])).toBe('SIDE_NEEDED');
    expect(permilleOf([{ code, side: 'MIDDLE' }])).toBe('BAD_SIDE');
  });

  it.each([
    ['HEARING_DECREASE_BOTH_10DB', 60],
    ['HEARING_DECREASE_ONE_10DB', 30],
    ['VISION_EFFICIENCY_10PCT', 70],
    ['VISUAL_FIELD_10PCT', 70],
  ])('%s is %i a unit, one to ten whole units', (code, each) => {
    expect(permilleOf([{ code, units: 1 }])).toBe(each);
    expect(permilleOf([{ code, units: 10 }])).toBe(each * 10);
    for (const units of [0, 11, 1.5, undefined]) expect(permilleOf([{ code, units }])).toBe('BAD_UNITS');
  });

  it.each([
    [100, 100],
    [300, 300],
    [99, 'BAD_PERMILLE'],
    [301, 'BAD_PERMILLE'],
    [150.5, 'BAD_PERMILLE'],
    [undefined, 'BAD_PERMILLE'],
  ])('a scalp assessed at %s is %s', (permille, expected) => {
    expect(permilleOf([{ code: 'SCALP', permille }])).toBe(expected);
  });

  it('has 38 rows, each code once', () => {
    const codes = DISABILITY.rows.flatMap(({ values }) => values.map(({ code }) => code));
    expect(new Set(codes).size).toBe(38);
    expect(codes).toHaveLength(38);
  });
});

describe('partial anatomical disability', () => {
  it('pays 32 million for the right arm at the shoulder of the right-handed (golden vector), 28 of the left-handed', () => {
    expect(totalOf('jkk_partial', partial([{ code: 'ARM_SHOULDER', side: 'RIGHT' }]))).toBe(32_000_000);
    const left = partial([{ code: 'ARM_SHOULDER', side: 'RIGHT' }], { dominant_hand: 'LEFT' });
    expect(totalOf('jkk_partial', left)).toBe(28_000_000);
    expect(touchedBy('jkk_partial', left)).toEqual([]);
  });

  it.each(['2012-01-01', '2015-06-30', '2015-07-01', '2019-12-01', '2019-12-02'])('pays the same on %s', (date) => {
    expect(totalOf('jkk_partial', partial([{ code: 'NOSE' }], { event_date: date }))).toBe(24_000_000);
  });

  it.each([
    [{}, [{ code: 'NOSE' }, { code: 'SMELL' }], 400],
    [{}, [{ code: 'EYES_BOTH' }, { code: 'NOSE' }], 700],
    [{}, [{ code: 'EYE_ONE' }, { code: 'EYE_ONE' }], 700],
    [{ 'A-13': 'added-without-limit' }, [{ code: 'EYES_BOTH' }, { code: 'NOSE' }], 1_000],
    [{ 'A-13': 'highest-only' }, [{ code: 'SMELL' }, { code: 'NOSE' }], 300],
  ])('under %o adds %o to %i per mille (A-13)', (settings, losses, permille) => {
    expect(permilleOf(losses, {}, settings)).toBe(permille);
  });

  it('names A-13 only for several losses, A-15 only for a left hand, A-14 only for a loss of 70 %', () => {
    expect(touchedBy('jkk_partial', partial([{ code: 'NOSE' }]))).toEqual([]);
    expect(touchedBy('jkk_partial', partial([{ code: 'NOSE' }, { code: 'SMELL' }]))).toEqual(['A-13']);
    expect(touchedBy('jkk_partial', partial([{ code: 'THUMB', side: 'LEFT' }], { dominant_hand: 'LEFT' }))).toEqual([
      'A-15',
    ]);
    expect(touchedBy('jkk_partial', partial([{ code: 'MENTAL_CAPACITY' }]))).toEqual(['A-14']);
  });

  it('treats one loss of 70 % as partial, or as total disability under the other reading (A-14)', () => {
    const blind = partial([{ code: 'EYES_BOTH' }]);
    expect(linesOf('jkk_partial', blind)).toEqual(['ANATOMICAL_DISABILITY 56000000']);
    expect(linesOf('jkk_partial', blind, { 'A-14': 'total' })).toEqual([
      'TOTAL_DISABILITY 56000000',
      'PERIODIC 12000000',
    ]);
  });

  it('rounds a fraction of a rupiah down (B-03)', () => {
    const odd = partial([{ code: 'INDEX_FIRST_JOINT', side: 'RIGHT' }], { wage_base: 333_333 });
    expect(totalOf('jkk_partial', odd)).toBe(1_199_998);
    expect(totalOf('jkk_partial', odd, { 'B-03': 'half-up' })).toBe(1_199_999);
    expect(touchedBy('jkk_partial', odd)).toEqual(['B-03']);
  });

  it.each([
    [{ losses: [] }, 'BAD_LOSSES'],
    [{ losses: 'NOSE' }, 'BAD_LOSSES'],
    [{ losses: ['NOSE'] }, 'BAD_LOSSES'],
    [{ losses: [{ code: 'TAIL' }] }, 'UNKNOWN_LOSS'],
    [{ losses: [{ code: 'constructor' }] }, 'UNKNOWN_LOSS'],
    [{ losses: [{ code: 5 }] }, 'BAD_CODE'],
    [{ dominant_hand: undefined }, 'BAD_DOMINANT_HAND'],
    [{ dominant_hand: 'BOTH' }, 'BAD_DOMINANT_HAND'],
    [{ wage_base: -1 }, 'BAD_WAGE_BASE'],
    [{ event_date: '2011-12-31' }, 'NO_RULE_FOR_DATE'],
  ])('refuses %o with %s', (change, code) => {
    expect(totalOf('jkk_partial', { ...partial([{ code: 'NOSE' }]), ...change })).toBe(code);
  });

  it('writes each percentage and its mark into the trace', () => {
    const trace = traceOf('jkk_partial', partial([{ code: 'INDEX_FIRST_JOINT', side: 'RIGHT' }]));
    expect(trace.steps.map(({ what }) => what.en)).toContain('INDEX_FIRST_JOINT: 4,5 % (K)');
  });

  it('never falls as the wage or the percentage grows', () => {
    const wage = fc.integer({ min: 1, max: 21_000_000 });
    const units = fc.integer({ min: 1, max: 10 });
    fc.assert(
      fc.property(wage, wage, units, units, (w1, w2, u1, u2) => {
        const total = (w: number, u: number): number =>
          Number(totalOf('jkk_partial', partial([{ code: 'HEARING_DECREASE_BOTH_10DB', units: u }], { wage_base: w })));
        expect(total(Math.min(w1, w2), Math.min(u1, u2))).toBeLessThanOrEqual(
          total(Math.max(w1, w2), Math.max(u1, u2)),
        );
      }),
    );
  });
});

describe('partial functional disability', () => {
  const functional = (percent: unknown, more: object = {}): object => ({
    ...partial([{ code: 'ARM_SHOULDER', side: 'RIGHT' }]),
    loss_of_function_percent: percent,
    ...more,
  });

  it.each([
    ['2015-07-01', 50, 16_000_000],
    ['2019-12-02', 100, 32_000_000],
    ['2022-06-15', 1, 320_000],
  ])('on %s at %i %% of lost function pays %i', (date, percent, total) => {
    const answer = answerOf('jkk_functional', functional(percent, { event_date: date }));
    expect(answer).toMatchObject({ permille: 400, total, lines: [{ item: 'FUNCTIONAL_DISABILITY', amount: total }] });
  });

  it('did not exist before July 2015, unless a reading gives it (A-08)', () => {
    const early = functional(50, { event_date: '2015-06-30' });
    expect(totalOf('jkk_functional', early)).toBe('BENEFIT_NOT_IN_REGIME');
    expect(totalOf('jkk_functional', early, { 'A-08': 'later-formula' })).toBe(16_000_000);
    expect(totalOf('jkk_functional', early, { 'A-08': 'seventy-months' })).toBe(14_000_000);
  });

  it.each([
    [{ loss_of_function_percent: 0 }, 'BAD_LOSS_OF_FUNCTION_PERCENT'],
    [{ loss_of_function_percent: 101 }, 'BAD_LOSS_OF_FUNCTION_PERCENT'],
    [{ loss_of_function_percent: 12.5 }, 'BAD_LOSS_OF_FUNCTION_PERCENT'],
    [{ wage_base: 1.5 }, 'BAD_WAGE_BASE'],
    [{ losses: [{ code: 'THUMB' }] }, 'SIDE_NEEDED'],
    [{ event_date: '2011-12-31' }, 'NO_RULE_FOR_DATE'],
  ])('refuses %o with %s', (change, code) => {
    expect(totalOf('jkk_functional', { ...functional(50), ...change })).toBe(code);
  });

  it('is never more than the anatomical loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 9_000_000 }), (percent, wage) => {
        const of = (kind: string): number => Number(totalOf(kind, functional(percent, { wage_base: wage })));
        expect(of('jkk_functional')).toBeLessThanOrEqual(of('jkk_partial'));
      }),
    );
  });
});

describe('total permanent disability', () => {
  it.each<[string, string[], string | null, string]>([
    [
      '2022-03-03',
      ['TOTAL_DISABILITY 56000000', 'PERIODIC 12000000'],
      'YEARLY',
      'PP 82/2019 (golden vector, 68 million)',
    ],
    ['2019-12-01', ['TOTAL_DISABILITY 56000000', 'PERIODIC 4800000'], 'ONCE', 'PP 44/2015'],
    ['2015-06-30', ['TOTAL_DISABILITY 56000000', 'PERIODIC 4800000'], null, 'PP 84/2013'],
  ])('on %s pays %o with a scholarship %s [%s]', (date, lines, plan) => {
    const input = { event_date: date, wage_base: 1_000_000, children: 1 };
    expect(linesOf('jkk_total_disability', input)).toEqual(lines);
    expect(answerOf('jkk_total_disability', input)['scholarship']).toMatchObject({ plan, entitled: plan !== null });
  });

  it.each([
    [{ wage_base: 0 }, 'BAD_WAGE_BASE'],
    [{ children: 1.5 }, 'BAD_CHILDREN'],
    [{ children: 101 }, 'BAD_CHILDREN'],
    [{ event_date: '2011-12-31' }, 'NO_RULE_FOR_DATE'],
  ])('refuses %o with %s', (change, code) => {
    const input = { event_date: '2022-03-03', wage_base: 1_000_000, children: 0, ...change };
    expect(totalOf('jkk_total_disability', input)).toBe(code);
  });

  it('refuses a third child under the other reading of A-23', () => {
    const input = { event_date: '2022-03-03', wage_base: 1_000_000, children: 3 };
    expect(totalOf('jkk_total_disability', input, { 'A-23': 'refused' })).toBe('TOO_MANY_CHILDREN');
  });
});
