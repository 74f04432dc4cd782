import { addMonths, type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome, type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { type Rupiah, rupiah, sum, times } from '@kerjasama/kernel/rupiah';
import { type Text } from '@kerjasama/kernel/text';

import { type Benefit, benefitOf, type BenefitLine, type Calculated } from './benefit';
import { badField, wholeCount } from './faults';
import { eventDateOn, type Occurrence } from './instant';
import { notInRegime } from './jkk-disability';
import { type Settings } from './readings/register';
import { type Level, LEVELS, SCHOLARSHIP, type ScholarshipPlan } from './rows/scholarship-rows';
import { childrenPaid } from './scholarship-right';
import { calculate, type Worksheet } from './worksheet';

export type Program = 'JKK' | 'JKM';
export const PROGRAMS: readonly Program[] = ['JKK', 'JKM'];

/** Years of schooling of one child by level; a level that is absent is no year. */
export type ChildYears = Readonly<Partial<Record<Level, number>>>;

/** What the schooling of the children comes to in all. Refuses TOO_MANY_YEARS, BENEFIT_NOT_IN_REGIME, BAD_*. */
export function scholarshipSum(
  input: Occurrence & { readonly program: Program; readonly childrenYears: readonly ChildYears[] },
  settings: Settings = {},
): Calculated<Benefit> {
  return calculate('scholarship_sum', input, settings, (sheet) => {
    if (input.childrenYears.length === 0)
      return badField('children_years', { id: 'paling sedikit satu anak', en: 'at least one child' });
    const fault = faultIn(input.childrenYears);
    if (fault !== null) return fault;
    const rule = sheet.rule(SCHOLARSHIP, eventDateOn(sheet, input));
    if (rule.refused) return rule;
    const plan = rule.value;
    if (plan === null) return notInRegime(SCHOLARSHIP.title);
    const count = childrenPaid(sheet, plan, input.childrenYears.length);
    if (count.refused) return count;
    const lines: BenefitLine[] = [];
    for (const [index, years] of input.childrenYears.slice(0, count.value).entries()) {
      const amount = sumOfChild(plan, years);
      if (amount.refused) return amount;
      lines.push({ item: `SCHOLARSHIP_CHILD_${index + 1}`, amount: amount.value });
    }
    return accept(benefitOf(sheet, lines));
  });
}

/** The years of every child must be counts, of those too who are not paid. */
function faultIn(childrenYears: readonly ChildYears[]): Refusal | null {
  const counts = childrenYears.flatMap((years) => LEVELS.map((level) => years[level] ?? 0));
  const judged = counts.map((count) => wholeCount(count, 'children_years', 0, Number.MAX_SAFE_INTEGER));
  return judged.find((count) => count.refused) ?? null;
}

function sumOfChild(plan: ScholarshipPlan, years: ChildYears): Outcome<Rupiah> {
  if (plan.plan === 'ONCE') return accept(rupiah(plan.amount));
  const sums: Rupiah[] = [];
  for (const level of LEVELS) {
    const count = years[level] ?? 0;
    if (count > plan.levels[level].years) return tooManyYears(level, plan.levels[level].years);
    sums.push(times(rupiah(plan.levels[level].amount), count));
  }
  return accept(sum(sums));
}

/** One yearly application for one child. */
export interface ScholarshipApplication {
  readonly level: Level;
  readonly appliedOn: PlainDate;
  readonly childBorn: PlainDate;
  readonly married: boolean;
  readonly working: boolean;
  readonly yearsAlreadyPaidAtLevel: number;
}

/**
 * The scholarship of one year. Refuses CHILD_TOO_OLD, CHILD_MARRIED, CHILD_WORKING, TOO_MANY_YEARS where it has ended,
 * CLAIM_BEFORE_EVENT, BENEFIT_NOT_IN_REGIME where there is no yearly plan, BAD_*.
 */
export function scholarshipYear(
  input: Occurrence & ScholarshipApplication,
  settings: Settings = {},
): Calculated<Benefit> {
  return calculate('scholarship_year', input, settings, (sheet) => {
    const { level, appliedOn, childBorn, yearsAlreadyPaidAtLevel } = input;
    const event = eventDateOn(sheet, input);
    const years = wholeCount(yearsAlreadyPaidAtLevel, 'years_already_paid_at_level', 0, Number.MAX_SAFE_INTEGER);
    if (years.refused) return years;
    if (appliedOn < event) return appliedTooEarly();
    if (appliedOn < childBorn)
      return badField('child_born', { id: 'tanggal lahir sebelum permohonan', en: 'a birth before the application' });
    const rule = sheet.rule(SCHOLARSHIP, event);
    if (rule.refused) return rule;
    if (rule.value?.plan !== 'YEARLY') return notInRegime(SCHOLARSHIP.title);
    const ended = endOf(sheet, input, rule.value.endsAtAge);
    if (ended !== null) return ended;
    const rate = rule.value.levels[level];
    if (years.value >= rate.years) return tooManyYears(level, rate.years);
    return accept(benefitOf(sheet, [{ item: `SCHOLARSHIP_${level}`, amount: rupiah(rate.amount) }]));
  });
}

function endOf(sheet: Worksheet, input: ScholarshipApplication, endsAtAge: number): Outcome<never> | null {
  const birthday = (age: number): PlainDate => addMonths(input.childBorn, age * 12);
  const tooOld =
    input.appliedOn >= birthday(endsAtAge + 1) ||
    (input.appliedOn >= birthday(endsAtAge) && sheet.choose('A-22') === 'on-the-23rd-birthday');
  if (tooOld)
    return ended('CHILD_TOO_OLD', { id: `Anak berusia ${endsAtAge} tahun.`, en: `The child is ${endsAtAge}.` });
  if (input.married) return ended('CHILD_MARRIED', { id: 'Anak sudah menikah.', en: 'The child is married.' });
  if (input.working) return ended('CHILD_WORKING', { id: 'Anak sudah bekerja.', en: 'The child works.' });
  return null;
}

function ended(code: string, why: Text): Outcome<never> {
  return refuse(code, why, {
    id: 'Beasiswa berakhir; tidak ada yang dibayar.',
    en: 'The scholarship has ended; nothing is paid.',
  });
}

function tooManyYears(level: Level, years: number): Outcome<never> {
  return ended('TOO_MANY_YEARS', {
    id: `Tingkat ${level} paling lama ${years} tahun.`,
    en: `Level ${level} is paid for at most ${years} years.`,
  });
}

function appliedTooEarly(): Outcome<never> {
  return refuse(
    'CLAIM_BEFORE_EVENT',
    { id: 'Permohonan sebelum peristiwa.', en: 'The application lies before the event.' },
    { id: 'Periksa kedua tanggal.', en: 'Check both dates.' },
    { path: 'applied_on' },
  );
}
