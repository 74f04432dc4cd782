import { accept } from '@kerjasama/kernel/refusal';

import { type Calculated, type DeathBenefit } from './benefit';
import { eventDateOn, type Occurrence } from './instant';
import { type JkkDeath, jkkDeathOn } from './jkk-death';
import { type JkmDeath, jkmDeathOn } from './jkm-death';
import { type Settings } from './readings/register';
import { SUDDEN_DEATH } from './rows/jkm-rows';
import { calculate } from './worksheet';

export type SuddenDeathBenefit = DeathBenefit & { readonly program: 'JKK' | 'JKM' };

/** A sudden death at the workplace: a work accident since Permenaker 5/2021 (reading A-24), before it a JKM death. */
export function suddenDeath(
  input: Occurrence & JkkDeath & JkmDeath,
  settings: Settings = {},
): Calculated<SuddenDeathBenefit> {
  return calculate('sudden_death', input, settings, (sheet) => {
    const on = eventDateOn(sheet, input);
    const rule = sheet.rule(SUDDEN_DEATH, on);
    if (rule.refused) return rule;
    const { program } = rule.value;
    const benefit = program === 'JKK' ? jkkDeathOn(sheet, on, input) : jkmDeathOn(sheet, on, input);
    return benefit.refused ? benefit : accept({ program, ...benefit.value });
  });
}
