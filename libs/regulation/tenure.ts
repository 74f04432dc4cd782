import { addDays, addMonths, daysBetween, type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';

import { badField, wholeCount } from './faults';
import { type Choice } from './readings/register';
import { type Worksheet } from './worksheet';

/** A time of cover, both days inclusive. */
export interface Cover {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** How long somebody was a member on the day of death: whole months, days, or the covers themselves. */
export type Tenure = { readonly months: number } | { readonly days: number } | { readonly covers: readonly Cover[] };

type Verdicts = Readonly<Record<Choice<'A-19'>, boolean>>;

const DAYS_A_MONTH = 30;
const GRACE_MONTHS = 3;
/** Three calendar months are 89 to 92 days: a bare number of days is sure only from the longest. */
const longestDaysOf = (months: number): number => months * DAYS_A_MONTH + 2;

/** A tenure that can be counted. Refuses BAD_TENURE, and NOT_COVERED_ON_EVENT_DATE when no cover holds the event. */
export function checkTenure(sheet: Worksheet, tenure: Tenure, event: PlainDate): Outcome<Tenure> {
  if ('months' in tenure) return ofCount(wholeCount(tenure.months, 'tenure', 0, 1_200), tenure);
  if ('days' in tenure) return ofCount(wholeCount(tenure.days, 'tenure', 0, 36_600), tenure);
  if (tenure.covers.some(({ from, to }) => to < from))
    return badField('tenure', { id: 'masa yang berakhir setelah mulai', en: 'covers that end after they begin' });
  return runAt(sheet, tenure.covers, event) === undefined ? notCovered() : accept(tenure);
}

function ofCount(count: Outcome<number>, tenure: Tenure): Outcome<Tenure> {
  return count.refused ? count : accept(tenure);
}

function notCovered(): Outcome<never> {
  return refuse(
    'NOT_COVERED_ON_EVENT_DATE',
    { id: 'Peristiwa terjadi di luar masa perlindungan.', en: 'The event lies outside the covers.' },
    { id: 'Periksa tanggal peristiwa dan bulan yang dibayar.', en: 'Check the date of the event and the months paid.' },
    { path: 'tenure' },
  );
}

/** Has a tenure reached `months` on the day of the event? Where the readings of "3 months" agree, none is touched. */
export function hasTenure(sheet: Worksheet, tenure: Tenure, event: PlainDate, months: number): boolean {
  if ('months' in tenure) return decide(sheet, verdictsOfMonths(tenure.months, months));
  if ('days' in tenure) return decide(sheet, verdictsOfDays(tenure.days, months));
  const run = runAt(sheet, tenure.covers, event);
  if (run === undefined) return false;
  if (decide(sheet, verdictsSince(run.from, event, months))) return true;
  const earlier = runsOf(tenure.covers).filter(({ to }) => to < run.from);
  return earlier.length > 0 && sheet.choose('A-20') === 'added' && addedMonths([...earlier, run], event) >= months;
}

function verdictsOfMonths(held: number, needed: number): Verdicts {
  const met = held >= needed;
  return {
    'calendar-months': met,
    'after-the-day': held > needed,
    'ninety-days': met,
    'ninety-days-counting-the-first': met,
  };
}

function verdictsOfDays(held: number, needed: number): Verdicts {
  return {
    'calendar-months': held >= longestDaysOf(needed),
    'after-the-day': held > longestDaysOf(needed),
    'ninety-days': held >= needed * DAYS_A_MONTH,
    'ninety-days-counting-the-first': held + 1 >= needed * DAYS_A_MONTH,
  };
}

function verdictsSince(start: PlainDate, event: PlainDate, needed: number): Verdicts {
  const border = addMonths(start, needed);
  const held = daysBetween(start, event);
  return {
    'calendar-months': border <= event,
    'after-the-day': border < event,
    'ninety-days': held >= needed * DAYS_A_MONTH,
    'ninety-days-counting-the-first': held + 1 >= needed * DAYS_A_MONTH,
  };
}

function decide(sheet: Worksheet, verdicts: Verdicts): boolean {
  const met = verdicts['calendar-months'];
  return Object.values(verdicts).every((verdict) => verdict === met) ? met : verdicts[sheet.choose('A-19')];
}

/** Covers joined where one begins no later than the day after another ends. */
export function runsOf(covers: readonly Cover[]): Cover[] {
  const runs: Cover[] = [];
  for (const cover of [...covers].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = runs.at(-1);
    if (last === undefined || cover.from > addDays(last.to, 1)) runs.push(cover);
    else runs[runs.length - 1] = { from: last.from, to: cover.to > last.to ? cover.to : last.to };
  }
  return runs;
}

/** The run of covers that holds the event; under the other reading of A-43, also one in whose time of grace it falls. */
function runAt(sheet: Worksheet, covers: readonly Cover[], event: PlainDate): Cover | undefined {
  const runs = runsOf(covers);
  const held = runs.find(({ from, to }) => from <= event && event <= to);
  if (held !== undefined) return held;
  const inGrace = runs.find(({ from, to }) => from <= event && event <= addMonths(to, GRACE_MONTHS));
  return inGrace !== undefined && sheet.choose('A-43') === 'grace' ? inGrace : undefined;
}

function addedMonths(runs: readonly Cover[], event: PlainDate): number {
  const days = runs.map(({ from, to }) => daysBetween(from, addDays(to < event ? to : event, 1)));
  return Math.floor(days.reduce((total, held) => total + held, 0) / DAYS_A_MONTH);
}
