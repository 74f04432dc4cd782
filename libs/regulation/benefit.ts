import { type Outcome } from '@kerjasama/kernel/refusal';
import { type Rupiah, sum } from '@kerjasama/kernel/rupiah';
import { type Text } from '@kerjasama/kernel/text';

import { portionOf } from './portion';
import { type WageMultiple } from './rows/jkk-rows';
import { type Traced, type Worksheet } from './worksheet';

/** One sum of a benefit. */
export interface BenefitLine {
  readonly item: string;
  readonly amount: Rupiah;
}

/** What a case pays: the lines above zero, and their sum. */
export interface Benefit {
  readonly lines: readonly BenefitLine[];
  readonly total: Rupiah;
}

/** A right beside the total, never inside it. */
export interface ScholarshipRight {
  readonly entitled: boolean;
  readonly plan: 'ONCE' | 'YEARLY' | null;
  readonly children: number;
}

export type DeathBenefit = Benefit & { readonly scholarship: ScholarshipRight };
export type Calculated<B> = Outcome<B & Traced>;

const NAMES: Readonly<Record<string, Text>> = {
  LUMP: { id: 'santunan sekaligus', en: 'lump sum' },
  PERIODIC: { id: 'santunan berkala, dibayar sekaligus', en: 'periodic benefit, paid at once' },
  FUNERAL: { id: 'biaya pemakaman', en: 'funeral sum' },
  DEATH: { id: 'santunan kematian karena kecelakaan kerja', en: 'death by work accident' },
  TOTAL_DISABILITY: { id: 'santunan cacat total tetap', en: 'total permanent disability' },
  ANATOMICAL_DISABILITY: { id: 'santunan cacat sebagian anatomis', en: 'partial anatomical disability' },
  FUNCTIONAL_DISABILITY: { id: 'santunan cacat sebagian fungsi', en: 'partial functional disability' },
  STMB_100: { id: 'STMB 100 %', en: 'temporary incapacity at 100 %' },
  STMB_75: { id: 'STMB 75 %', en: 'temporary incapacity at 75 %' },
  STMB_50: { id: 'STMB 50 %', en: 'temporary incapacity at 50 %' },
};

/** The name of a line for people; an unnamed item speaks for itself. */
export function nameOfItem(item: string): Text {
  const spoken = item.toLowerCase().replaceAll('_', ' ');
  return NAMES[item] ?? { id: spoken, en: spoken };
}

/** Lines above zero and their sum, each written on the sheet. */
export function benefitOf(sheet: Worksheet, lines: readonly BenefitLine[]): Benefit {
  const paid = lines.filter(({ amount }) => amount > 0);
  for (const { item, amount } of paid) sheet.step(nameOfItem(item).id, nameOfItem(item).en, amount);
  const total = sum(paid.map(({ amount }) => amount));
  sheet.step('jumlah', 'total', total);
  return { lines: paid, total };
}

/** `percent` of `months` times W, e.g. 60 % of 80 W. */
export function multipleOf(sheet: Worksheet, { percent, months }: WageMultiple, wage: Rupiah): Rupiah {
  const amount = portionOf({ amount: wage, times: percent * months, by: 100 }, 'floor');
  sheet.step(`${percent} % x ${months} x W (W = ${wage})`, `${percent} % x ${months} x W (W = ${wage})`, amount);
  return amount;
}
