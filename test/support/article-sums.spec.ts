import { articleSums } from './article-sums';

test("the article's own size comes to the article's own figures", () => {
  const { budget, enrolment, premium, claimsReported } = articleSums(102_000);
  expect(budget).toEqual({
    pagu: '19000000000',
    needed: '20563200000',
    shortfall: '1563200000',
    remedies: [
      { kind: 'months', months: 11, heads: 102_000, cost: '18849600000', unused: '150400000' },
      { kind: 'heads', months: 12, heads: 94_246, cost: '18999993600', unused: '6400' },
    ],
  });
  expect(enrolment).toEqual({ uploaded: 102_000, accepted: 101_863, rejected: 137, corrected: 137, enrolled: 102_000 });
  expect(premium.billed).toBe('18849600000');
  expect(premium.personMonths).toBe(1_122_000);
  expect(claimsReported).toBe(408);
});
