import { type PlainDate, plainDate } from '@kerjasama/kernel/plain-date';

import { type Instant } from './instant';

/** The three time zones of Indonesia, none with summer time: west, middle and east. */
export type Zone = 'WIB' | 'WITA' | 'WIT';

const HOURS: Readonly<Record<Zone, number>> = { WIB: 7, WITA: 8, WIT: 9 };
const MS_AN_HOUR = 3_600_000;

/** The day it is in a zone at an instant. */
export function dateIn(zone: Zone, instant: Date): PlainDate {
  return plainDate(new Date(instant.getTime() + HOURS[zone] * MS_AN_HOUR).toISOString().slice(0, 10));
}

/** An instant as it is written where it happened, to the second, with the offset of its zone. */
export function writtenIn(zone: Zone, instant: Date): Instant {
  const local = new Date(instant.getTime() + HOURS[zone] * MS_AN_HOUR).toISOString().slice(0, 19);
  return `${local}+0${HOURS[zone]}:00` as Instant;
}
