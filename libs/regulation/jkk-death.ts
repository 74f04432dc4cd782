import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';
import { type Rupiah, rupiah } from '@kerjasama/kernel/rupiah';

import { benefitOf, type BenefitLine, type Calculated, type DeathBenefit, multipleOf } from './benefit';
import { wageBase, wholeAmount, wholeCount } from './faults';
import { eventDateOn, type Occurrence } from './instant';
import { type Settings } from './readings/register';
import { DEATH_FLOOR, DEATH_SUM, JKK_FUNERAL, JKK_PERIODIC } from './rows/jkk-rows';
import { rightAfterAccident } from './scholarship-right';
import { calculate, type Worksheet } from './worksheet';

/** A death by work accident. What was already paid for disability of the same accident is deducted from the lump sum. */
export interface JkkDeath {
  readonly wageBase: number;
  readonly children: number;
  readonly disabilityAlreadyPaid?: number;
  /** A sum in rupiah, or all of it. */
  readonly periodicAlreadyPaid?: number | 'all';
  readonly deathDate?: PlainDate;
}

/** What of the same accident was paid before, in rupiah. */
export interface AlreadyPaid {
  readonly disability: Rupiah;
  readonly periodic: Rupiah | 'all';
}

/**
 * Death by work accident, by the day of the accident: 60 % of 80 W with its floor, periodic sum, funeral sum.
 * Refuses BAD_*, DEATH_BEFORE_ACCIDENT and NO_RULE_FOR_DATE.
 */
export function jkkDeath(input: Occurrence & JkkDeath, settings: Settings = {}): Calculated<DeathBenefit> {
  return calculate('jkk_death', input, settings, (sheet) => jkkDeathOn(sheet, eventDateOn(sheet, input), input));
}

/** The same on a sheet that another calculation has opened. */
export function jkkDeathOn(sheet: Worksheet, accident: PlainDate, input: JkkDeath): Outcome<DeathBenefit> {
  const wage = wageBase(input.wageBase);
  if (wage.refused) return wage;
  const children = wholeCount(input.children, 'children', 0, 100);
  if (children.refused) return children;
  const disability = wholeAmount(input.disabilityAlreadyPaid ?? 0, 'disability_already_paid');
  if (disability.refused) return disability;
  const periodic = periodicPaid(input.periodicAlreadyPaid ?? 0);
  if (periodic.refused) return periodic;
  const on = ruleDate(sheet, accident, input.deathDate);
  if (on.refused) return on;
  const lines = deathLines(sheet, on.value, wage.value, { disability: disability.value, periodic: periodic.value });
  if (lines.refused) return lines;
  const scholarship = rightAfterAccident(sheet, on.value, children.value);
  if (scholarship.refused) return scholarship;
  return accept({ ...benefitOf(sheet, lines.value), scholarship: scholarship.value });
}

/** The day whose version applies: of the accident, unless reading A-12 says of the death. */
function ruleDate(sheet: Worksheet, accident: PlainDate, death: PlainDate | undefined): Outcome<PlainDate> {
  if (death === undefined || death === accident) return accept(accident);
  if (death > accident) return accept(sheet.choose('A-12') === 'accident-date' ? accident : death);
  return refuse(
    'DEATH_BEFORE_ACCIDENT',
    { id: 'Tanggal kematian sebelum kecelakaan.', en: 'The death lies before the accident.' },
    { id: 'Periksa kedua tanggal.', en: 'Check both dates.' },
    { path: 'death_date' },
  );
}

/** The three sums of an accident death, after what was already paid. */
export function deathLines(
  sheet: Worksheet,
  on: PlainDate,
  wage: Rupiah,
  paid: AlreadyPaid,
): Outcome<readonly BenefitLine[]> {
  const multiple = sheet.rule(DEATH_SUM, on);
  if (multiple.refused) return multiple;
  const floor = sheet.rule(DEATH_FLOOR, on);
  if (floor.refused) return floor;
  const periodic = sheet.rule(JKK_PERIODIC, on);
  if (periodic.refused) return periodic;
  const funeral = sheet.rule(JKK_FUNERAL, on);
  if (funeral.refused) return funeral;
  const death = afterDeduction(sheet, multipleOf(sheet, multiple.value, wage), floor.value ?? 0, paid.disability);
  return accept([
    { item: 'DEATH', amount: death },
    { item: 'PERIODIC', amount: periodicAfter(sheet, periodic.value, paid.periodic) },
    { item: 'FUNERAL', amount: rupiah(funeral.value) },
  ]);
}

function afterDeduction(sheet: Worksheet, counted: Rupiah, floor: number, paid: Rupiah): Rupiah {
  if (counted < floor) sheet.step('batas bawah santunan kematian', 'floor of the death sum', floor);
  if (paid === 0) return rupiah(Math.max(counted, floor));
  sheet.step('dikurangi santunan cacat yang sudah dibayar', 'less disability already paid', paid);
  const floorFirst = Math.max(0, Math.max(counted, floor) - paid);
  const deductFirst = Math.max(counted - paid, floor);
  if (floorFirst === deductFirst) return rupiah(floorFirst);
  return rupiah(sheet.choose('A-10') === 'floor-first' ? floorFirst : deductFirst);
}

function periodicPaid(paid: number | 'all'): Outcome<Rupiah | 'all'> {
  return paid === 'all' ? accept(paid) : wholeAmount(paid, 'periodic_already_paid');
}

function periodicAfter(sheet: Worksheet, periodic: number, paid: Rupiah | 'all'): Rupiah {
  if (paid === 0 || sheet.choose('A-11') === 'paid-again') return rupiah(periodic);
  return rupiah(paid === 'all' ? 0 : Math.max(0, periodic - paid));
}
