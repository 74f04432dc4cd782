import { addDays, addMonths, type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';

import { type Settings } from './readings/register';
import { LIMITATION_JKK, LIMITATION_JKM } from './rows/limitation-rows';
import { type Program } from './scholarship';
import { calculate, noRuleFor, type Traced, type Worksheet } from './worksheet';

export type Cause = 'ACCIDENT' | 'OCCUPATIONAL_DISEASE';
export const CAUSES: readonly Cause[] = ['ACCIDENT', 'OCCUPATIONAL_DISEASE'];

/** `eventOn`: the accident, the diagnosis of the disease, or the death. `cause` matters for JKK only. */
export interface LimitationQuestion {
  readonly program: Program;
  readonly cause: Cause;
  readonly eventOn: PlainDate;
  readonly claimOn: PlainDate;
}

export interface LimitationAnswer {
  readonly timeBarred: boolean;
  /** The last day on which the claim is in time. */
  readonly lastDay: PlainDate;
}

const RULES_CHANGED = LIMITATION_JKK.rows[1]?.from;

/** Is a claim barred by time? Refuses CLAIM_BEFORE_EVENT, and NO_RULE_FOR_DATE where the sources give none. */
export function isTimeBarred(
  question: LimitationQuestion,
  settings: Settings = {},
): Outcome<LimitationAnswer & Traced> {
  return calculate('limitation', question, settings, (sheet) => {
    const { eventOn, claimOn } = question;
    if (claimOn < eventOn) return claimedTooEarly();
    const years = question.program === 'JKK' ? yearsOfJkk(sheet, question) : yearsOfJkm(sheet, eventOn);
    if (years.refused) return years;
    const anniversary = anniversaryOf(sheet, eventOn, years.value);
    const lastDay =
      claimOn === anniversary && sheet.choose('A-33') === 'barred' ? addDays(anniversary, -1) : anniversary;
    sheet.step(`${years.value} tahun: sampai ${lastDay}`, `${years.value} years: up to ${lastDay}`);
    return accept({ timeBarred: claimOn > lastDay, lastDay });
  });
}

function yearsOfJkk(sheet: Worksheet, { cause, eventOn }: LimitationQuestion): Outcome<number> {
  const first = LIMITATION_JKK.rows[0]?.from;
  if (first !== undefined && eventOn < first)
    return byReading(sheet.choose('A-38'), noRuleFor(LIMITATION_JKK.title, eventOn, first));
  const rule = sheet.rule(LIMITATION_JKK, eventOn);
  if (rule.refused || RULES_CHANGED === undefined || eventOn >= RULES_CHANGED) return yearsIn(rule);
  if (cause === 'OCCUPATIONAL_DISEASE' && sheet.choose('A-37') === 'no-rule')
    return noRuleFor(LIMITATION_JKK.title, eventOn, RULES_CHANGED);
  const barredThen = addMonths(eventOn, rule.value.years * 12) < RULES_CHANGED;
  return accept(!barredThen && sheet.choose('A-35') === 'five-years' ? 5 : rule.value.years);
}

function yearsOfJkm(sheet: Worksheet, eventOn: PlainDate): Outcome<number> {
  const first = LIMITATION_JKM.rows[0]?.from;
  if (first !== undefined && eventOn < first)
    return byReading(sheet.choose('A-36'), noRuleFor(LIMITATION_JKM.title, eventOn, first));
  return yearsIn(sheet.rule(LIMITATION_JKM, eventOn));
}

function yearsIn(rule: Outcome<{ readonly years: number }>): Outcome<number> {
  return rule.refused ? rule : accept(rule.value.years);
}

function byReading(choice: 'no-rule' | 'two-years' | 'five-years', none: Outcome<never>): Outcome<number> {
  switch (choice) {
    case 'no-rule':
      return none;
    case 'two-years':
      return accept(2);
    case 'five-years':
      return accept(5);
  }
}

/** From 29 February the anniversary of a common year is 28 February, or 1 March under the other reading of A-34. */
function anniversaryOf(sheet: Worksheet, eventOn: PlainDate, years: number): PlainDate {
  const anniversary = addMonths(eventOn, years * 12);
  const clipped = anniversary.slice(5) !== eventOn.slice(5);
  return clipped && sheet.choose('A-34') === '1-march' ? addDays(anniversary, 1) : anniversary;
}

function claimedTooEarly(): Outcome<never> {
  return refuse(
    'CLAIM_BEFORE_EVENT',
    { id: 'Tanggal klaim sebelum peristiwa.', en: 'The claim lies before the event.' },
    { id: 'Periksa kedua tanggal.', en: 'Check both dates.' },
    { path: 'claim_on' },
  );
}
