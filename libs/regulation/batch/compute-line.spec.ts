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
