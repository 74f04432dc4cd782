import { InvalidArgumentError } from 'commander';

/** Digits alone, or in groups of three: dots, as Indonesian writes them, or spaces. */
const WHOLE = /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:[  _]\d{3})+)$/;

/**
 * A whole number as people write it: `102000`, `102.000`, `102 000`. Never cut and never guessed: `102,5`, `0x10`, `1e3`, `10.5`
 * and `102,000` (a fraction here, thousands elsewhere) are refused.
 * @throws InvalidArgumentError, which says how to write it
 */
export function wholeNumber(smallest: number, largest: number): (text: string) => number {
  return (text) => {
    const digits = text.trim();
    const value = WHOLE.test(digits) ? Number(digits.replaceAll(/[. _ ]/g, '')) : Number.NaN;
    if (value >= smallest && value <= largest) return value;
    const [from, to] = [smallest, largest].map((bound) => bound.toLocaleString('id-ID'));
    throw new InvalidArgumentError(
      `Tulis bilangan bulat ${from}–${to}, misalnya 102000 atau 102.000. / Write a whole number, e.g. 102000 or 102.000.`,
    );
  };
}

const LARGEST_RUPIAH = 999_999_999_999_999;

/** Rupiah as people write them, as the API takes them: a decimal string. */
export function rupiahNumber(text: string): string {
  return String(wholeNumber(0, LARGEST_RUPIAH)(text.replace(/^Rp\.?\s*/i, '')));
}
