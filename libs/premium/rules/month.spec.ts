import { fiscalYear, period } from '@kerjasama/kernel/period';
import { rupiah } from '@kerjasama/kernel/rupiah';
import fc from 'fast-check';
import { exceedsAllocation, judgeMonth, judgePeriod, lastDayToPay, numberUsed } from './month';

const JANUARY = period('2028-01');

test('an act for the month in hand is taken', () => {
  expect(judgePeriod(JANUARY, JANUARY)).toBeNull();
});

test.each([
  ['another month than the one in hand', JANUARY, 'Name the month 2028-01.'],
  ['a month before any bill was issued', null, 'Wait until a bill is issued.'],
])('an act for %s is refused, and says which month it is', (_, inHand, remedy) => {
  expect(judgePeriod(inHand, period('2028-02'))).toMatchObject({
    code: 'WRONG_PERIOD',
    path: 'period',
    remedy: { en: remedy },
  });
});

test('a month ties when billed, paid and received are one sum', () => {
  const sum = rupiah(1_713_600_000);
  expect(judgeMonth({ billed: sum, paid: sum, received: sum })).toBeNull();
});

test('one rupiah off, anywhere and in any direction, and the month does not tie', () => {
  const amount = fc.integer({ min: 1, max: 20_000_000_000 });
  fc.assert(
    fc.property(amount, fc.constantFrom('billed', 'paid', 'received'), fc.constantFrom(1, -1), (sum, which, off) => {
      const sums = { billed: rupiah(sum), paid: rupiah(sum), received: rupiah(sum), [which]: rupiah(sum + off) };
      expect(judgeMonth(sums)).toMatchObject({ code: 'MONTH_DOES_NOT_TIE', details: { [which]: String(sum + off) } });
    }),
  );
});

test('the fiscal year pays up to its 31 December', () => {
  expect(lastDayToPay(fiscalYear(2028))).toBe('2028-12-31');
});

test('a bill beyond the allocation and a number used twice say what to do', () => {
  expect(exceedsAllocation(JANUARY, rupiah(16_800))).toMatchObject({
    code: 'BILL_EXCEEDS_ALLOCATION',
    details: { period: '2028-01', amount: '16800' },
  });
  expect(numberUsed('spmNumber')).toMatchObject({ code: 'NUMBER_USED', path: 'spmNumber' });
});
