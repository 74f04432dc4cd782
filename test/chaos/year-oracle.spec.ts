import { articleSums } from '../support/article-sums';
import { judgeYear, type YearFacts } from './year-oracle';

const SIZE = 300;
const { premium, claimsReported } = articleSums(SIZE);

const sums = {
  ...{ members: `${SIZE}`, 'members, each NIK once': `${SIZE}`, billed: premium.billed, paid: premium.paid },
  ...{ claims: `${claimsReported}`, 'books closed': '1' },
};
const UNDISTURBED: YearFacts = { acts: { 'claim-payment-sent': 1, 'claim-paid': 1 }, sums };

const judge = (acts: YearFacts['acts']) =>
  judgeYear({ acts: { ...UNDISTURBED.acts, ...acts }, sums }, UNDISTURBED, SIZE);

test('an order that nobody knows the end of may be renewed and sent again', () => {
  expect(judge({})).toEqual([]);
  expect(judge({ 'claim-payment-unknown': 1 })).toEqual([]);
  const renewed = { 'claim-payment-unknown': 1, 'claim-payment-renewed': 1, 'claim-payment-sent': 2 };
  expect(judge(renewed)).toEqual([]);
});

test('an order that was sent twice, or a benefit that was paid twice, is seen', () => {
  expect(judge({ 'claim-payment-sent': 2 })).toEqual(['act claim-payment-sent: 2, not 1']);
  expect(judge({ 'claim-payment-unknown': 1, 'claim-payment-sent': 2 })).toHaveLength(1);
  expect(judge({ 'claim-payment-renewed': 1, 'claim-payment-sent': 2 })).toHaveLength(1);
  expect(judge({ 'claim-paid': 2 })).toEqual(['act claim-paid: 2, not 1']);
});
