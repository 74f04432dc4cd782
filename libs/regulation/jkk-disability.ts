import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';
import { type Rupiah, rupiah } from '@kerjasama/kernel/rupiah';

import { type Benefit, benefitOf, type BenefitLine, type Calculated, type DeathBenefit, multipleOf } from './benefit';
import { wageBase, wholeCount } from './faults';
import { eventDateOn, type Occurrence } from './instant';
import { assessLosses, type Loss, type Side } from './losses';
import { portionOf } from './portion';
import { type Settings } from './readings/register';
import { FUNCTIONAL_DISABILITY, JKK_PERIODIC, PARTIAL_DISABILITY, TOTAL_DISABILITY } from './rows/jkk-rows';
import { rightAfterAccident } from './scholarship-right';
import { isWhole } from './portion';
import { calculate, type Worksheet } from './worksheet';

/** Losses of one accident. The table is written for the right-handed, so the dominant hand is always asked for. */
export interface PartialDisability {
  readonly wageBase: number;
  readonly dominantHand: Side;
  readonly losses: readonly Loss[];
}

/** `permille`: tenths of a percent by the table. */
export type DisabilityBenefit = Benefit & { readonly permille: number };

export interface TotalDisability {
  readonly wageBase: number;
  readonly children: number;
}

/** Partial anatomical disability: % by the table x 80 W. Refuses BAD_*, UNKNOWN_LOSS, SIDE_NEEDED, NO_RULE_FOR_DATE. */
export function jkkPartial(
  input: Occurrence & PartialDisability,
  settings: Settings = {},
): Calculated<DisabilityBenefit> {
  return calculate('jkk_partial', input, settings, (sheet) => {
    const lines = partialLines(sheet, eventDateOn(sheet, input), input);
    if (lines.refused) return lines;
    return accept({ ...benefitOf(sheet, lines.value.lines), permille: lines.value.permille });
  });
}

/**
 * Partial functional disability: % of lost function x % by the table x 80 W. Refuses as `jkkPartial`, and
 * BENEFIT_NOT_IN_REGIME before July 2015 (reading A-08).
 */
export function jkkFunctional(
  input: Occurrence & PartialDisability & { readonly lossOfFunctionPercent: number },
  settings: Settings = {},
): Calculated<DisabilityBenefit> {
  return calculate('jkk_functional', input, settings, (sheet) => {
    const lines = functionalLines(sheet, eventDateOn(sheet, input), input);
    if (lines.refused) return lines;
    return accept({ ...benefitOf(sheet, lines.value.lines), permille: lines.value.permille });
  });
}

/** Total permanent disability: 70 % of 80 W and the periodic sum, with a scholarship right. */
export function jkkTotalDisability(
  input: Occurrence & TotalDisability,
  settings: Settings = {},
): Calculated<DeathBenefit> {
  return calculate('jkk_total_disability', input, settings, (sheet) => {
    const on = eventDateOn(sheet, input);
    const wage = wageBase(input.wageBase);
    if (wage.refused) return wage;
    const children = wholeCount(input.children, 'children', 0, 100);
    if (children.refused) return children;
    const lines = totalLines(sheet, on, wage.value);
    if (lines.refused) return lines;
    const scholarship = rightAfterAccident(sheet, on, children.value);
    if (scholarship.refused) return scholarship;
    return accept({ ...benefitOf(sheet, lines.value), scholarship: scholarship.value });
  });
}

type Lines = { readonly lines: readonly BenefitLine[]; readonly permille: number };

export function partialLines(sheet: Worksheet, on: PlainDate, input: PartialDisability): Outcome<Lines> {
  const wage = wageBase(input.wageBase);
  if (wage.refused) return wage;
  const losses = assessLosses(sheet, on, input.losses, input.dominantHand);
  if (losses.refused) return losses;
  const rule = sheet.rule(PARTIAL_DISABILITY, on);
  if (rule.refused) return rule;
  const { permille, oneIsTotal } = losses.value;
  if (oneIsTotal && sheet.choose('A-14') === 'total') {
    const total = totalLines(sheet, on, wage.value);
    return total.refused ? total : accept({ lines: total.value, permille });
  }
  const amount = disabilitySum(sheet, wage.value, permille * rule.value.months, 1_000);
  return accept({ lines: [{ item: 'ANATOMICAL_DISABILITY', amount }], permille });
}

function functionalLines(
  sheet: Worksheet,
  on: PlainDate,
  input: PartialDisability & { readonly lossOfFunctionPercent: number },
): Outcome<Lines> {
  const wage = wageBase(input.wageBase);
  if (wage.refused) return wage;
  const lost = wholeCount(input.lossOfFunctionPercent, 'loss_of_function_percent', 1, 100);
  if (lost.refused) return lost;
  const losses = assessLosses(sheet, on, input.losses, input.dominantHand);
  if (losses.refused) return losses;
  const rule = sheet.rule(FUNCTIONAL_DISABILITY, on);
  if (rule.refused) return rule;
  const months = rule.value === null ? monthsBefore2015(sheet) : accept(rule.value.months);
  if (months.refused) return months;
  const { permille } = losses.value;
  const amount = disabilitySum(sheet, wage.value, permille * months.value * lost.value, 100_000);
  return accept({ lines: [{ item: 'FUNCTIONAL_DISABILITY', amount }], permille });
}

function monthsBefore2015(sheet: Worksheet): Outcome<number> {
  switch (sheet.choose('A-08')) {
    case 'not-in-regime':
      return notInRegime({ id: 'Cacat sebagian fungsi', en: 'Partial functional disability' });
    case 'later-formula':
      return accept(80);
    case 'seventy-months':
      return accept(70);
  }
}

export function totalLines(sheet: Worksheet, on: PlainDate, wage: Rupiah): Outcome<readonly BenefitLine[]> {
  const rule = sheet.rule(TOTAL_DISABILITY, on);
  if (rule.refused) return rule;
  const periodic = sheet.rule(JKK_PERIODIC, on);
  if (periodic.refused) return periodic;
  return accept([
    { item: 'TOTAL_DISABILITY', amount: multipleOf(sheet, rule.value, wage) },
    { item: 'PERIODIC', amount: rupiah(periodic.value) },
  ]);
}

function disabilitySum(sheet: Worksheet, wage: Rupiah, times: number, by: number): Rupiah {
  const portion = { amount: wage, times, by };
  sheet.step(`W ${wage} x ${times} / ${by}`, `W ${wage} x ${times} / ${by}`);
  return portionOf(portion, isWhole(portion) ? 'floor' : sheet.choose('B-03'));
}

/** "-" in the table: the benefit did not exist then. */
export function notInRegime(benefit: { readonly id: string; readonly en: string }): Outcome<never> {
  return refuse(
    'BENEFIT_NOT_IN_REGIME',
    {
      id: `${benefit.id} tidak ada dalam aturan tanggal peristiwa.`,
      en: `${benefit.en} is not in the rules of the event date.`,
    },
    { id: 'Periksa tanggal peristiwa.', en: 'Check the date of the event.' },
  );
}
