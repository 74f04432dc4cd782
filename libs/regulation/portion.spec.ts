import fc from 'fast-check';

import { isWhole, portionOf } from './portion';

describe('a part of an amount', () => {
  it.each([
    ['floor', 33_333],
    ['half-up', 33_333],
    ['ceil', 33_334],
  ] as const)('W/30 of a million, %s', (rounding, amount) => {
    expect(portionOf({ amount: 1_000_000, times: 1, by: 30 }, rounding)).toBe(amount);
  });

  it.each([
    ['floor', 2],
    ['half-up', 3],
    ['ceil', 3],
  ] as const)('a half, %s', (rounding, amount) => {
    expect(portionOf({ amount: 5, times: 1, by: 2 }, rounding)).toBe(amount);
  });

  it('is whole or not, and every rounding agrees where it is', () => {
    expect(isWhole({ amount: 10, times: 3, by: 6 })).toBe(true);
    expect(isWhole({ amount: 10, times: 3, by: 7 })).toBe(false);
    const portion = fc.record({
      amount: fc.integer({ min: 0, max: 10 ** 12 }),
      times: fc.integer({ min: 0, max: 1_000 }),
      by: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(portion, (each) => {
        const [down, near, up] = [portionOf(each, 'floor'), portionOf(each, 'half-up'), portionOf(each, 'ceil')];
        expect(up - down).toBe(isWhole(each) ? 0 : 1);
        expect([down, up]).toContain(near);
        expect(BigInt(down) * BigInt(each.by)).toBeLessThanOrEqual(BigInt(each.amount) * BigInt(each.times));
      }),
    );
  });
});
