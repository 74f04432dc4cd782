import { parsePeriod, type Period } from '@kerjasama/kernel/period';
import { dateInJakarta, parsePlainDate, type PlainDate, plainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome, type Refusal, refuse } from '@kerjasama/kernel/refusal';

import { badField, unknownName } from '../faults';
import { type Instant, localDateOf, type Occurrence, parseInstant } from '../instant';

/** Reads one field of a JSON object, or says what is wrong with it. `name` is the field's name on the line. */
export type Field<T> = (value: unknown, name: string) => Outcome<T>;

type Fields<S> = { readonly [K in keyof S]: Field<S[K]> };

export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads required and optional fields, in their order, and stops at the first fault. `wageBase` is `wage_base` on the line. */
export function readFields<R extends object, O extends object = object>(
  input: JsonRecord,
  required: Fields<R>,
  optional: Fields<O> = {} as Fields<O>,
): Outcome<R & Partial<O>> {
  const read: Record<string, unknown> = {};
  const needed = Object.entries<Field<unknown>>(required).map(([key, field]) => ({ key, field, must: true }));
  const others = Object.entries<Field<unknown>>(optional).map(([key, field]) => ({ key, field, must: false }));
  for (const { key, field, must } of [...needed, ...others]) {
    const name = snakeCase(key);
    const value = Object.hasOwn(input, name) ? input[name] : undefined;
    if (!must && (value === undefined || value === null)) continue;
    const outcome = field(value, name);
    if (outcome.refused) return outcome;
    read[key] = outcome.value;
  }
  return accept(read as R & Partial<O>);
}

/** Is a field given? `null` is not given. */
export function has(input: JsonRecord, name: string): boolean {
  return Object.hasOwn(input, name) && input[name] !== null;
}

export function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export const number: Field<number> = (value, name) =>
  typeof value === 'number' ? accept(value) : badField(name, { id: 'bilangan', en: 'a number' });

export const bool: Field<boolean> = (value, name) =>
  typeof value === 'boolean' ? accept(value) : badField(name, { id: 'true atau false', en: 'true or false' });

export const text: Field<string> = (value, name) =>
  typeof value === 'string' ? accept(value) : badField(name, { id: 'teks', en: 'text' });

/**
 * The days that can be counted with: dates end with the year 9999, and a term of a thousand months must end before it.
 * Text of days, months and moments compares by its first letters.
 */
const FIRST_YEAR = '0001';
const YEAR_AFTER_LAST = '9000';
const LAST_DAY = plainDate('8999-12-31');

function countable<T extends string>(
  parse: (text: string, name: string) => Outcome<T>,
  codeOf: (name: string) => string,
): Field<T> {
  return (value, name) => {
    const read = parse(written(value), name);
    if (read.refused || (read.value >= FIRST_YEAR && read.value < YEAR_AFTER_LAST)) return read;
    return beyondCounting(codeOf(name), name);
  };
}

function beyondCounting(code: string, path: string): Refusal {
  return refuse(
    code,
    { id: 'Tahun ini di luar yang dapat dihitung.', en: 'This year is beyond what can be counted with.' },
    { id: 'Pakai tahun 0001 sampai 8999.', en: 'Use a year from 0001 to 8999.' },
    { path },
  );
}

const written = (value: unknown): string => (typeof value === 'string' ? value : '');

export const date: Field<PlainDate> = countable(parsePlainDate, () => 'BAD_DATE');

export const month: Field<Period> = countable(parsePeriod, () => 'BAD_PERIOD');

/** The last day of a time of cover: none, or one far away, while the cover still runs. */
export const lastDayOfCover: Field<PlainDate> = (value, name) => {
  if (value === undefined || value === null) return accept(LAST_DAY);
  const day = parsePlainDate(written(value), name);
  return !day.refused && day.value > LAST_DAY ? accept(LAST_DAY) : date(value, name);
};

/** A month, or any day of it. */
export const monthOrDay: Field<Period> = (value, name) => {
  const day = date(value, name);
  return day.refused ? month(value, name) : month(day.value.slice(0, 7), name);
};

export const instant: Field<Instant> = countable(parseInstant, (name) => `BAD_${name.toUpperCase()}`);

/** A name from a closed list; any other is UNKNOWN_<WHAT>. */
export function oneOf<T extends string>(what: string, known: readonly T[]): Field<T> {
  return (value, name) => {
    const found = known.find((each) => each === value);
    return found === undefined ? unknownName(what, name, known) : accept(found);
  };
}

/** One of few words that are no list of the law; any other is BAD_<FIELD>. */
export function word<T extends string>(...known: readonly T[]): Field<T> {
  return (value, name) => {
    const found = known.find((each) => each === value);
    return found === undefined ? badField(name, { id: known.join(' / '), en: known.join(' / ') }) : accept(found);
  };
}

export function listOf<T>(field: Field<T>): Field<readonly T[]> {
  return (value, name) => {
    if (!Array.isArray(value)) return badField(name, { id: 'daftar', en: 'a list' });
    const items: T[] = [];
    for (const each of value as readonly unknown[]) {
      const item = field(each, name);
      if (item.refused) return item;
      items.push(item.value);
    }
    return accept(items);
  };
}

/** A nested object, read by a function of its fields. */
export function nested<T>(read: (input: JsonRecord, name: string) => Outcome<T>): Field<T> {
  return (value, name) => (isRecord(value) ? read(value, name) : badField(name, { id: 'objek', en: 'an object' }));
}

/** When something was: a day, a moment, or both. */
type When =
  | { readonly day: PlainDate; readonly moment?: undefined }
  | { readonly day?: undefined; readonly moment: Instant }
  | { readonly day: PlainDate; readonly moment: Instant };

/** A day, or a moment with its offset. Both only when the moment falls on that day, there or in Jakarta. */
export function readWhen(input: JsonRecord, dayName: string, momentName: string): Outcome<When> {
  const readDay = () => date(input[dayName], dayName);
  if (!has(input, momentName)) {
    const day = readDay();
    return day.refused ? day : accept({ day: day.value });
  }
  const moment = instant(input[momentName], momentName);
  if (moment.refused) return moment;
  if (!has(input, dayName)) return accept({ moment: moment.value });
  const day = readDay();
  if (day.refused) return day;
  const days = [localDateOf(moment.value), dateInJakarta(new Date(moment.value))];
  if (days.includes(day.value)) return accept({ day: day.value, moment: moment.value });
  return badField(momentName, {
    id: `saat pada hari "${dayName}", atau salah satunya saja`,
    en: `a moment of the day in "${dayName}", or only one of both`,
  });
}

/** `event_date`, a day, or `event_at`, a moment; of both, the day is what the law goes by. */
export function readEvent(input: JsonRecord): Outcome<Occurrence> {
  const when = readWhen(input, 'event_date', 'event_at');
  if (when.refused) return when;
  const { day, moment } = when.value;
  return accept(day === undefined ? { eventAt: moment } : { eventDate: day });
}
