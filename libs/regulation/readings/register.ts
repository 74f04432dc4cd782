import { type PlainDate } from '@kerjasama/kernel/plain-date';

import { ACCIDENT_READINGS } from './accident-readings';
import { CLAIM_READINGS } from './claim-readings';
import { CONTRIBUTION_READINGS } from './contribution-readings';
import { DEATH_READINGS } from './death-readings';
import { type ChoiceReading, type DayReading } from './reading';

/** Every open point by its number: of the readings page, B-01 onward found while building. */
export const READINGS = {
  ...CONTRIBUTION_READINGS,
  ...ACCIDENT_READINGS,
  ...DEATH_READINGS,
  ...CLAIM_READINGS,
} as const;

export type ReadingId = keyof typeof READINGS;

/** The open points that are decided by a first day. */
export type DayReadingId = {
  [I in ReadingId]: (typeof READINGS)[I] extends DayReading ? I : never;
}[ReadingId];

type ChoiceOf<R> = R extends ChoiceReading<infer C> ? C : PlainDate;

/** What a reading may be set to: one of its choices, or a first day. */
export type Choice<I extends ReadingId> = ChoiceOf<(typeof READINGS)[I]>;

/** The readings an agency has decided otherwise than by default. */
export type Settings = { readonly [I in ReadingId]?: Choice<I> };

export function isReadingId(text: string): text is ReadingId {
  return Object.hasOwn(READINGS, text);
}

export const READING_IDS: readonly ReadingId[] = Object.keys(READINGS).filter(isReadingId).sort();

/** The choice in force under `settings`. */
export function choiceOf<I extends ReadingId>(settings: Settings, id: I): Choice<I> {
  return settings[id] ?? defaultOf(id);
}

export function defaultOf<I extends ReadingId>(id: I): Choice<I> {
  const reading = READINGS[id];
  return ('firstDay' in reading ? reading.firstDay : reading.byDefault) as Choice<I>;
}
