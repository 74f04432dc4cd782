import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Text } from '@kerjasama/kernel/text';

/** An open point of the law that is decided by one of a few named readings. */
export interface ChoiceReading<C extends string = string> {
  readonly name: string;
  readonly question: Text;
  /** The table ids and calculations whose figures depend on it. */
  readonly touches: readonly string[];
  readonly byDefault: NoInfer<C>;
  readonly choices: Readonly<Record<C, Text>>;
}

/** An open point that is decided by a first day, anywhere from `earliest` to `latest`. */
export interface DayReading {
  readonly name: string;
  readonly question: Text;
  readonly touches: readonly string[];
  readonly firstDay: PlainDate;
  readonly earliest: PlainDate;
  readonly latest: PlainDate;
}

/** Keeps the names of the choices in the type. */
export function choice<const C extends string>(reading: ChoiceReading<C>): ChoiceReading<C> {
  return reading;
}

export const both = (id: string, en: string): Text => ({ id, en });
