import { fiscalYear, period } from '@kerjasama/kernel/period';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted, type Outcome } from '@kerjasama/kernel/refusal';
import { rupiah } from '@kerjasama/kernel/rupiah';

import { sharesOf } from './heirs';
import { ageLimitOn, isYoungEnough, paymentTermsOn, provincesOn, standingOf } from './membership';
import { traceOf } from './testing/answer-of';
import { type Traced } from './worksheet';
import { yearEndOf } from './year-end';

const date = plainDate('2028-01-01');
const born = plainDate('1990-05-05');

describe('the trace of a calculation that the batch door does not show', () => {
  it.each<[string, () => Outcome<Traced>, object]>([
    ['age_limit', () => ageLimitOn(date), { date }],
    ['nik_provinces', () => provincesOn(date), { date }],
    ['age_at_registration', () => isYoungEnough(born, date), { born, on: date }],
    ['payment_terms', () => paymentTermsOn(date), { date }],
    [
      'cover_standing',
      () => standingOf({ paidThrough: period('2027-12'), on: date }),
      { paidThrough: '2027-12', on: date },
    ],
    ['year_end', () => yearEndOf(fiscalYear(2028)), { year: 2028 }],
    ['heir_shares', () => sharesOf(rupiah(10), [{ id: 'a', born }]), { amount: 10, payees: ['a'] }],
  ])('%s names itself and what it was asked', (calculation, calculated, inputs) => {
    expect(expectAccepted(calculated()).trace).toMatchObject({ calculation, inputs });
  });
});

it('a NIK begins with one of the provinces of its day', () => {
  const { provinces } = expectAccepted(provincesOn(date));
  expect(provinces).toContain('32');
  expect(provinces).not.toContain('00');
  expect(provincesOn(plainDate('1899-12-31'))).toMatchObject({ code: 'NO_RULE_FOR_DATE' });
});

describe('a trace', () => {
  it('names a row once, however often it was asked, and two versions of a table both', () => {
    const input = { event_date: '2019-06-01', wage_base: 1_000_000, first_day: '2019-06-01', last_day: '2020-05-31' };
    const twice = traceOf('jkk_stmb', input, { 'A-07': 'month-paid' }).rows.filter(({ table }) => table === 'jkk-stmb');
    expect(twice.map(({ from }) => from)).toEqual(['2015-07-01', '2019-12-02']);
  });

  it('names the readings in the order of their numbers, however they were met', () => {
    const input = { event_at: '2019-12-02T00:30:00+09:00', wage_base: 1_000_001, first_day: '2019-12-02' };
    const { readings } = traceOf('jkk_stmb', { ...input, last_day: '2020-03-02' });
    expect(readings.map(({ id }) => id)).toEqual([...readings.map(({ id }) => id)].sort());
    expect(readings.map(({ id }) => id)).toEqual(['A-05', 'A-06', 'A-25']);
  });

  it('names the computed calendar years in their order', () => {
    expect(traceOf('clock', { clock: 'SP2D', start_on: '2027-12-31' }).provisionalYears).toEqual([2028]);
    expect(traceOf('clock', { clock: 'JKK_PAYMENT', start_on: '2027-12-28' }).provisionalYears).toEqual([2028]);
    expect(traceOf('clock', { clock: 'JKK_PAYMENT', start_on: '2028-12-28' }).provisionalYears).toEqual([2028, 2029]);
  });
});
