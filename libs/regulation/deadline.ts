import { assertNever } from '@kerjasama/kernel/assert-never';
import { addDays, addMonths, daysBetween, type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome, type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { add, type Rupiah, rupiah } from '@kerjasama/kernel/rupiah';

import { badField, wholeAmount } from './faults';
import { type Instant, localDateOf, onDate } from './instant';
import { portionOf } from './portion';
import { type Settings } from './readings/register';
import { type ClockName, type ClockRule, CLOCKS, PENALTY } from './rows/clock-rows';
import { findRow, rowsUnder, type Table } from './table';
import {
  addWorkingDays,
  findDecreed,
  isWorkingDay,
  NATIONAL_CALENDAR,
  workingDaysBetween,
  type WorkCalendar,
} from './working-days';
import { calculate, noRuleFor, type Traced, type Worksheet } from './worksheet';

/** A delay beyond it is a slip of the pen, and its penalty could not be counted. */
const LONGEST_DELAY_MONTHS = 1_200;

/** A time in which files are incomplete, both days inclusive: its working days do not count. */
export interface Pause {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** When a clock starts: a day, or a moment for the clocks of hours. */
export type ClockStart = { readonly startOn: PlainDate } | { readonly startAt: Instant };

export interface ClockQuestion {
  readonly clock: ClockName;
  /** A calendar of one's own instead of the national one. */
  readonly calendar?: WorkCalendar;
  readonly pauses?: readonly Pause[];
  readonly paidOn?: PlainDate;
  /** The nominal benefit in rupiah, on which a penalty is counted. */
  readonly benefit?: number;
}

/** `deadlineAt` for clocks of hours, with the offset of the start; `deadline` for clocks of days. */
export interface Deadline {
  readonly deadline?: PlainDate;
  readonly deadlineAt?: Instant;
  /** Given when `paidOn` is. */
  readonly lateDays?: number;
  /** Given when `paidOn` and `benefit` are and the clock is one of payment. */
  readonly penalty?: Rupiah;
  readonly dueTotal?: Rupiah;
  /** The deadline rests on a calendar year that is computed, not decreed. */
  readonly provisional: boolean;
}

/**
 * When a clock of the law runs out, and what a late payment adds. The start day is not counted. Refuses
 * CALENDAR_YEAR_MISSING, PAID_BEFORE_START and BAD_*.
 */
export function deadlineOf(question: ClockQuestion & ClockStart, settings: Settings = {}): Outcome<Deadline & Traced> {
  const { calendar, ...inputs } = question;
  const shown = calendar === undefined ? inputs : { ...inputs, calendar: [...calendar.years] };
  return calculate('clock', shown, settings, (sheet) => {
    const fault = faultIn(question);
    if (fault !== null) return fault;
    const rule = clockRule(sheet, CLOCKS[question.clock], startDayOf(question));
    if (rule.refused) return rule;
    if (rule.value.unit === 'hours') return elapsed(sheet, question, rule.value.count);
    const reached = dayOf(sheet, question, rule.value);
    if (reached.refused) return reached;
    sheet.step(`tenggat ${reached.value}`, `deadline ${reached.value}`);
    const late = lateness(sheet, question, reached.value);
    if (late.refused) return late;
    return accept({ deadline: reached.value, ...late.value, provisional: sheet.isProvisional() });
  });
}

/** What is wrong with the question itself, before any row or calendar is asked. */
function faultIn(question: ClockQuestion & ClockStart): Refusal | null {
  const { pauses = [], paidOn, benefit } = question;
  const start = startDayOf(question);
  if (pauses.some(({ from, to }) => to < from))
    return badField('pauses', { id: 'jeda yang berakhir setelah mulai', en: 'pauses that end after they begin' });
  const amount = wholeAmount(benefit ?? 0, 'benefit');
  if (amount.refused) return amount;
  if (paidOn === undefined) return null;
  if (paidOn < start) return paidTooEarly();
  return paidOn <= addMonths(start, LONGEST_DELAY_MONTHS)
    ? null
    : badField('paid_on', { id: 'hari dalam seratus tahun', en: 'a day within a hundred years' });
}

function startDayOf(start: ClockStart): PlainDate {
  return 'startOn' in start ? start.startOn : localDateOf(start.startAt);
}

/** A row, or before its first day what reading B-05 says: the sources name no first day for most clocks. */
function clockRule<V>(sheet: Worksheet, table: Table<V>, on: PlainDate): Outcome<V> {
  const rows = rowsUnder(table, sheet.settings);
  const first = rows[0];
  if (first === undefined || findRow(rows, on) !== undefined || first.from <= on) return sheet.rule(table, on);
  if (sheet.choose('B-05') === 'refused') return noRuleFor(table.title, on, first.from);
  sheet.cite(table, first);
  return accept(first.values);
}

/** Whole days of hours: the same time of day and offset, some days later. */
function elapsed(sheet: Worksheet, question: ClockQuestion & ClockStart, count: number): Outcome<Deadline> {
  if (!('startAt' in question))
    return badField('start_at', {
      id: 'saat mulai dengan selisih zona',
      en: 'the moment of the start, with its offset',
    });
  const deadlineAt = onDate(question.startAt, addDays(localDateOf(question.startAt), count / 24));
  sheet.step(`${count} jam: ${deadlineAt}`, `${count} hours: ${deadlineAt}`);
  return accept({ deadlineAt, provisional: false });
}

function dayOf(sheet: Worksheet, question: ClockQuestion & ClockStart, rule: ClockRule): Outcome<PlainDate> {
  const start = startDayOf(question);
  const calendar = question.calendar ?? NATIONAL_CALENDAR;
  switch (rule.unit) {
    case 'calendar-days':
      return calendarDays(sheet, calendar, addDays(start, rule.count));
    case 'working-days':
      return workingDays(sheet, calendar, start, rule.count, question.pauses ?? []);
    case 'hours':
      throw new Error('A clock of hours has no day');
    default:
      return assertNever(rule.unit);
  }
}

/** Not moved from a day off, unless reading A-31 says so. Only then is a calendar needed. */
function calendarDays(sheet: Worksheet, calendar: WorkCalendar, day: PlainDate): Outcome<PlainDate> {
  const working = isWorkingDay(calendar, day);
  if (!working.refused && working.value) return accept(day);
  if (sheet.choose('A-31') === 'not-moved') return accept(day);
  const next = addWorkingDays(calendar, day, 1);
  return next.refused ? next : accept(next.value.day);
}

function workingDays(
  sheet: Worksheet,
  calendar: WorkCalendar,
  start: PlainDate,
  count: number,
  pauses: readonly Pause[],
): Outcome<PlainDate> {
  const paused = (day: PlainDate): boolean => pauses.some(({ from, to }) => from <= day && day <= to);
  const plain = addWorkingDays(calendar, start, count);
  if (plain.refused && pauses.length === 0) return plain;
  const touched = !plain.refused && pauses.some(({ from, to }) => from <= plain.value.day && to > start);
  const again = touched && sheet.choose('A-32') === 'starts-again';
  const reached = again
    ? addWorkingDays(calendar, lastDayOf(pauses), count)
    : addWorkingDays(calendar, start, count, paused);
  if (reached.refused) return reached;
  for (const year of reached.value.years) citeCalendar(sheet, calendar, year);
  sheet.step(
    `${count} hari kerja setelah ${start}, jeda ${pauses.length}`,
    `${count} working days after ${start}, pauses ${pauses.length}`,
  );
  return accept(reached.value.day);
}

/** A decreed year is cited with its decree; a computed one makes the result provisional. */
function citeCalendar(sheet: Worksheet, calendar: WorkCalendar, year: number): void {
  if (calendar.provisional.has(year)) sheet.markProvisional(year);
  const decreed = calendar === NATIONAL_CALENDAR ? findDecreed(year) : undefined;
  if (decreed !== undefined) sheet.cite({ id: 'calendar' }, decreed);
}

function lastDayOf(pauses: readonly Pause[]): PlainDate {
  return pauses.map(({ to }) => to).reduce((a, b) => (a < b ? b : a));
}

type Lateness = Pick<Deadline, 'lateDays' | 'penalty' | 'dueTotal'>;

function lateness(sheet: Worksheet, question: ClockQuestion & ClockStart, deadline: PlainDate): Outcome<Lateness> {
  const { clock, paidOn, benefit } = question;
  if (paidOn === undefined) return accept({});
  const days = daysLate(sheet, question, deadline, paidOn);
  if (days.refused) return days;
  const lateDays = days.value;
  const rule = clockRule(sheet, PENALTY, deadline);
  if (rule.refused) return rule;
  if (benefit === undefined || !rule.value.clocks.includes(clock)) return accept({ lateDays });
  const amount = rupiah(benefit);
  const penalty = penaltyOf(sheet, clock, { amount, times: lateDays * rule.value.percent, by: 100 });
  sheet.step(`denda ${lateDays} hari`, `penalty for ${lateDays} days`, penalty);
  return accept({ lateDays, penalty, dueTotal: add(amount, penalty) });
}

function daysLate(sheet: Worksheet, question: ClockQuestion, deadline: PlainDate, paidOn: PlainDate): Outcome<number> {
  if (paidOn <= deadline) return accept(0);
  if (sheet.choose('A-28') === 'calendar-days') return accept(daysBetween(deadline, paidOn));
  return workingDaysBetween(question.calendar ?? NATIONAL_CALENDAR, deadline, paidOn);
}

function penaltyOf(
  sheet: Worksheet,
  clock: ClockName,
  portion: { readonly amount: Rupiah; readonly times: number; readonly by: number },
): Rupiah {
  if (portion.times === 0) return portionOf(portion, 'floor');
  if (clock === 'JKM_PAYMENT' && sheet.choose('A-30') === 'none') return portionOf({ ...portion, times: 0 }, 'floor');
  const [down, up] = [portionOf(portion, 'floor'), portionOf(portion, 'ceil')];
  return down === up ? down : portionOf(portion, sheet.choose('A-29'));
}

function paidTooEarly(): Refusal {
  return refuse(
    'PAID_BEFORE_START',
    { id: 'Tanggal bayar sebelum jam dimulai.', en: 'The payment lies before the start of the clock.' },
    { id: 'Periksa kedua tanggal.', en: 'Check both dates.' },
    { path: 'paid_on' },
  );
}
