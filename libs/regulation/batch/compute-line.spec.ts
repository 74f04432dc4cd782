import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';

import { REGULATION_VERSION } from '../body';
import { computeLine, KIND_NAMES } from './compute-line';

interface Example {
  readonly kind: string;
  readonly input: unknown;
  readonly answer: unknown;
}

const examples = readFileSync(join(__dirname, 'interface-examples.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Example);

describe('the batch interface', () => {
  it.each(examples)('answers the example of $kind as the page prints it', ({ kind, input, answer }) => {
    const answered = computeLine(JSON.stringify({ id: 7, kind, input }));
    expect(answered.id).toBe(7);
    expect(JSON.stringify(answered.answer)).toBe(JSON.stringify(answer));
  });

  it('has an example of every kind', () => {
    expect(examples.map(({ kind }) => kind).sort()).toEqual(KIND_NAMES);
  });
});

describe('a broken line', () => {
  const answer = (line: string): unknown => computeLine(line);

  it.each([
    ['not json', null, 'BAD_JSON'],
    ['', null, 'BAD_JSON'],
    ['[1]', null, 'BAD_LINE'],
    ['null', null, 'BAD_LINE'],
    ['"text"', null, 'BAD_LINE'],
    ['{"id":"a"}', 'a', 'UNKNOWN_KIND'],
    ['{"id":"a","kind":5,"input":{}}', 'a', 'UNKNOWN_KIND'],
    ['{"id":"a","kind":"constructor","input":{}}', 'a', 'UNKNOWN_KIND'],
    ['{"id":"a","kind":"__proto__","input":{}}', 'a', 'UNKNOWN_KIND'],
    ['{"id":{"x":1},"kind":"nik"}', { x: 1 }, 'BAD_INPUT'],
    ['{"kind":"nik","input":[]}', null, 'BAD_INPUT'],
    ['{"id":1,"kind":"contribution","input":{}}', 1, 'BAD_DATE'],
  ])('%s is refused and keeps its id', (line, id, code) => {
    expect(answer(line)).toMatchObject({ id, answer: { status: 'REFUSED', code }, trace: { refusal: {} } });
  });

  it('says in its trace what to do next, in both languages', () => {
    const { trace } = computeLine('{"id":1,"kind":"contribution","input":{"date":"2020-02-31"}}');
    expect(trace).toEqual({
      refusal: {
        message: { id: 'Tanggal tidak ada di kalender.', en: 'This is not a day of the calendar.' },
        remedy: {
          id: 'Tulis tanggal sebagai TTTT-BB-HH, misalnya 2028-01-31.',
          en: 'Write a date as YYYY-MM-DD, e.g. 2028-01-31.',
        },
        path: 'date',
      },
    });
    expect(computeLine('x').trace).toEqual({
      refusal: { message: expect.any(Object) as object, remedy: expect.any(Object) as object },
    });
  });

  it('that was refused by the law shows the rows and readings it was refused by', () => {
    const { trace } = computeLine(
      '{"id":1,"kind":"limitation","input":{"program":"JKM","event_on":"2018-01-01","claim_on":"2019-01-01"}}',
    );
    expect(trace).toMatchObject({
      calculation: 'limitation',
      version: REGULATION_VERSION,
      readings: [{ id: 'A-36', choice: 'no-rule', isDefault: true }],
      refusal: { message: {}, remedy: {} },
    });
  });

  it('never throws, whatever JSON it holds, and always answers', () => {
    const input = fc.dictionary(
      fc.constantFrom(
        'date',
        'event_date',
        'tenure',
        'losses',
        'calendar',
        'clock',
        'start_on',
        'pagu',
        'nik',
        'children_years',
        'wage_base',
        'relatives',
      ),
      fc.oneof(fc.jsonValue(), fc.constantFrom('2022-03-03', 'JKK_PAYMENT', 5, -1, 1e300)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...KIND_NAMES), input, (kind, fields) => {
        const { answer: given } = computeLine(JSON.stringify({ id: 1, kind, input: fields }));
        expect('status' in given || 'valid' in given).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (line) => {
        expect(computeLine(line).answer).toHaveProperty('status', 'REFUSED');
      }),
    );
  });

  const event = { event_date: '2022-03-03', wage_base: 1_000_000 };
  const jkm = { contribution_months: 4, children: 0, tenure: { months: 4 } };
  it.each<[string, object, string]>([
    ['jkk_stmb', { ...event, first_day: '2022-03-03', last_day: '9999-12-31' }, 'BAD_DATE'],
    ['jkk_stmb', { ...event, first_day: '2022-03-03', last_day: '8999-12-31' }, 'BAD_LAST_DAY'],
    ['jkk_stmb', { ...event, wage_base: 1e13, first_day: '2022-03-03', last_day: '2122-03-03' }, 'BAD_LAST_DAY'],
    ['jkk_case', { ...event, stmb: { first_day: '2022-03-03', last_day: '9999-11-30' } }, 'BAD_DATE'],
    ['jkk_total_disability', { event_at: '9999-12-31T23:59:59Z', wage_base: 1, children: 0 }, 'BAD_EVENT_AT'],
    ['jkk_total_disability', { event_at: '0000-01-01T00:00:00+14:00', wage_base: 1, children: 0 }, 'BAD_EVENT_AT'],
    [
      'jkm_death',
      { ...jkm, event_date: '9999-12-31', tenure: { covers: [{ from: '9999-12-31', to: '9999-12-31' }] } },
      'BAD_DATE',
    ],
    ['jkm_death', { ...jkm, event_date: '2024-12-31', tenure: { covers: [{ from: '9000-01-01' }] } }, 'BAD_DATE'],
    [
      'contribution_period',
      { first_month: '9999-12', months: 2, income: 1, payer: 'CSR', sector: 'OTHER' },
      'BAD_PERIOD',
    ],
  ])('of %s with days that nothing can be counted with, %o, is refused', (kind, input, code) => {
    expect(computeLine(JSON.stringify({ kind, input })).answer).toEqual({ code, status: 'REFUSED' });
  });

  it('never throws on the days and sums at the end of what can be counted', () => {
    const day = fc.constantFrom(...['0000-01-01', '0001-01-01', '2020-07-31', '8999-12-31', '9999-12-31']);
    const moment = fc.constantFrom('0000-01-01T00:00:00+14:00', '0001-01-01T00:00:00+14:00', '8999-12-31T23:59:59Z');
    const amount = fc.constantFrom(0, 1, 5, 12, 70, 1_200, 10 ** 13, Number.MAX_SAFE_INTEGER);
    const month = fc.constantFrom('0000-01', '0001-01', '2020-07', '8999-12', '9999-12');
    const span = { from: day, to: day };
    const input = fc.record({
      ...{ date: day, income: amount, payer: fc.constantFrom('APBN', 'SELF'), sector: fc.constant('OTHER') },
      ...{ first_month: month, months: amount, days: amount, member_since: month, paid_through: month },
      ...{ wage_base: amount, children: amount, contribution_months: amount, minimum_wage: amount, death_date: day },
      tenure: fc.oneof(fc.record({ covers: fc.array(fc.record(span), { maxLength: 3 }) }), fc.record({ days: amount })),
      ...{ disability_already_paid: amount, periodic_already_paid: amount, loss_of_function_percent: amount },
      ...{ losses: fc.constant([{ code: 'NOSE' }]), dominant_hand: fc.constant('LEFT'), died: fc.boolean() },
      ...{ clock: fc.constantFrom('JKK_PAYMENT', 'SPP', 'PDP_BREACH', 'COMPLAINT'), benefit: amount, paid_on: day },
      pauses: fc.array(fc.record(span), { maxLength: 2 }),
      ...{ program: fc.constantFrom('JKK', 'JKM'), cause: fc.constant('OCCUPATIONAL_DISEASE'), event_on: day },
      ...{ claim_on: day, nik: fc.constant('3298014508900007'), cover_start: day, pagu: amount, heads: amount },
      ...{ tariff: amount, level: fc.constant('PT'), applied_on: day, child_born: day, married: fc.constant(false) },
      ...{ working: fc.constant(false), years_already_paid_at_level: amount, cost: amount },
    });
    const event = fc.oneof(fc.record({ event_date: day }), fc.record({ event_at: moment }));
    const incapacity = fc.oneof(fc.constant({}), fc.record({ first_day: day, last_day: day }));
    const start = fc.oneof(fc.record({ start_on: day }), fc.record({ start_at: moment }));
    fc.assert(
      fc.property(fc.constantFrom(...KIND_NAMES), input, event, incapacity, start, (kind, ...parts) => {
        const merged = Object.assign({}, ...parts) as object;
        const whole = 'first_day' in merged ? { ...merged, months: undefined, days: undefined } : merged;
        const { answer: given } = computeLine(JSON.stringify({ kind, input: whole }));
        expect('status' in given || 'valid' in given).toBe(true);
        expect(given['code']).not.toBe('BAD_INPUT');
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads only its own fields, not those of a prototype', () => {
    const answered = computeLine(
      '{"id":1,"kind":"nik","input":{"__proto__":{"cover_start":"2027-01-01"},"nik":"3298014508900007"}}',
    );
    expect(answered.answer).toEqual({ code: 'BAD_DATE', status: 'REFUSED' });
    expect(computeLine('{"kind":"x","__proto__":{"id":5}}').id).toBeNull();
  });
});

it('a line is answered under the settings given', () => {
  const line = '{"id":1,"kind":"jkk_stmb","input":{"event_date":"2022-01-01","wage_base":1000000,"months":0,"days":2}}';
  const { answer, trace } = computeLine(line, { 'A-05': 'half-up' });
  expect(answer).toMatchObject({ total: 66_667 });
  expect(trace).toMatchObject({
    readings: [{ id: 'A-05', name: 'fraction-of-daily-stmb', choice: 'half-up', isDefault: false }],
  });
});

describe('two ways of saying one thing', () => {
  const stmb = { event_date: '2022-03-03', wage_base: 1_000_000 };
  const jkm = { event_date: '2022-03-03', contribution_months: 4, children: 0 };
  it.each<[string, string, object, string]>([
    [
      'a day and a moment of another day',
      'jkk_stmb',
      { ...stmb, event_at: '2022-03-05T10:00:00+07:00', months: 1, days: 0 },
      'BAD_EVENT_AT',
    ],
    [
      'a span and its months',
      'jkk_stmb',
      { ...stmb, first_day: '2022-03-03', last_day: '2022-03-09', months: 1, days: 0 },
      'BAD_MONTHS',
    ],
    [
      'a span and its days',
      'jkk_stmb',
      { ...stmb, first_day: '2022-03-03', last_day: '2022-03-09', days: 7 },
      'BAD_DAYS',
    ],
    ['a tenure in months and in days', 'jkm_death', { ...jkm, tenure: { months: 2, days: 92 } }, 'BAD_TENURE'],
    ['a tenure in months and as covers', 'jkm_death', { ...jkm, tenure: { months: 2, covers: [] } }, 'BAD_TENURE'],
  ])('are refused when one would be silently dropped: %s', (_, kind, input, code) => {
    expect(computeLine(JSON.stringify({ kind, input })).answer).toMatchObject({ code });
  });

  it('are taken when they agree: a moment near midnight and its day there, or in Jakarta', () => {
    for (const event_date of ['2022-03-03', '2022-03-04']) {
      const input = { ...stmb, event_date, event_at: '2022-03-04T00:30:00+09:00', months: 1, days: 0 };
      expect(computeLine(JSON.stringify({ kind: 'jkk_stmb', input })).answer).toMatchObject({ total: 1_000_000 });
    }
  });

  it('a cover without an end, or with a far one, is still running', () => {
    for (const to of [null, '9999-12-31', '8999-12-31']) {
      const tenure = { covers: [{ from: '2021-01-01', to }] };
      expect(computeLine(JSON.stringify({ kind: 'jkm_death', input: { ...jkm, tenure } })).answer).toMatchObject({
        total: 42_000_000,
      });
    }
  });
});

it.each([
  [
    'jkm_death',
    { event_date: null, event_at: '2022-01-01T10:00:00+07:00', tenure: { covers: null, months: 5, days: null } },
  ],
  ['jkm_death', { event_date: '2022-01-01', event_at: null, tenure: { covers: null, months: null, days: 5 } }],
  ['jkk_stmb', { event_date: '2022-01-01', months: 1, days: 0, first_day: null, last_day: null }],
  ['clock', { clock: 'SUSPECTED_DECISION', start_at: null, start_on: '2022-01-01', calendar: null, pauses: null }],
  [
    'budget',
    { pagu: 1, heads: 1, months: 1, tariff: null, first_month: '2022-01', income: 1, payer: 'CSR', sector: 'OTHER' },
  ],
])('%s takes a field that is null for one that is not given: %o', (kind, input) => {
  const rest = { wage_base: 1_000_000, contribution_months: 5, children: 0 };
  expect(computeLine(JSON.stringify({ kind, input: { ...rest, ...input } })).answer).toMatchObject({ status: 'OK' });
});
