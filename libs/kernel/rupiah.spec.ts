import fc from 'fast-check';

import {
  add,
  formatRupiah,
  groupDigits,
  NO_RUPIAH,
  parseRupiah,
  rupiah,
  subtract,
  sum,
  times,
  toDecimal,
} from './rupiah';

const amount = fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map(rupiah);

describe('rupiah', () => {
  it.each([0.5, NaN, Infinity, 2 ** 53, -(2 ** 53)])('are never %s', (broken) => {
    expect(() => rupiah(broken)).toThrow('whole, safe number');
  });

  it('add up in any order, and a sum taken away again leaves the rest', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(add(a, b)).toBe(a + b);
        expect(subtract(add(a, b), b)).toBe(a);
        expect(sum([a, b])).toBe(sum([b, a]));
      }),
    );
    expect(sum([])).toBe(NO_RUPIAH);
    expect(NO_RUPIAH).toBe(0);
  });

  it('are multiplied by whole numbers only, and never past what can be counted', () => {
    expect(times(rupiah(16_800), 12)).toBe(201_600);
    expect(() => times(rupiah(1), 0.5)).toThrow('whole numbers only');
    expect(() => times(rupiah(2 ** 52), 4)).toThrow('whole, safe number');
    expect(() => add(rupiah(Number.MAX_SAFE_INTEGER), rupiah(1))).toThrow('whole, safe number');
  });

  it('come back from their decimal text', () => {
    fc.assert(
      fc.property(amount, (each) => {
        expect(parseRupiah(toDecimal(each))).toEqual({ refused: false, value: each });
      }),
    );
  });

  it.each(['', '1.5', '1.000', '01', '-0', '+1', ' 1', '1 ', '1e3', '0x10', '9007199254740992', '-', 'Rp 1'])(
    'are not read from %j',
    (text) => {
      expect(parseRupiah(text, 'pagu')).toMatchObject({ refused: true, code: 'BAD_RUPIAH', path: 'pagu' });
    },
  );

  it('name the field "amount" when no other is given', () => {
    expect(parseRupiah('x')).toMatchObject({ path: 'amount' });
    expect(parseRupiah('9007199254740991')).toEqual({ refused: false, value: 9_007_199_254_740_991 });
  });

  it.each([
    [18_849_600_000, 'Rp 18.849.600.000', 'Rp 18,849,600,000'],
    [-1_000, '-Rp 1.000', '-Rp 1,000'],
    [999, 'Rp 999', 'Rp 999'],
    [0, 'Rp 0', 'Rp 0'],
  ])('%i is written %s, in English %s', (value, indonesian, english) => {
    expect(formatRupiah(rupiah(value))).toBe(indonesian);
    expect(formatRupiah(rupiah(value), 'id')).toBe(indonesian);
    expect(formatRupiah(rupiah(value), 'en')).toBe(english);
    expect(groupDigits(1_234_567)).toBe('1.234.567');
    expect(groupDigits(102_000, 'en')).toBe('102,000');
  });
});
