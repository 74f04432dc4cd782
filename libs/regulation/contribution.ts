import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { firstDayOf, nextPeriod, type Period, period, periodOf } from '@kerjasama/kernel/period';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';
import { add, type Rupiah, rupiah, sum } from '@kerjasama/kernel/rupiah';

import { badField, wholeCount } from './faults';
import { isWhole, type Portion, portionOf } from './portion';
import { type Settings } from './readings/register';
import {
  CONTRIBUTION_RELIEF,
  INCOME_BANDS,
  type IncomeBand,
  JKK_CONTRIBUTION,
  JKM_CONTRIBUTION,
  type Payer,
  type Relief,
  type Sector,
} from './rows/contribution-rows';
import { calculate, type Traced, type Worksheet } from './worksheet';

/** Who pays for whom. `income` in rupiah a month; the last three matter under the 1.3 % rule and the relief of 2020. */
export interface Contributor {
  readonly income: number;
  readonly payer: Payer;
  readonly sector: Sector;
  readonly minimumWage?: number;
  readonly memberSince?: Period;
  readonly paidThrough?: Period;
}

/** One month's contribution. `band` is null under the 1.3 % rule, where `base` is the reported wage. */
export interface Contribution {
  readonly band: number | null;
  readonly base: Rupiah;
  /** The part of the normal contribution that is due: 1/1, 1/2 or 1/100. */
  readonly factor: string;
  readonly jkk: Rupiah;
  readonly jkm: Rupiah;
  readonly total: Rupiah;
}

export interface ContributionLine {
  readonly month: Period;
  readonly jkk: Rupiah;
  readonly jkm: Rupiah;
  readonly total: Rupiah;
}

export interface ContributionPeriod {
  readonly lines: readonly ContributionLine[];
  readonly total: Rupiah;
}

const MOST_MONTHS = 1_200;
const LAST_MONTH_TO_BE_PAID = period('2020-07');
const FULL_MONTHS_OF_LATE_JOINERS = 2;

/**
 * The contribution of one month of cover under the tariff of that month (PP 44/2015 Lampiran II and what changed it).
 * Refuses NO_RULE_FOR_DATE, BAD_INCOME, and under the 1.3 % rule FRACTION_OF_RUPIAH and WAGE_BELOW_MINIMUM.
 */
export function contributionOf(
  { date, ...contributor }: Contributor & { readonly date: PlainDate },
  settings: Settings = {},
): Outcome<Contribution & Traced> {
  return calculate('contribution', { date, ...contributor }, settings, (sheet) =>
    contributionOn(sheet, date, contributor),
  );
}

/** Months paid together, each under its own month's tariff. Refuses as `contributionOf`, and BAD_MONTHS. */
export function contributionOfPeriod(
  { firstMonth, months, ...contributor }: Contributor & { readonly firstMonth: Period; readonly months: number },
  settings: Settings = {},
): Outcome<ContributionPeriod & Traced> {
  return calculate('contribution_period', { firstMonth, months, ...contributor }, settings, (sheet) =>
    contributionLines(sheet, firstMonth, months, contributor),
  );
}

/** The months of a period on a sheet that another calculation has opened. */
export function contributionLines(
  sheet: Worksheet,
  firstMonth: Period,
  months: number,
  contributor: Contributor,
): Outcome<ContributionPeriod> {
  const count = wholeCount(months, 'months', 1, MOST_MONTHS);
  if (count.refused) return count;
  const lines: ContributionLine[] = [];
  for (let index = 0; index < count.value; index += 1) {
    const month = nextPeriod(firstMonth, index);
    const one = contributionOn(sheet, firstDayOf(month), contributor);
    if (one.refused) return one;
    const { jkk, jkm, total } = one.value;
    lines.push({ month, jkk, jkm, total });
  }
  const total = sum(lines.map((line) => line.total));
  sheet.step(`jumlah ${months} bulan`, `sum of ${months} months`, total);
  return accept({ lines, total });
}

function contributionOn(sheet: Worksheet, date: PlainDate, contributor: Contributor): Outcome<Contribution> {
  const { income, minimumWage } = contributor;
  if (!Number.isInteger(income) || income < 0) return notAnAmount('income');
  if (minimumWage !== undefined && (!Number.isInteger(minimumWage) || minimumWage < 0))
    return notAnAmount('minimum_wage');
  const jkk = sheet.rule(JKK_CONTRIBUTION, date);
  if (jkk.refused) return jkk;
  const jkm = sheet.rule(JKM_CONTRIBUTION, date);
  if (jkm.refused) return jkm;
  const base = baseOf(sheet, date, contributor, jkk.value.of);
  if (base.refused) return base;
  const { band, wage } = base.value;
  const normalJkk = shareOf(sheet, { amount: wage, times: jkk.value.perMille, by: 1_000 });
  if (normalJkk.refused) return normalJkk;
  const normalJkm =
    jkm.value.of === 'flat'
      ? accept(rupiah(jkm.value.amount))
      : shareOf(sheet, { amount: wage, times: jkm.value.perMille, by: 1_000 });
  if (normalJkm.refused) return normalJkm;
  return reduced(sheet, date, contributor, { band, base: rupiah(wage), jkk: normalJkk.value, jkm: normalJkm.value });
}

type Base = { readonly band: number | null; readonly wage: number };

function baseOf(
  sheet: Worksheet,
  date: PlainDate,
  { income, minimumWage }: Contributor,
  of: 'reported-wage' | 'band-base',
): Outcome<Base> {
  if (of === 'reported-wage') return reportedWage(sheet, income, minimumWage);
  const bands = sheet.rule(INCOME_BANDS, date);
  if (bands.refused) return bands;
  const { band, base } = bandOf(bands.value, income);
  sheet.step(`golongan ${band}, dasar upah`, `band ${band}, wage base`, base);
  return accept({ band, wage: base });
}

/** The last band that begins at or below the income: a band's end is "below the next one's beginning". */
function bandOf(bands: readonly IncomeBand[], income: number): IncomeBand {
  const band = bands.findLast(({ from }) => from <= income);
  if (band === undefined) throw new Error('The income bands do not begin at zero');
  return band;
}

function reportedWage(sheet: Worksheet, income: number, minimumWage = 0): Outcome<Base> {
  if (!Number.isSafeInteger(income * 10)) return notAnAmount('income');
  if (income >= minimumWage) {
    sheet.step('upah yang dilaporkan', 'reported wage', income);
    return accept({ band: null, wage: income });
  }
  if (sheet.choose('A-02') === 'lift') {
    sheet.step('upah dinaikkan ke upah minimum', 'wage lifted to the minimum wage', minimumWage);
    return accept({ band: null, wage: minimumWage });
  }
  return refuse(
    'WAGE_BELOW_MINIMUM',
    { id: 'Upah yang dilaporkan di bawah upah minimum.', en: 'The reported wage is under the minimum wage.' },
    { id: 'Laporkan paling sedikit upah minimum.', en: 'Report at least the minimum wage.' },
    { path: 'income' },
  );
}

function shareOf(sheet: Worksheet, portion: Portion): Outcome<Rupiah> {
  if (isWhole(portion)) return accept(portionOf(portion, 'floor'));
  const reading = sheet.choose('A-01');
  if (reading !== 'refuse') return accept(portionOf(portion, reading));
  return refuse(
    'FRACTION_OF_RUPIAH',
    {
      id: `${portion.times} per mil dari ${portion.amount} bukan rupiah bulat.`,
      en: `${portion.times} per mille of ${portion.amount} is not a whole rupiah.`,
    },
    { id: 'Laporkan upah dalam kelipatan Rp 1.000.', en: 'Report the wage in multiples of Rp 1,000.' },
    { path: 'income' },
  );
}

type Normal = Pick<Contribution, 'band' | 'base' | 'jkk' | 'jkm'>;

function reduced(sheet: Worksheet, date: PlainDate, contributor: Contributor, normal: Normal): Outcome<Contribution> {
  const relief = sheet.rule(CONTRIBUTION_RELIEF, date);
  if (relief.refused) return relief;
  const { numerator, denominator } = dueOf(sheet, date, contributor, relief.value);
  const part = (amount: Rupiah): Rupiah => portionOf({ amount, times: numerator, by: denominator }, 'floor');
  const [jkk, jkm] = [part(normal.jkk), part(normal.jkm)];
  const total = add(jkk, jkm);
  const factor = `${numerator}/${denominator}`;
  sheet.step(`iuran JKK (bagian ${factor})`, `JKK contribution (part ${factor})`, jkk);
  sheet.step(`iuran JKM (bagian ${factor})`, `JKM contribution (part ${factor})`, jkm);
  sheet.step(`iuran ${periodOf(date)}`, `contribution of ${periodOf(date)}`, total);
  return accept({ band: normal.band, base: normal.base, factor, jkk, jkm, total });
}

type Part = Pick<Relief, 'numerator' | 'denominator'>;
const WHOLE: Part = { numerator: 1, denominator: 1 };

function dueOf(sheet: Worksheet, date: PlainDate, contributor: Contributor, relief: Relief | null): Part {
  if (relief === null || !relief.sectors.includes(contributor.sector)) return WHOLE;
  if (relief.excluded.includes(contributor.payer)) {
    sheet.step(
      `iuran yang dibayar ${contributor.payer} dikecualikan dari keringanan`,
      `a contribution paid by ${contributor.payer} is excluded from the relief`,
    );
    return WHOLE;
  }
  return relief.conditional && !meetsConditions(sheet, date, contributor) ? WHOLE : relief;
}

/** PP 49/2020 Pasal 13: paid up to July 2020, or joined later and the first two months paid in full. */
function meetsConditions(sheet: Worksheet, date: PlainDate, contributor: Contributor): boolean {
  const { memberSince, paidThrough, payer } = contributor;
  const state = payer === 'APBN' || payer === 'APBD';
  if (state && sheet.choose('A-03') === 'state-excluded') return false;
  if (memberSince !== undefined && memberSince > LAST_MONTH_TO_BE_PAID)
    return periodOf(date) >= nextPeriod(memberSince, FULL_MONTHS_OF_LATE_JOINERS);
  if (paidThrough !== undefined) return paidThrough >= LAST_MONTH_TO_BE_PAID;
  return sheet.choose('A-44') === 'relief-applies';
}

function notAnAmount(field: string): Outcome<never> {
  return badField(field, {
    id: 'rupiah bulat yang tidak negatif, tanpa pecahan',
    en: 'whole rupiah, not negative and without a fraction',
  });
}
