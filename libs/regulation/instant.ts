import { dateInJakarta, parsePlainDate, type PlainDate, plainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome } from '@kerjasama/kernel/refusal';

import { badField } from './faults';
import { type Worksheet } from './worksheet';

declare const instantBrand: unique symbol;

/** A moment with its offset, as it was written down: `2028-03-03T23:40:00+09:00`. */
export type Instant = string & { readonly [instantBrand]: true };

const FORM = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

export function parseInstant(text: string, field = 'instant'): Outcome<Instant> {
  if (FORM.test(text) && !parsePlainDate(text.slice(0, 10)).refused) return accept(text as Instant);
  return badField(field, {
    id: 'saat dengan selisih zona, misalnya 2028-03-03T23:40:00+07:00',
    en: 'a moment with its offset, e.g. 2028-03-03T23:40:00+07:00',
  });
}

/** The date where it happened: WIB, WITA or WIT, as the offset says. */
export function localDateOf(instant: Instant): PlainDate {
  return plainDate(instant.slice(0, 10));
}

/** The same time of day and offset on another date: what whole days of elapsed hours come to. */
export function onDate(instant: Instant, date: PlainDate): Instant {
  return `${date}${instant.slice(10)}` as Instant;
}

/** When it happened: a day, or a moment whose day is a reading near midnight. */
export type Occurrence = { readonly eventDate: PlainDate } | { readonly eventAt: Instant };

/** The day whose rules apply to an event. */
export function eventDateOn(sheet: Worksheet, event: Occurrence): PlainDate {
  if ('eventDate' in event) return event.eventDate;
  const local = localDateOf(event.eventAt);
  const jakarta = dateInJakarta(new Date(event.eventAt));
  if (local === jakarta) return local;
  return sheet.choose('A-25') === 'local-date' ? local : jakarta;
}
