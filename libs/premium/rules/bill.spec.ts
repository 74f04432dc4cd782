import { period } from '@kerjasama/kernel/period';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { REGULATION_VERSION } from '@kerjasama/regulation/body';
import fc from 'fast-check';
import { countBill } from './bill';

test('a month of 102,000 workers costs Rp 1,713,600,000, under the version of the law that says so', () => {
  expect(expectAccepted(countBill(period('2027-11'), 102_000, plainDate('2027-11-01')))).toMatchObject({
    tariff: 16_800,
    amount: 1_713_600_000,
    regulationVersion: REGULATION_VERSION,
  });
});

test('the state pays the full tariff in the months in which others have a relief', () => {
  expect(countBill(period('2026-06'), 1, plainDate('2026-06-01'))).toMatchObject({ value: { tariff: 16_800 } });
});

test('the request is due on the fifth working day after the bill: weekends and holidays do not count', () => {
  // Monday 2 November 2026; no holiday until the 9th.
  expect(countBill(period('2026-11'), 1, plainDate('2026-11-02'))).toMatchObject({
    value: { requestBy: '2026-11-09' },
  });
  // 25 December 2026 is Christmas and the 24th joint leave.
  expect(countBill(period('2026-12'), 1, plainDate('2026-12-21'))).toMatchObject({
    value: { requestBy: '2026-12-30' },
  });
});

test('a bill of any heads is heads times tariff', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (heads) => {
      const bill = expectAccepted(countBill(period('2028-01'), heads, plainDate('2028-01-01')));
      expect(bill.amount).toBe(heads * bill.tariff);
    }),
  );
});

test('a year without a calendar is refused, not guessed', () => {
  expect(countBill(period('2090-01'), 1, plainDate('2090-01-02'))).toMatchObject({ code: 'CALENDAR_YEAR_MISSING' });
});
