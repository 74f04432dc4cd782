import { addDays, addMonths, daysBetween, type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome } from '@kerjasama/kernel/refusal';
import { type Rupiah, rupiah } from '@kerjasama/kernel/rupiah';

import { type Benefit, benefitOf, type BenefitLine, type Calculated } from './benefit';
import { badField, wageBase, wholeCount } from './faults';
import { eventDateOn, type Occurrence } from './instant';
import { isWhole, portionOf } from './portion';
import { type Settings } from './readings/register';
import { STMB, STMB_DAYS, type StmbBracket } from './rows/jkk-rows';
import { calculate, type Worksheet } from './worksheet';

/** How long somebody could not work: full months and days, or the first and the last day, both inclusive. */
export type Incapacity =
  { readonly months: number; readonly days: number } | { readonly firstDay: PlainDate; readonly lastDay: PlainDate };

export type StmbBenefit = Benefit & { readonly months: number; readonly days: number };

const MOST_MONTHS = 1_200;

/** Temporary incapacity (STMB): W a month by the bracket of the month, W/30 a day. Refuses BAD_* and NO_RULE_FOR_DATE. */
export function jkkStmb(
  input: Occurrence & Incapacity & { readonly wageBase: number },
  settings: Settings = {},
): Calculated<StmbBenefit> {
  return calculate('jkk_stmb', input, settings, (sheet) => {
    const on = eventDateOn(sheet, input);
    const span = spanOf(sheet, on, input);
    if (span.refused) return span;
    const lines = stmbLines(sheet, on, input);
    if (lines.refused) return lines;
    return accept({ ...span.value, ...benefitOf(sheet, lines.value) });
  });
}

interface Span {
  readonly months: number;
  readonly days: number;
}

/** The lines by percent, on a sheet that another calculation has opened. */
export function stmbLines(
  sheet: Worksheet,
  on: PlainDate,
  input: Incapacity & { readonly wageBase: number },
): Outcome<readonly BenefitLine[]> {
  const wage = wageBase(input.wageBase);
  if (wage.refused) return wage;
  const span = spanOf(sheet, on, input);
  if (span.refused) return span;
  const month = sheet.rule(STMB_DAYS, on);
  if (month.refused) return month;
  const percents = percentsOf(sheet, on, 'firstDay' in input ? input.firstDay : on, span.value);
  if (percents.refused) return percents;
  const { months, days } = span.value;
  sheet.step(
    `tidak mampu bekerja ${months} bulan ${days} hari`,
    `unable to work for ${months} months and ${days} days`,
  );
  return accept(linesOf(sheet, wage.value, span.value, percents.value, month.value.daysOfAMonth));
}

function spanOf(sheet: Worksheet, on: PlainDate, input: Incapacity): Outcome<Span> {
  if ('months' in input) {
    const months = wholeCount(input.months, 'months', 0, MOST_MONTHS);
    if (months.refused) return months;
    const days = wholeCount(input.days, 'days', 0, 30);
    return days.refused ? days : accept({ months: months.value, days: days.value });
  }
  const { firstDay, lastDay } = input;
  if (firstDay < on)
    return badField('first_day', {
      id: 'hari peristiwa atau setelahnya',
      en: 'the day of the event or a later one',
    });
  if (lastDay < firstDay || lastDay >= addMonths(firstDay, MOST_MONTHS))
    return badField('last_day', {
      id: `hari pada atau setelah hari pertama, paling lama ${MOST_MONTHS} bulan`,
      en: `a day on or after the first day, at most ${MOST_MONTHS} months`,
    });
  return accept(betweenDays(sheet, firstDay, addDays(lastDay, 1)));
}

function betweenDays(sheet: Worksheet, first: PlainDate, end: PlainDate): Span {
  const days = daysBetween(first, end);
  let months = Math.floor(days / 31);
  while (addMonths(first, months + 1) <= end) months += 1;
  const byCalendar = { months, days: daysBetween(addMonths(first, months), end) };
  const byThirty = { months: Math.floor(days / 30), days: days % 30 };
  if (byCalendar.months === byThirty.months && byCalendar.days === byThirty.days) return byCalendar;
  return sheet.choose('A-06') === 'calendar-months' ? byCalendar : byThirty;
}

/** The percent of each month begun, by the version of the event date or of the month paid (reading A-07). */
function percentsOf(sheet: Worksheet, on: PlainDate, first: PlainDate, span: Span): Outcome<readonly number[]> {
  const brackets = sheet.rule(STMB, on);
  if (brackets.refused) return brackets;
  const count = span.months + (span.days > 0 ? 1 : 0);
  const byEvent = Array.from({ length: count }, (_, index) => percentIn(brackets.value, index + 1));
  const crosses = STMB.rows.some(({ from }) => on < from && from < addMonths(first, count));
  if (!crosses || sheet.choose('A-07') === 'event-date') return accept(byEvent);
  const byMonth: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const rule = sheet.rule(STMB, addMonths(first, index));
    if (rule.refused) return rule;
    byMonth.push(percentIn(rule.value, index + 1));
  }
  return accept(byMonth);
}

function percentIn(brackets: readonly StmbBracket[], month: number): number {
  const bracket = brackets.find(({ through }) => through === null || month <= through);
  if (bracket === undefined) throw new Error('The last bracket of STMB is not open');
  return bracket.percent;
}

function linesOf(
  sheet: Worksheet,
  wage: Rupiah,
  span: Span,
  percents: readonly number[],
  daysOfAMonth: number,
): BenefitLine[] {
  const descending = [...new Set(percents)].sort((a, b) => b - a);
  return descending.map((percent) => {
    const months = percents.filter((each, index) => each === percent && index < span.months).length;
    const days = percents[span.months] === percent ? span.days : 0;
    return { item: `STMB_${percent}`, amount: stmbSum(sheet, { wage, percent, months, days, daysOfAMonth }) };
  });
}

interface Bracket {
  readonly wage: Rupiah;
  readonly percent: number;
  readonly months: number;
  readonly days: number;
  readonly daysOfAMonth: number;
}

/** Multiplies first and divides last, so that a line is rounded once. */
function stmbSum(sheet: Worksheet, { wage, percent, months, days, daysOfAMonth }: Bracket): Rupiah {
  const portion = { amount: wage, times: percent * (months * daysOfAMonth + days), by: 100 * daysOfAMonth };
  sheet.step(
    `${percent} % x W x (${months} bulan + ${days}/${daysOfAMonth})`,
    `${percent} % x W x (${months} months + ${days}/${daysOfAMonth})`,
  );
  if (isWhole(portion)) return portionOf(portion, 'floor');
  const reading = sheet.choose('A-05');
  if (reading !== 'floor-daily-rate') return portionOf(portion, reading);
  const ofMonths = portionOf({ amount: wage, times: percent * months, by: 100 }, 'floor');
  const daily = Math.floor(wage / daysOfAMonth);
  return rupiah(ofMonths + portionOf({ amount: daily, times: percent * days, by: 100 }, 'floor'));
}
