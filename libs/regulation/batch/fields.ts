import { parsePeriod, type Period } from '@kerjasama/kernel/period';
import { parsePlainDate, type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome } from '@kerjasama/kernel/refusal';

import { badField, unknownName } from '../faults';
import { type Instant, type Occurrence, parseInstant } from '../instant';

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

export const date: Field<PlainDate> = (value, name) => parsePlainDate(typeof value === 'string' ? value : '', name);

export const month: Field<Period> = (value, name) => parsePeriod(typeof value === 'string' ? value : '', name);

/** A month, or any day of it. */
export const monthOrDay: Field<Period> = (value, name) => {
  const day = date(value, name);
  return day.refused ? month(value, name) : month(day.value.slice(0, 7), name);
};

export const instant: Field<Instant> = (value, name) => parseInstant(typeof value === 'string' ? value : '', name);

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

/** `event_date`, a day, or `event_at`, a moment with its offset. */
export function readEvent(input: JsonRecord): Outcome<Occurrence> {
  return has(input, 'event_at') && !has(input, 'event_date')
    ? readFields(input, { eventAt: instant })
    : readFields(input, { eventDate: date });
}
