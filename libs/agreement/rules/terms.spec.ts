import { cycleYear, fiscalYear, period } from '@kerjasama/kernel/period';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { rupiah } from '@kerjasama/kernel/rupiah';
import { type AgreementTerms, judgeTerms, judgeText } from './terms';

const TERMS: AgreementTerms = {
  workers: 102_000,
  coverage: { firstMonth: period('2028-01'), months: 12 },
  fiscalYear: fiscalYear(2028),
  ceiling: rupiah(19_000_000_000),
};
const YEAR = cycleYear(2028);
const ARTICLE_DAY = plainDate('2027-11-19');

describe('the terms of an agreement', () => {
  it("accepts the article's agreement, signed on 19 November for the next year", () => {
    expect(judgeTerms(YEAR, TERMS, ARTICLE_DAY)).toBeNull();
  });

  it.each<[string, Partial<AgreementTerms>, string]>([
    ['no workers', { workers: 0 }, 'workers'],
    ['half a worker', { workers: 1.5 }, 'workers'],
    ['no money', { ceiling: rupiah(0) }, 'ceiling'],
    ['no month', { coverage: { firstMonth: period('2028-01'), months: 0 } }, 'months'],
    ['thirteen months', { coverage: { firstMonth: period('2028-01'), months: 13 } }, 'months'],
    ['cover that has begun', { coverage: { firstMonth: period('2027-11'), months: 1 } }, 'firstMonth'],
    [
      'cover that begins in another year than the cycle',
      { coverage: { firstMonth: period('2029-01'), months: 12 }, fiscalYear: fiscalYear(2029) },
      'firstMonth',
    ],
    [
      'cover beyond the fiscal year that pays',
      { coverage: { firstMonth: period('2028-02'), months: 12 } },
      'fiscalYear',
    ],
    ['another fiscal year', { fiscalYear: fiscalYear(2027) }, 'fiscalYear'],
  ])('refuses %s and says which field', (_, wrong, path) => {
    expect(judgeTerms(YEAR, { ...TERMS, ...wrong }, ARTICLE_DAY)).toMatchObject({ code: 'BAD_TERMS', path });
  });

  it.each([2036, 2037])('refuses %i, for the days off of that year or the next are not known', (year) => {
    const coverage = { firstMonth: period(`${year}-01`), months: 12 };
    const draftedOn = plainDate(`${year - 1}-11-19`);
    expect(judgeTerms(cycleYear(year), { ...TERMS, coverage, fiscalYear: fiscalYear(year) }, draftedOn)).toMatchObject({
      code: 'CALENDAR_YEAR_MISSING',
      details: { year: 2037 },
    });
  });

  it('accepts the last year whose next has a calendar too', () => {
    const coverage = { firstMonth: period('2035-01'), months: 12 };
    const terms = { ...TERMS, coverage, fiscalYear: fiscalYear(2035) };
    expect(judgeTerms(cycleYear(2035), terms, plainDate('2034-11-19'))).toBeNull();
  });
});

describe('the text of an agreement', () => {
  it('is signed only as it was drafted', () => {
    expect(judgeText('aa', 'aa')).toBeNull();
    expect(judgeText('aa', 'ab')).toMatchObject({ code: 'TEXT_DIFFERS' });
  });
});
