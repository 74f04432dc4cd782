import { accept, type Outcome, type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { rupiah, type Rupiah } from '@kerjasama/kernel/rupiah';

/** A field that is missing or is not what it must be: BAD_<FIELD>. `must` says what it must be. */
export function badField(field: string, must: { readonly id: string; readonly en: string }): Refusal {
  return refuse(
    `BAD_${field.toUpperCase()}`,
    { id: `Isian "${field}" tidak dapat dipakai.`, en: `The field "${field}" cannot be used.` },
    { id: `Isilah dengan ${must.id}.`, en: `Give ${must.en}.` },
    { path: field },
  );
}

/** A name that is not in its list: UNKNOWN_<WHAT>. */
export function unknownName(what: string, field: string, known: readonly string[]): Refusal {
  return refuse(
    `UNKNOWN_${what.toUpperCase()}`,
    { id: `Nama pada "${field}" tidak dikenal.`, en: `The name in "${field}" is not known.` },
    { id: `Pakai salah satu dari: ${known.join(', ')}.`, en: `Use one of: ${known.join(', ')}.` },
    { path: field },
  );
}

/** No amount of the programme comes near this: it keeps every product of the rules a safe integer. */
const LARGEST_AMOUNT = 10 ** 13;

/** Whole rupiah, not negative; a fraction or a negative sum is refused, never rounded. */
export function wholeAmount(amount: number, field: string, largest = LARGEST_AMOUNT): Outcome<Rupiah> {
  if (Number.isSafeInteger(amount) && amount >= 0 && amount <= largest) return accept(rupiah(amount));
  return badField(field, {
    id: 'rupiah bulat yang tidak negatif, tanpa pecahan',
    en: 'whole rupiah, not negative and without a fraction',
  });
}

/** A whole count from `least` to `most`. */
export function wholeCount(count: number, field: string, least: number, most: number): Outcome<number> {
  if (Number.isSafeInteger(count) && count >= least && count <= most) return accept(count);
  return badField(field, {
    id: `bilangan bulat dari ${String(least)} sampai ${String(most)}`,
    en: `a whole number from ${String(least)} to ${String(most)}`,
  });
}

/** The wage base W of a benefit: whole rupiah above zero. */
export function wageBase(wage: number): Outcome<Rupiah> {
  const amount = wholeAmount(wage, 'wage_base');
  return !amount.refused && amount.value === 0
    ? badField('wage_base', { id: 'upah di atas nol', en: 'a wage above zero' })
    : amount;
}
