import { fiscalYear, period } from '@kerjasama/kernel/period';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { rupiah } from '@kerjasama/kernel/rupiah';
import { type AgreementTerms, judgeTerms, judgeText } from './terms';

const TERMS: AgreementTerms = {
  workers: 102_000,
  coverage: { firstMonth: period('2028-01'), months: 12 },
  fiscalYear: fiscalYear(2028),
  ceiling: rupiah(19_000_000_000),
};
const ARTICLE_DAY = plainDate('2027-11-19');

describe('the terms of an agreement', () => {
  it("accepts the article's agreement, signed on 19 November for the next year", () => {
    expect(judgeTerms(TERMS, ARTICLE_DAY)).toBeNull();
  });

  it.each<[string, Partial<AgreementTerms>, string]>([
    ['no workers', { workers: 0 }, 'workers'],
    ['half a worker', { workers: 1.5 }, 'workers'],
    ['no money', { ceiling: rupiah(0) }, 'ceiling'],
    ['no month', { coverage: { firstMonth: period('2028-01'), months: 0 } }, 'months'],
    ['thirteen months', { coverage: { firstMonth: period('2028-01'), months: 13 } }, 'months'],
    ['cover that has begun', { coverage: { firstMonth: period('2027-11'), months: 1 } }, 'firstMonth'],
    [
      'cover beyond the fiscal year that pays',
      { coverage: { firstMonth: period('2028-02'), months: 12 } },
      'fiscalYear',
    ],
    ['another fiscal year', { fiscalYear: fiscalYear(2027) }, 'fiscalYear'],
  ])('refuses %s and says which field', (_, wrong, path) => {
    expect(judgeTerms({ ...TERMS, ...wrong }, ARTICLE_DAY)).toMatchObject({ code: 'BAD_TERMS', path });
  });
});

describe('the text of an agreement', () => {
  it('is signed only as it was drafted', () => {
    expect(judgeText('aa', 'aa')).toBeNull();
    expect(judgeText('aa', 'ab')).toMatchObject({ code: 'TEXT_DIFFERS' });
  });
});
