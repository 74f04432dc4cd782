import { plainDate } from '@kerjasama/kernel/plain-date';
import { rupiah } from '@kerjasama/kernel/rupiah';
import fc from 'fast-check';
import { judgeBooks, judgeClosingDay } from './books';

const sums = (billed: number, paid: number, reconciled: number) => ({
  billed: rupiah(billed),
  paid: rupiah(paid),
  reconciled: rupiah(reconciled),
});

describe('the day of closing', () => {
  const lastDay = plainDate('2028-12-31');
  test.each([
    ['2028-12-30', 'TOO_EARLY'],
    ['2028-12-31', undefined],
    ['2029-01-01', undefined],
  ])('on %s: %s', (on, code) => {
    expect(judgeClosingDay(plainDate(on), lastDay)?.code).toBe(code);
  });
});

describe('the sums of closing', () => {
  test('billed, paid and reconciled are one sum: the books close', () => {
    expect(judgeBooks(sums(18_849_600_000, 18_849_600_000, 18_849_600_000))).toBeNull();
  });

  test.each([
    ['one rupiah billed and not paid', sums(100, 99, 99), '1', '0'],
    ['one rupiah paid and not reconciled', sums(100, 100, 99), '0', '1'],
    ['one rupiah paid too much', sums(100, 101, 101), '-1', '0'],
    ['two differences that cancel out', sums(100, 99, 100), '1', '-1'],
  ])(
    '%s: the books do not close, and the refusal names the difference',
    (_, year, billedLessPaid, paidLessReconciled) => {
      expect(judgeBooks(year)).toMatchObject({
        code: 'BOOKS_DO_NOT_CLOSE',
        details: { billedLessPaid, paidLessReconciled },
      });
    },
  );

  test('they close exactly when all three are the same', () => {
    const money = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(money, money, money, (billed, paid, reconciled) => {
        const same = billed === paid && paid === reconciled;
        expect(judgeBooks(sums(billed, paid, reconciled)) === null).toBe(same);
      }),
    );
  });
});
