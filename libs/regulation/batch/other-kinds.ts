import { type Sex } from '@kerjasama/kernel/nik';
import { accept, type Outcome } from '@kerjasama/kernel/refusal';

import { judgeBudget, type Price } from '../budget';
import { contributionOf, contributionOfPeriod } from '../contribution';
import { type ClockQuestion, type ClockStart, deadlineOf } from '../deadline';
import { wholeCount } from '../faults';
import { heirsOf } from '../heirs';
import { CAUSES, type Cause, isTimeBarred } from '../limitation';
import { parseNik } from '../nik';
import { type ClockName, CLOCKS } from '../rows/clock-rows';
import { PAYERS, SECTORS } from '../rows/contribution-rows';
import { RELATIONS } from '../rows/heir-rows';
import { PROGRAMS } from '../scholarship';
import { calendarOf, type WorkCalendar } from '../working-days';
import {
  bool,
  date,
  type Field,
  has,
  type JsonRecord,
  listOf,
  month,
  monthOrDay,
  nested,
  number,
  oneOf,
  readFields,
  readWhen,
  text,
  word,
} from './fields';
import { type Kind } from './kind';

const payment = { income: number, payer: oneOf('payer', PAYERS), sector: oneOf('sector', SECTORS) };
const relief = { minimumWage: number, memberSince: monthOrDay, paidThrough: monthOrDay };
const clocks = Object.keys(CLOCKS).filter((key): key is ClockName => Object.hasOwn(CLOCKS, key));

const contribution: Kind = (input, settings) => {
  const read = readFields(input, { date, ...payment }, relief);
  return read.refused ? read : contributionOf(read.value, settings);
};

const contributionPeriod: Kind = (input, settings) => {
  const read = readFields(input, { firstMonth: month, months: number, ...payment }, relief);
  return read.refused ? read : contributionOfPeriod(read.value, settings);
};

const year: Field<number> = (value, name) => {
  const read = number(value, name);
  return read.refused ? read : wholeCount(read.value, name, 1, 8_999);
};

const calendar: Field<WorkCalendar> = nested((input) => {
  const read = readFields(input, { years: listOf(year), holidays: listOf(date) });
  return read.refused ? read : accept(calendarOf(read.value.years, read.value.holidays));
});

const pause = nested((input) => readFields(input, { from: date, to: date }));

/** `start_on`, a day, or `start_at`, a moment; of both, the moment, which a clock of hours needs. */
function readStart(input: JsonRecord): Outcome<ClockStart> {
  const when = readWhen(input, 'start_on', 'start_at');
  if (when.refused) return when;
  const { day, moment } = when.value;
  return accept(moment === undefined ? { startOn: day } : { startAt: moment });
}

function readClock(input: JsonRecord): Outcome<ClockQuestion & ClockStart> {
  const name = readFields(input, { clock: oneOf('clock', clocks) });
  if (name.refused) return name;
  const start = readStart(input);
  if (start.refused) return start;
  const rest = readFields(input, {}, { calendar, pauses: listOf(pause), paidOn: date, benefit: number });
  return rest.refused ? rest : accept({ ...name.value, ...start.value, ...rest.value });
}

const clock: Kind = (input, settings) => {
  const question = readClock(input);
  if (question.refused) return question;
  const deadline = deadlineOf(question.value, settings);
  return deadline.refused ? deadline : accept({ ...deadline.value, provisional: undefined });
};

const limitation: Kind = (input, settings) => {
  const program = readFields(input, { program: oneOf('program', PROGRAMS) });
  if (program.refused) return program;
  const cause: Field<Cause> = oneOf('cause', CAUSES);
  const read = readFields(input, { eventOn: date, claimOn: date }, { cause });
  if (read.refused) return read;
  const named = program.value.program === 'JKM' ? accept<Cause>('ACCIDENT') : cause(read.value.cause, 'cause');
  if (named.refused) return named;
  const answer = isTimeBarred({ ...program.value, ...read.value, cause: named.value }, settings);
  return answer.refused ? answer : accept({ ...answer.value, lastDay: undefined });
};

const relative = nested((input) =>
  readFields(input, { id: text, relation: oneOf('relation', RELATIONS), alive: bool }),
);

const heirs: Kind = (input, settings) => {
  const read = readFields(
    input,
    { program: oneOf('program', PROGRAMS), relatives: listOf(relative) },
    { will: nested((will) => readFields(will, { id: text, alive: bool })), funeralArranger: text },
  );
  if (read.refused) return read;
  const { will = null, funeralArranger = null } = read.value;
  return heirsOf({ ...read.value, will, funeralArranger }, settings);
};

const nik: Kind = (input, settings) => {
  const read = readFields(input, { coverStart: date }, { declaredBirth: date, declaredSex: word<Sex>('F', 'M') });
  if (read.refused) return read;
  const written = typeof input['nik'] === 'string' ? input['nik'] : '';
  const parsed = parseNik(written, read.value, settings);
  return parsed.refused ? parsed : accept({ ...parsed.value, nik: undefined, valid: true });
};

function readPrice(input: JsonRecord): Outcome<Price> {
  if (has(input, 'tariff')) return readFields(input, { tariff: number });
  return readFields(input, { firstMonth: month, ...payment }, relief);
}

const budget: Kind = (input, settings) => {
  const ceiling = readFields(
    input,
    { pagu: number, heads: number, months: number },
    { blocked: number, committed: number, realised: number },
  );
  if (ceiling.refused) return ceiling;
  const price = readPrice(input);
  return price.refused ? price : judgeBudget({ ...ceiling.value, ...price.value }, settings);
};

export const OTHER_KINDS: Readonly<Record<string, Kind>> = {
  contribution,
  contribution_period: contributionPeriod,
  clock,
  limitation,
  heirs,
  nik,
  budget,
};
