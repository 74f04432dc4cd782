import { period } from '@kerjasama/kernel/period';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';

import { ageLimitOn, isYoungEnough, paymentTermsOn, standingOf } from './membership';

describe('the age limit at registration', () => {
  it.each([
    ['2015-11-19', 56, 'carried back, unverified'],
    ['2015-12-31', 56, 'the last day before Permenaker 1/2016'],
    ['2016-01-01', 56, 'Permenaker 1/2016'],
    ['2016-12-31', 56, 'Permenaker 1/2016, last day'],
    ['2017-01-01', 60, 'Permenaker 21/2017'],
    ['2020-12-31', 60, 'Permenaker 21/2017, last day'],
    ['2021-01-01', 65, 'Permenaker 5/2021'],
    ['2036-01-01', 65, 'Permenaker 5/2021'],
  ])('on %s is %i [%s]', (date, notYet) => {
    const limit = expectAccepted(ageLimitOn(plainDate(date)));
    expect(limit.notYet).toBe(notYet);
    expect(limit.trace.rows[0]).toMatchObject({ table: 'age-limit', confidence: 'K' });
  });

  it('is reached on the birthday', () => {
    const on = (date: string): object => expectAccepted(isYoungEnough(plainDate('1963-03-01'), plainDate(date)));
    expect(on('2028-02-29')).toMatchObject({ youngEnough: true, age: 64 });
    expect(on('2028-03-01')).toMatchObject({ youngEnough: false, age: 65 });
    expect(ageLimitOn(plainDate('2005-12-31'))).toMatchObject({ code: 'NO_RULE_FOR_DATE' });
    expect(isYoungEnough(plainDate('1963-03-01'), plainDate('2005-12-31'))).toMatchObject({ code: 'NO_RULE_FOR_DATE' });
  });
});

describe('the standing of a cover', () => {
  const on = (date: string, settings = {}): object =>
    expectAccepted(standingOf({ paidThrough: period('2028-03'), on: plainDate(date) }, settings));

  it.each([
    ['2028-02-10', { standing: 'paid', unpaidMonths: 0, returnBy: null }],
    ['2028-03-31', { standing: 'paid', unpaidMonths: 0, returnBy: null }],
    ['2028-04-01', { standing: 'in-arrears', unpaidMonths: 1, returnBy: null }],
    ['2028-06-30', { standing: 'in-arrears', unpaidMonths: 3, returnBy: null }],
    ['2028-07-01', { standing: 'lapsed', unpaidMonths: 4, returnBy: 'continue' }],
  ])('paid through March 2028, on %s: %o', (date, standing) => {
    expect(on(date)).toMatchObject(standing);
  });

  it('lapses as the third month starts unpaid, or asks to register again, under the other readings', () => {
    expect(on('2028-05-31', { 'B-01': 'at-least' })).toMatchObject({ standing: 'in-arrears' });
    expect(on('2028-06-01', { 'B-01': 'at-least' })).toMatchObject({ standing: 'lapsed', returnBy: 'continue' });
    expect(on('2028-07-01', { 'B-02': 'register-again' })).toMatchObject({ returnBy: 'register-again' });
  });

  it('has terms of payment since PP 44/2015', () => {
    expect(expectAccepted(paymentTermsOn(plainDate('2028-01-01')))).toMatchObject({
      unpaidMonths: 3,
      graceMonths: 3,
      monthsInAdvance: [1, 3, 6, 12],
      dueDay: 15,
    });
    expect(standingOf({ paidThrough: period('2015-01'), on: plainDate('2015-06-30') })).toMatchObject({
      code: 'NO_RULE_FOR_DATE',
    });
  });
});
