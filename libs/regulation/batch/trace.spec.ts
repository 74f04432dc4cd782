import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { REGULATION_VERSION } from '../body';
import { traceOf } from '../testing/answer-of';
import { computeLine } from './compute-line';

interface Example {
  readonly kind: string;
  readonly input: object;
}

const examples = new Map(
  readFileSync(join(__dirname, 'interface-examples.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Example)
    .map(({ kind, input }) => [kind, input]),
);

describe('the trace of the page’s examples', () => {
  it.each<[string, string[], string[]]>([
    [
      'jkm_death',
      [
        '5 months of contributions, the JKM scholarship from 60',
        'lump sum: 16200000',
        'periodic benefit, paid at once: 4800000',
        'funeral sum: 3000000',
        'total: 24000000',
      ],
      ['jkm', 'jkm-tenure', 'scholarship', 'scholarship-tenure'],
    ],
    [
      'sudden_death',
      [
        '60 % x 80 x W (W = 1000000): 48000000',
        'a scholarship right for 1 children, beside the total',
        'death by work accident: 48000000',
        'periodic benefit, paid at once: 12000000',
        'funeral sum: 10000000',
        'total: 70000000',
      ],
      ['sudden-death', 'jkk-death-sum', 'jkk-death-floor', 'jkk-periodic-sum', 'jkk-funeral', 'scholarship'],
    ],
    [
      'jkk_total_disability',
      [
        '70 % x 80 x W (W = 1000000): 56000000',
        'total permanent disability: 56000000',
        'periodic benefit, paid at once: 12000000',
        'total: 68000000',
      ],
      ['jkk-total-disability', 'jkk-periodic-sum', 'scholarship'],
    ],
    [
      'jkk_functional',
      [
        'ARM_SHOULDER: 35,0 % (S)',
        'W 1500000 x 1120000 / 100000',
        'partial functional disability: 16800000',
        'total: 16800000',
      ],
      ['disability-percentages', 'jkk-functional-disability'],
    ],
    [
      'jkk_case',
      [
        'unable to work for 2 months and 0 days',
        '100 % x W x (2 months + 0/30)',
        'NOSE: 30,0 % (S)',
        'W 1200000 x 24000 / 1000',
        'temporary incapacity at 100 %: 2400000',
        'partial anatomical disability: 28800000',
        'total: 31200000',
      ],
      ['jkk-stmb-daily', 'jkk-stmb', 'disability-percentages', 'jkk-partial-disability'],
    ],
    ['jkk_cost', ['limit: 1000000', 'spectacles: 800000', 'total: 800000'], ['jkk-spectacles']],
    ['scholarship_sum', ['scholarship child 1: 87000000', 'total: 87000000'], ['scholarship']],
    ['scholarship_year', ['scholarship sd: 1500000', 'total: 1500000'], ['scholarship']],
    [
      'clock',
      ['7 working days after 2030-03-01, pauses 0', 'deadline 2030-03-13', 'penalty for 7 days: 700000'],
      ['clock-jkk-payment', 'late-payment-penalty'],
    ],
    ['limitation', ['5 years: up to 2026-05-05'], ['limitation-jkk']],
    ['heirs', ['rank 1: 2 people'], ['heirs']],
    ['nik', ['NIK 3298••••••••0007'], ['nik-provinces']],
    [
      'budget',
      [
        'ceiling of the budget: 19000000000',
        'less blocked: 0',
        'less committed: 0',
        'less realised: 0',
        'usable ceiling: 19000000000',
        'need: 102000 heads x 12 months: 20563200000',
        'it does not fit; short by: 1563200000',
        'what fits: 102000 heads x 11 months: 18849600000',
        'what fits: 94246 heads x 12 months: 18999993600',
      ],
      [],
    ],
  ])('%s is made of %o by the rows %o', (kind, steps, rows) => {
    const trace = traceOf(kind, examples.get(kind) ?? {});
    expect(trace.steps.map(({ what, amount }) => `${what.en}${amount === null ? '' : `: ${amount}`}`)).toEqual(steps);
    expect(trace.rows.map(({ table }) => table)).toEqual(rows);
    expect(trace).toMatchObject({ calculation: kind, version: REGULATION_VERSION });
    expect(Object.keys(trace.inputs).length).toBeGreaterThan(0);
  });
});

it.each([...examples.keys()])('the trace of %s names it and shows every input that was read', (kind) => {
  const { calculation, inputs } = traceOf(kind, examples.get(kind) ?? {});
  expect(calculation).toBe(kind);
  expect(Object.keys(inputs).length).toBeGreaterThan(0);
});

describe('a refusal points at the field that is at fault', () => {
  const accident = { event_date: '2022-03-03', wage_base: 1_000_000, children: 3, dominant_hand: 'RIGHT' };

  it.each<[string, string | undefined, string, object]>([
    ['BAD_INCOME', 'income', 'contribution', { date: '2024-01-01', income: -1, payer: 'CSR', sector: 'OTHER' }],
    ['UNKNOWN_PAYER', 'payer', 'contribution', { date: '2024-01-01', income: 1, payer: 'X', sector: 'OTHER' }],
    ['FRACTION_OF_RUPIAH', 'income', 'contribution', { date: '2010-01-01', income: 1, payer: 'CSR', sector: 'OTHER' }],
    [
      'WAGE_BELOW_MINIMUM',
      'income',
      'contribution',
      { date: '2010-01-01', income: 1, payer: 'CSR', sector: 'OTHER', minimum_wage: 2 },
    ],
    ['NO_RULE_FOR_DATE', undefined, 'contribution', { date: '2000-01-01', income: 1, payer: 'CSR', sector: 'OTHER' }],
    ['BUDGET_OVERDRAWN', 'pagu', 'budget', { pagu: 1, blocked: 2, heads: 1, months: 1, tariff: 1 }],
    ['BAD_TARIFF', 'tariff', 'budget', { pagu: 1, heads: 1, months: 1, tariff: 0 }],
    ['DEATH_BEFORE_ACCIDENT', 'death_date', 'jkk_death', { ...accident, death_date: '2022-03-02' }],
    ['SIDE_NEEDED', 'side', 'jkk_partial', { ...accident, losses: [{ code: 'THUMB' }] }],
    ['UNKNOWN_LOSS', 'code', 'jkk_partial', { ...accident, losses: [{ code: 'X' }] }],
    [
      'NOT_COVERED_ON_EVENT_DATE',
      'tenure',
      'jkm_death',
      { ...accident, contribution_months: 1, tenure: { covers: [] } },
    ],
    [
      'CLAIM_BEFORE_EVENT',
      'claim_on',
      'limitation',
      { program: 'JKM', event_on: '2022-01-02', claim_on: '2022-01-01' },
    ],
    [
      'CLAIM_BEFORE_EVENT',
      'applied_on',
      'scholarship_year',
      {
        ...accident,
        level: 'SD',
        applied_on: '2022-01-01',
        child_born: '2020-01-01',
        married: false,
        working: false,
        years_already_paid_at_level: 0,
      },
    ],
    ['PAID_BEFORE_START', 'paid_on', 'clock', { clock: 'SP2D', start_on: '2026-03-02', paid_on: '2026-03-01' }],
  ])('%s at %s', (code, path, kind, input) => {
    const { answer, trace } = computeLine(JSON.stringify({ kind, input }));
    expect(answer).toEqual({ status: 'REFUSED', code });
    expect((trace as { refusal: { path?: string } }).refusal.path).toBe(path);
  });

  it('and a third child too many at the children', () => {
    const { trace } = computeLine(JSON.stringify({ kind: 'jkk_death', input: accident }), { 'A-23': 'refused' });
    expect(trace).toMatchObject({ refusal: { path: 'children' } });
  });
});
