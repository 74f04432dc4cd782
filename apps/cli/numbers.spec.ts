import { InvalidArgumentError } from 'commander';
import { rupiahNumber, wholeNumber } from './numbers';

const workers = wholeNumber(1, 10_000_000);

test.each([
  ['102000', 102_000],
  ['102.000', 102_000],
  ['1.234.567', 1_234_567],
  ['102 000', 102_000],
  [' 12 ', 12],
])('%p is %d', (text, value) => {
  expect(workers(text)).toBe(value);
});

test.each([
  '102,000',
  '102,5',
  '10.5',
  '1.23.456',
  '1.000.00',
  '0x10',
  '1e3',
  '-5',
  '+5',
  '0',
  '010',
  '10000001',
  '',
  'seratus',
])('%p is refused and not cut to another number', (text) => {
  expect(() => workers(text)).toThrow(InvalidArgumentError);
});

test('rupiah are read with or without their sign, to the rupiah', () => {
  expect(['19000000000', '19.000.000.000', 'Rp 19.000.000.000', 'Rp19.000.000.000'].map(rupiahNumber)).toEqual(
    Array(4).fill('19000000000'),
  );
  for (const text of ['19,5', '19.000.000.000,00', '1e10'])
    expect(() => rupiahNumber(text)).toThrow(InvalidArgumentError);
});
