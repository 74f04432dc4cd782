import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome } from '@kerjasama/kernel/refusal';
import { NO_RUPIAH, type Rupiah, sum } from '@kerjasama/kernel/rupiah';

import { type Benefit, benefitOf, type BenefitLine, type Calculated } from './benefit';
import { badField, wageBase } from './faults';
import { eventDateOn, type Occurrence } from './instant';
import { partialLines, totalLines } from './jkk-disability';
import { deathLines } from './jkk-death';
import { type Incapacity, stmbLines } from './jkk-stmb';
import { type Loss, needsHand, type Side } from './losses';
import { type Settings } from './readings/register';
import { calculate, type Worksheet } from './worksheet';

/**
 * One accident from its first day to its end: incapacity, then a disability, then perhaps death of the same accident.
 * Without any of them, or with an empty list of losses, nothing is due.
 */
export interface AccidentCase {
  readonly wageBase: number;
  readonly stmb?: Incapacity;
  readonly losses?: readonly Loss[];
  readonly dominantHand?: Side;
  readonly totalDisability?: boolean;
  readonly died?: boolean;
}

/**
 * What one accident pays in all. Incapacity and disability are paid beside each other; a later death deducts the
 * disability already paid. Refuses BAD_* and as the parts do.
 */
export function jkkCase(input: Occurrence & AccidentCase, settings: Settings = {}): Calculated<Benefit> {
  return calculate('jkk_case', input, settings, (sheet) => {
    const on = eventDateOn(sheet, input);
    const wage = wageBase(input.wageBase);
    if (wage.refused) return wage;
    const stmb = input.stmb === undefined ? NOTHING : stmbLines(sheet, on, { ...input.stmb, wageBase: wage.value });
    if (stmb.refused) return stmb;
    const disability = disabilityLines(sheet, on, wage.value, input);
    if (disability.refused) return disability;
    const death = input.died === true ? deathLines(sheet, on, wage.value, paidIn(disability.value)) : NOTHING;
    if (death.refused) return death;
    return accept(benefitOf(sheet, [...stmb.value, ...disability.value, ...death.value]));
  });
}

const NOTHING: Outcome<readonly BenefitLine[]> = accept([]);

function disabilityLines(
  sheet: Worksheet,
  on: PlainDate,
  wage: Rupiah,
  { losses = [], dominantHand, totalDisability }: AccidentCase,
): Outcome<readonly BenefitLine[]> {
  if (totalDisability === true) {
    if (losses.length === 0) return totalLines(sheet, on, wage);
    return badField('losses', {
      id: 'cacat sebagian atau cacat total, bukan keduanya',
      en: 'losses or a total disability, not both',
    });
  }
  if (losses.length === 0) return NOTHING;
  if (dominantHand === undefined && needsHand(losses))
    return badField('dominant_hand', { id: 'RIGHT atau LEFT', en: 'RIGHT or LEFT' });
  const partial = partialLines(sheet, on, { wageBase: wage, losses, dominantHand: dominantHand ?? 'RIGHT' });
  return partial.refused ? partial : accept(partial.value.lines);
}

function paidIn(lines: readonly BenefitLine[]): { disability: Rupiah; periodic: Rupiah } {
  const periodic = lines.filter(({ item }) => item === 'PERIODIC').map(({ amount }) => amount);
  const disability = lines.filter(({ item }) => item !== 'PERIODIC').map(({ amount }) => amount);
  return { disability: disability.length > 0 ? sum(disability) : NO_RUPIAH, periodic: sum(periodic) };
}
