import { type Period } from '@kerjasama/kernel/period';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';
import { rupiah, type Rupiah, subtract } from '@kerjasama/kernel/rupiah';

import { type Contributor, contributionLines } from './contribution';
import { badField, wholeAmount, wholeCount } from './faults';
import { type Settings } from './readings/register';
import { calculate, type Traced, type Worksheet } from './worksheet';

/** The ceiling of the DIPA and what of it is not to be had any more, in rupiah; the last three are 0 when absent. */
export interface Ceiling {
  readonly pagu: number;
  readonly blocked?: number;
  readonly committed?: number;
  readonly realised?: number;
}

/** What the months cost a head: one tariff for all of them, or the law's own for each month. */
export type Price = { readonly tariff: number } | (Contributor & { readonly firstMonth: Period });

/** How many heads for how many months; `cost` and what of the usable ceiling it leaves. */
export interface Remedy {
  readonly heads: number;
  readonly months: number;
  readonly cost: Rupiah;
  readonly unused: Rupiah;
}

export interface BudgetJudgement {
  /** pagu - blocked - committed - realised. */
  readonly usable: Rupiah;
  readonly need: Rupiah;
  readonly fits: boolean;
  readonly shortfall: Rupiah;
  readonly unused: Rupiah;
  /** The longest run of months from the first for all heads; null when it fits, or when not one month does. */
  readonly fewerMonths: Remedy | null;
  /** The most heads for all months; null when it fits, or when not one head does. */
  readonly fewerHeads: Remedy | null;
}

const LARGEST_PAGU = Number.MAX_SAFE_INTEGER;
const MOST_HEADS = 10 ** 9;
const MOST_MONTHS = 1_200;

/**
 * Does tariff x heads x months fit into the usable ceiling, and if not, what does? The tariff is never derived from the
 * money. Refuses BUDGET_OVERDRAWN when more is spoken for than there is, and BAD_* for what is no amount or count.
 */
export function judgeBudget(
  request: Ceiling & Price & { readonly heads: number; readonly months: number },
  settings: Settings = {},
): Outcome<BudgetJudgement & Traced> {
  return calculate('budget', request, settings, (sheet) => {
    const usable = usableOf(sheet, request);
    if (usable.refused) return usable;
    const heads = wholeCount(request.heads, 'heads', 1, MOST_HEADS);
    if (heads.refused) return heads;
    const months = wholeCount(request.months, 'months', 1, MOST_MONTHS);
    if (months.refused) return months;
    if (usable.value < 0) return overdrawn(usable.value);
    const prices = pricesOf(sheet, request, months.value);
    if (prices.refused) return prices;
    return judge(sheet, usable.value, heads.value, prices.value);
  });
}

/** What is left of the ceiling; below zero when more is spoken for than there is. */
function usableOf(sheet: Worksheet, ceiling: Ceiling): Outcome<Rupiah> {
  const pagu = wholeAmount(ceiling.pagu, 'pagu', LARGEST_PAGU);
  if (pagu.refused) return pagu;
  sheet.step('pagu', 'ceiling of the budget', pagu.value);
  let usable = pagu.value;
  for (const [field, name] of Object.entries(DEDUCTIONS)) {
    const part = wholeAmount(ceiling[field as keyof typeof DEDUCTIONS] ?? 0, field, LARGEST_PAGU);
    if (part.refused) return part;
    usable = subtract(usable, part.value);
    sheet.step(`dikurangi ${name}`, `less ${field}`, part.value);
  }
  sheet.step('pagu yang dapat dipakai', 'usable ceiling', usable);
  return accept(usable);
}

const DEDUCTIONS = { blocked: 'diblokir', committed: 'terikat komitmen', realised: 'realisasi' } as const;

function overdrawn(usable: Rupiah): Outcome<never> {
  return refuse(
    'BUDGET_OVERDRAWN',
    { id: 'Blokir, komitmen dan realisasi melebihi pagu.', en: 'Blocked, committed and realised exceed the ceiling.' },
    { id: 'Periksa angka pagu, atau ajukan revisi DIPA.', en: 'Check the ceiling, or have the DIPA revised.' },
    { path: 'pagu', details: { usable: String(usable) } },
  );
}

/** What one head costs in each month. */
function pricesOf(sheet: Worksheet, price: Price, months: number): Outcome<readonly Rupiah[]> {
  if ('firstMonth' in price) {
    const period = contributionLines(sheet, price.firstMonth, months, price);
    return period.refused ? period : accept(period.value.lines.map(({ total }) => total));
  }
  const tariff = wholeAmount(price.tariff, 'tariff');
  if (tariff.refused) return tariff;
  if (tariff.value === 0) return badField('tariff', { id: 'tarif di atas nol', en: 'a tariff above zero' });
  return accept(Array.from({ length: months }, () => tariff.value));
}

function judge(sheet: Worksheet, usable: Rupiah, heads: number, prices: readonly Rupiah[]): Outcome<BudgetJudgement> {
  const totals = runningTotals(prices);
  const aHead = totals.at(-1) ?? 0n;
  const exact = aHead * BigInt(heads);
  if (exact > BigInt(Number.MAX_SAFE_INTEGER))
    return badField('heads', { id: 'jumlah yang dapat dihitung', en: 'a number that can be counted' });
  const need = rupiah(Number(exact));
  const fits = need <= usable;
  sheet.step(
    `kebutuhan: ${heads} orang x ${prices.length} bulan`,
    `need: ${heads} heads x ${prices.length} months`,
    need,
  );
  const remedy = (of: { heads: number; months: number }): Remedy | null => {
    if (of.heads < 1 || of.months < 1) return null;
    const cost = rupiah(Number((totals[of.months - 1] ?? 0n) * BigInt(of.heads)));
    return { ...of, cost, unused: subtract(usable, cost) };
  };
  const judgement: BudgetJudgement = {
    usable,
    need,
    fits,
    shortfall: rupiah(Math.max(0, need - usable)),
    unused: rupiah(Math.max(0, usable - need)),
    fewerMonths: fits ? null : remedy({ heads, months: monthsWithin(totals, heads, usable) }),
    fewerHeads: fits ? null : remedy({ heads: Number(BigInt(usable) / aHead), months: prices.length }),
  };
  explain(sheet, judgement);
  return accept(judgement);
}

function monthsWithin(totals: readonly bigint[], heads: number, usable: Rupiah): number {
  return totals.filter((total) => total * BigInt(heads) <= BigInt(usable)).length;
}

function runningTotals(prices: readonly Rupiah[]): bigint[] {
  let total = 0n;
  return prices.map((price) => (total += BigInt(price)));
}

function explain(sheet: Worksheet, { fits, shortfall, unused, fewerMonths, fewerHeads }: BudgetJudgement): void {
  if (fits) sheet.step('cukup; sisa', 'it fits; left over', unused);
  else sheet.step('tidak cukup; kurang', 'it does not fit; short by', shortfall);
  for (const remedy of [fewerMonths, fewerHeads])
    if (remedy !== null)
      sheet.step(
        `yang cukup: ${remedy.heads} orang x ${remedy.months} bulan`,
        `what fits: ${remedy.heads} heads x ${remedy.months} months`,
        remedy.cost,
      );
}
