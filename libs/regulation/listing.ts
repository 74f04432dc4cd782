import { parsePlainDate, type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';
import { type Language, type Text } from '@kerjasama/kernel/text';

import { REGULATION_VERSION, TABLES } from './body';
import {
  choiceOf,
  defaultOf,
  isReadingId,
  READING_IDS,
  type ReadingId,
  READINGS,
  type Settings,
} from './readings/register';
import { CALENDAR_YEARS } from './rows/calendar-rows';
import { type Confidence, rowsUnder, type Table } from './table';

/** One row of the law as the CLI and the API show it. JSON-ready. */
export interface ListedRule {
  readonly table: string;
  readonly title: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly decree: string;
  readonly article: string;
  readonly confidence: Confidence;
  /** Only what was read in the regulation itself, or quoted from it word by word, is verified. */
  readonly verified: boolean;
  readonly source: string;
  readonly values: unknown;
  readonly note: string | null;
  /** The open readings beside these figures. */
  readonly openReadings: readonly ReadingId[];
}

export interface ListedCalendarYear {
  readonly year: number;
  readonly status: 'decreed' | 'provisional';
  readonly decree: string;
  readonly confidence: Confidence;
  readonly source: string;
  readonly holidays: readonly string[];
  readonly jointLeave: readonly string[];
  readonly note: string | null;
}

export interface ListedReading {
  readonly id: ReadingId;
  readonly name: string;
  readonly question: string;
  readonly choice: string;
  readonly isDefault: boolean;
  readonly byDefault: string;
  readonly choices: readonly { readonly name: string; readonly meaning: string }[];
  readonly touches: readonly string[];
}

export interface ListedRegulation {
  readonly version: string;
  readonly rules: readonly ListedRule[];
  readonly calendar: readonly ListedCalendarYear[];
}

interface Listing {
  readonly language?: Language;
  readonly settings?: Settings;
}

/** The whole body of rows, with the version that names it. */
export function listRules({ language = 'id', settings = {} }: Listing = {}): ListedRegulation {
  return {
    version: REGULATION_VERSION,
    rules: TABLES.flatMap((table) => listTable(table, language, settings)),
    calendar: CALENDAR_YEARS.map(({ year, status, decree, confidence, source, holidays, jointLeave, note }) => ({
      year,
      status,
      decree,
      confidence,
      source,
      holidays,
      jointLeave,
      note: spoken(note, language),
    })),
  };
}

function listTable(table: Table<unknown>, language: Language, settings: Settings): ListedRule[] {
  const openReadings = READING_IDS.filter((id) => READINGS[id].touches.some((name) => touches(name, table.id)));
  return rowsUnder(table, settings).map(({ from, until, decree, article, confidence, source, values, note }) => ({
    table: table.id,
    title: table.title[language],
    from,
    until,
    decree,
    article,
    confidence,
    verified: confidence === 'C',
    source,
    values,
    note: spoken(note, language),
    openReadings,
  }));
}

/** `clocks` stands for every clock's table, `jkk` for every benefit's of a work accident. */
function touches(name: string, table: string): boolean {
  const family = name === 'clocks' ? 'clock' : name;
  return table === name || (['clocks', 'jkk', 'nik'].includes(name) && table.startsWith(`${family}-`));
}

/** The open readings, each with its choices and the one in force. */
export function listReadings({ language = 'id', settings = {} }: Listing = {}): readonly ListedReading[] {
  return READING_IDS.map((id) => {
    const reading = READINGS[id];
    const [choice, byDefault] = [choiceOf(settings, id), defaultOf(id)];
    return {
      id,
      name: reading.name,
      question: reading.question[language],
      choice,
      isDefault: choice === byDefault,
      byDefault,
      choices: choicesOf(id, language),
      touches: reading.touches,
    };
  });
}

function choicesOf(id: ReadingId, language: Language): ListedReading['choices'] {
  const reading = READINGS[id];
  if (!('firstDay' in reading)) {
    const texts: Readonly<Record<string, Text>> = reading.choices;
    return Object.entries(texts).map(([name, text]) => ({ name, meaning: text[language] }));
  }
  const between = { id: `setiap hari sampai ${reading.latest}`, en: `any day up to ${reading.latest}` };
  return [{ name: reading.earliest, meaning: between[language] }];
}

/**
 * Reads settings written as `{"A-05": "half-up", "A-18": "2025-07-23"}`. Refuses UNKNOWN_READING and BAD_CHOICE: a
 * setting that is not understood is never passed over.
 */
export function parseSettings(written: Readonly<Record<string, unknown>>): Outcome<Settings> {
  const settings: Record<string, unknown> = {};
  for (const [id, choice] of Object.entries(written)) {
    if (!isReadingId(id)) return unknownReading(id);
    if (typeof choice !== 'string' || !isChoice(id, choice)) return badChoice(id);
    settings[id] = choice;
  }
  return accept(settings);
}

function isChoice(id: ReadingId, choice: string): boolean {
  const reading = READINGS[id];
  if (!('firstDay' in reading)) return Object.hasOwn(reading.choices, choice);
  const isDay = !parsePlainDate(choice).refused;
  return isDay && reading.earliest <= choice && choice <= reading.latest;
}

function unknownReading(id: string): Outcome<never> {
  return refuse(
    'UNKNOWN_READING',
    { id: `Bacaan ${id} tidak dikenal.`, en: `There is no open reading ${id}.` },
    { id: 'Lihat daftarnya: kerjasama regulation list --open', en: 'See the list: kerjasama regulation list --open' },
    { path: id },
  );
}

function badChoice(id: ReadingId): Outcome<never> {
  const names = choicesOf(id, 'en').map(({ name }) => name);
  return refuse(
    'BAD_CHOICE',
    { id: `Pilihan untuk ${id} tidak dikenal.`, en: `This is no choice of ${id}.` },
    { id: `Pilih salah satu: ${names.join(', ')}.`, en: `Choose one of: ${names.join(', ')}.` },
    { path: id },
  );
}

function spoken(note: Text | undefined, language: Language): string | null {
  return note === undefined ? null : note[language];
}
