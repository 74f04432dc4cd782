import { accept, type Outcome, refuse } from './refusal';

declare const rupiahBrand: unique symbol;

/** Whole rupiah: a safe integer, never a fraction. `bigint` in Postgres, a decimal string in JSON that leaves the house. */
export type Rupiah = number & { readonly [rupiahBrand]: true };

/** The rupiah of an integer the program itself holds; a fraction or an unsafe integer is a defect and throws. */
export function rupiah(amount: number): Rupiah {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole, safe number of rupiah: ${amount}`);
  return amount as Rupiah;
}

export const NO_RUPIAH: Rupiah = rupiah(0);

export function add(a: Rupiah, b: Rupiah): Rupiah {
  return rupiah(a + b);
}

export function subtract(a: Rupiah, b: Rupiah): Rupiah {
  return rupiah(a - b);
}

/** `count` is a whole number of heads, months or days. */
export function times(amount: Rupiah, count: number): Rupiah {
  if (!Number.isSafeInteger(count)) throw new RangeError(`Rupiah are multiplied by whole numbers only: ${count}`);
  return rupiah(amount * count);
}

export function sum(amounts: Iterable<Rupiah>): Rupiah {
  let total = NO_RUPIAH;
  for (const amount of amounts) total = add(total, amount);
  return total;
}

/** Decimal text as it stands in JSON, e.g. "18849600000". */
export function toDecimal(amount: Rupiah): string {
  return String(amount);
}

/** Reads the decimal text of JSON or of a Postgres `bigint`. */
export function parseRupiah(text: string, path = 'amount'): Outcome<Rupiah> {
  const amount = Number(text);
  if (/^-?(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(amount) && !Object.is(amount, -0))
    return accept(rupiah(amount));
  return refuse(
    'BAD_RUPIAH',
    { id: 'Jumlah rupiah harus bilangan bulat.', en: 'An amount of rupiah is a whole number.' },
    { id: 'Tulis angka saja, tanpa titik, koma, atau pecahan.', en: 'Write digits only: no separators, no fraction.' },
    { path },
  );
}

/** For people: Rp 18.849.600.000 in Indonesian, Rp 18,849,600,000 in English. */
export function formatRupiah(amount: Rupiah, language: 'id' | 'en' = 'id'): string {
  const sign = amount < 0 ? '-' : '';
  return `${sign}Rp ${groupDigits(Math.abs(amount), language)}`;
}

export function groupDigits(count: number, language: 'id' | 'en' = 'id'): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, language === 'id' ? '.' : ',');
}
