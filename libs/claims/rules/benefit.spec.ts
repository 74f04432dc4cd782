import { period } from '@kerjasama/kernel/period';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { type ClaimFacts, countBenefit, decideByOf, isBarred } from './benefit';

const COVERAGE = { firstMonth: period('2027-01'), months: 12 };
const DECIDED = plainDate('2026-11-02');

function facts(change: Partial<ClaimFacts>): ClaimFacts {
  const eventOn = plainDate('2027-06-01');
  return { kind: 'death', eventOn, unableToWork: null, coverage: COVERAGE, paidMonths: 5, ...change };
}

const amountOf = (change: Partial<ClaimFacts>) => expectAccepted(countBenefit(facts(change), DECIDED)).amount;

test.each([
  ['a natural death after three months of cover', { eventOn: plainDate('2027-06-01') }, 42_000_000],
  ['a natural death on the day on which three months are reached', { eventOn: plainDate('2027-04-01') }, 42_000_000],
  ['a natural death before three months of cover: the funeral only', { eventOn: plainDate('2027-03-31') }, 10_000_000],
  [
    'a death by work accident on the first day of cover',
    { kind: 'accident-death', eventOn: plainDate('2027-01-01') },
    70_000_000,
  ],
  ['one month unable to work', { kind: 'work-accident', unableToWork: { months: 1, days: 0 } }, 1_000_000],
  ['ten days unable to work', { kind: 'work-accident', unableToWork: { months: 0, days: 10 } }, 333_333],
  ['fourteen months unable to work', { kind: 'work-accident', unableToWork: { months: 14, days: 0 } }, 13_000_000],
] as const)('%s pays what the law of the event says', (_, change, amount) => {
  expect(amountOf(change)).toBe(amount);
});

test('the version of the day of the event counts, whenever the claim is decided', () => {
  const coverage = { firstMonth: period('2016-01'), months: 12 };
  const change = { coverage, eventOn: plainDate('2016-03-03') } as const;
  expect(amountOf({ ...change, kind: 'accident-death' })).toBe(55_800_000);
  expect(amountOf({ ...change, kind: 'death' })).toBe(24_000_000);
});

test('an accident is paid within seven working days of the decision, a death within three', () => {
  const payBy = (kind: ClaimFacts['kind']) => expectAccepted(countBenefit(facts({ kind }), DECIDED)).payBy;
  expect(payBy('accident-death')).toBe('2026-11-11');
  expect(payBy('death')).toBe('2026-11-05');
});

test('the trace names the calculation and its version, and says how the sum came about', () => {
  const { trace } = expectAccepted(countBenefit(facts({}), DECIDED));
  expect(trace.calculation).toBe('jkm_death');
  expect(trace.steps.at(-1)).toMatchObject({ amount: 42_000_000 });
});

test('a death outside every cover has no benefit', () => {
  expect(countBenefit(facts({ eventOn: plainDate('2028-01-01') }), DECIDED)).toMatchObject({
    code: 'NOT_COVERED_ON_EVENT_DATE',
  });
});

test('a claim is decided within thirty days of its report', () => {
  expect(decideByOf(plainDate('2027-06-10'))).toEqual({ refused: false, value: '2027-07-10' });
});

test.each([
  ['on the last day of five years', '2032-06-01', false],
  ['a day after five years', '2032-06-02', true],
])('a claim reported %s', (_, reportedOn, barred) => {
  const answer = isBarred('work-accident', plainDate('2027-06-01'), plainDate(reportedOn));
  expect(answer).toEqual({ refused: false, value: barred });
});
