import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome } from '@kerjasama/kernel/refusal';
import { rupiah } from '@kerjasama/kernel/rupiah';

import { benefitOf, type BenefitLine, type Calculated, type DeathBenefit } from './benefit';
import { wholeCount } from './faults';
import { eventDateOn, type Occurrence } from './instant';
import { type Settings } from './readings/register';
import { type DeathSums, JKM_SUMS, JKM_TENURE } from './rows/jkm-rows';
import { NO_RIGHT, rightAfterDeath } from './scholarship-right';
import { checkTenure, hasTenure, type Tenure } from './tenure';
import { calculate, type Worksheet } from './worksheet';

/** A death that is no work accident. `contributionMonths` count for the scholarship, `tenure` for the full sum. */
export interface JkmDeath {
  readonly tenure: Tenure;
  readonly contributionMonths: number;
  readonly children: number;
}

/**
 * The death benefit (JKM) by the day of death. Before three months of membership, since Permenaker 1/2025, the funeral
 * sum only. Refuses BAD_*, NO_RULE_FOR_DATE and NOT_COVERED_ON_EVENT_DATE.
 */
export function jkmDeath(input: Occurrence & JkmDeath, settings: Settings = {}): Calculated<DeathBenefit> {
  return calculate('jkm_death', input, settings, (sheet) => jkmDeathOn(sheet, eventDateOn(sheet, input), input));
}

/** The same on a sheet that another calculation has opened. */
export function jkmDeathOn(sheet: Worksheet, on: PlainDate, input: JkmDeath): Outcome<DeathBenefit> {
  const children = wholeCount(input.children, 'children', 0, 100);
  if (children.refused) return children;
  const months = wholeCount(input.contributionMonths, 'contribution_months', 0, 1_200);
  if (months.refused) return months;
  const sums = sheet.rule(JKM_SUMS, on);
  if (sums.refused) return sums;
  const tenure = checkTenure(sheet, input.tenure, on);
  if (tenure.refused) return tenure;
  const rule = sheet.rule(JKM_TENURE, on);
  if (rule.refused) return rule;
  const full = rule.value.fullFromMonths === 0 || hasTenure(sheet, tenure.value, on, rule.value.fullFromMonths);
  if (!full)
    sheet.step(
      `masa kepesertaan belum ${rule.value.fullFromMonths} bulan: hanya biaya pemakaman`,
      `membership under ${rule.value.fullFromMonths} months: the funeral sum only`,
    );
  const withRight = full || (children.value > 0 && sheet.choose('B-04') === 'by-contribution-months');
  const scholarship = withRight ? rightAfterDeath(sheet, on, children.value, months.value) : accept(NO_RIGHT);
  if (scholarship.refused) return scholarship;
  return accept({ ...benefitOf(sheet, linesOf(sums.value, full)), scholarship: scholarship.value });
}

function linesOf({ lump, periodic, funeral }: DeathSums, full: boolean): BenefitLine[] {
  const line = (item: string, amount: number): BenefitLine => ({ item, amount: rupiah(amount) });
  const always = line('FUNERAL', funeral);
  return full ? [line('LUMP', lump), line('PERIODIC', periodic), always] : [always];
}
