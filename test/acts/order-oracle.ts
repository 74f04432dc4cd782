import { type ActAnswer } from '@kerjasama/act/perform';
import { type StepDone } from '@kerjasama/act/perform-step';
import { type Edge, turnsOf } from '@kerjasama/act/lifecycle';
import { type Wait } from '@kerjasama/identity/turn';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { isDeepStrictEqual } from 'node:util';
import {
  advance,
  begins,
  hasEnded,
  type JournalAct,
  type JudgedAct,
  personalBar,
  type Place,
  type SubjectRow,
} from './order-model';
import { type InboxRow, type Tables } from './read-tables';

/** What a caller was answered; `threw` and `none` never are an answer. */
export type Answer =
  | { readonly kind: 'accepted'; readonly value: ActAnswer }
  | { readonly kind: 'refused'; readonly code: string; readonly details: Readonly<Record<string, unknown>> }
  | { readonly kind: 'step'; readonly value: StepDone }
  | { readonly kind: 'threw'; readonly message: string }
  | { readonly kind: 'none' };

/** One caller: what he asked for, what he had seen, and what he was answered. */
export interface Asked {
  readonly act: JudgedAct;
  readonly subject: string;
  readonly by: string;
  readonly key: string;
  readonly seen: number | null;
  readonly answer: Answer;
}

/** Callers at once, and what was there when they had all been answered. */
export interface Crowd {
  readonly edges: readonly Edge[];
  readonly waits: Readonly<Record<string, Wait | null>>;
  /** The last act that was there before they came; 0 when there was nothing. */
  readonly after: number;
  /** The business date while they were answered. */
  readonly today: PlainDate;
  readonly asked: readonly Asked[];
  /** By subject; more than one when they name the same event under several numbers. */
  readonly tables: ReadonlyMap<string, Tables>;
  /** Whether the system's own workflow acts beside them. */
  readonly workflowActs: boolean;
}

/** Says what is wrong; nothing when everybody was answered as some order of the acts answers them. */
export function faultsOf(crowd: Crowd): string[] {
  const stories = new Map([...crowd.tables].map(([subject, tables]) => [subject, storyOf(crowd, tables)]));
  const faults = [...stories.values()].flatMap(({ faults: found }) => found);
  for (const [subject, story] of stories) {
    const asked = crowd.asked.filter((each) => each.subject === subject);
    faults.push(...asked.flatMap((each) => faultsOfAnswer(crowd, each, story, stories)));
    faults.push(...faultsOfJournal(crowd, asked, story));
    faults.push(...faultsOfTables(crowd, story));
  }
  const living = [...stories.values()].filter(({ last }) => last !== null && crowd.waits[last.status] !== null);
  if (living.length > 1) faults.push('One event is claimed under two numbers');
  const strangers = crowd.asked.filter(({ subject }) => !stories.has(subject));
  return [...faults, ...strangers.map(({ subject }) => `Nobody looked at ${subject}`)];
}

/** What the journal of a subject tells. */
interface Story {
  readonly tables: Tables;
  /** Where it was when the callers came, and after each act since. */
  readonly places: readonly (Place | null)[];
  readonly last: Place | null;
  /** Acts since the callers came, each with where it was before and after. */
  readonly steps: readonly { readonly act: JournalAct; readonly before: Place | null; readonly place: Place }[];
  readonly faults: readonly string[];
}

function storyOf({ edges, after }: Crowd, tables: Tables): Story {
  let last: Place | null = null;
  const faults: string[] = [];
  const steps: { act: JournalAct; before: Place | null; place: Place }[] = [];
  let start: Place | null = null;
  for (const act of tables.journal) {
    if (act.origin === 'witness') continue;
    const place = advance(edges, last, act);
    if (place === null) {
      faults.push(`${act.act} (${act.number}) leads nowhere from ${last?.status ?? 'new'}`);
      continue;
    }
    if (act.number > after) steps.push({ act, before: last, place });
    else start = place;
    last = place;
  }
  return { tables, places: [start, ...steps.map(({ place }) => place)], last, steps, faults };
}

function faultsOfAnswer(crowd: Crowd, asked: Asked, story: Story, stories: ReadonlyMap<string, Story>): string[] {
  const { act, answer, key } = asked;
  const who = `${act.name} by ${asked.by} (${key})`;
  const recorded = story.steps.find((step) => step.act.key === key && step.act.origin === act.by);
  switch (answer.kind) {
    case 'none':
      return [`${who} was never answered`];
    case 'threw':
      return [`${who} was answered by an error: ${answer.message}`];
    case 'accepted': {
      if (recorded === undefined) return [`${who} was accepted, and no journal holds it`];
      const { number, version, status, due, act: name } = answer.value;
      const said = { number, version, status, due, act: name };
      const { place } = recorded;
      const is = { number: place.number, version: place.version, status: place.status, due: place.due, act: place.act };
      return isDeepStrictEqual(said, is) ? [] : [differs(`${who}: the answer`, said, is)];
    }
    case 'refused': {
      const lines = story.tables.journal.filter(
        (line) => line.origin === 'witness' && line.key.startsWith(`refused/${key}/`),
      );
      const witnessed = lines.length === 1 ? [] : [`${who} was refused, and witnessed ${lines.length} times`];
      if (recorded) return [...witnessed, `${who} was refused, and recorded all the same`];
      if (story.places.some((place) => isRefusedHere(crowd, asked, answer, place, stories))) return witnessed;
      return [...witnessed, `${who} was refused with ${answer.code}, which is true at no point of the order`];
    }
    case 'step':
      return faultsOfStep(crowd, asked, answer.value, story, recorded !== undefined).map((fault) => `${who} ${fault}`);
  }
}

function isRefusedHere(
  { today }: Crowd,
  { act, subject, by, seen }: Asked,
  { code, details }: Extract<Answer, { kind: 'refused' }>,
  place: Place | null,
  stories: ReadonlyMap<string, Story>,
): boolean {
  const isLast = place?.number === details['number'] && place?.act === details['act'];
  switch (code) {
    case 'ACT_OUT_OF_ORDER':
      return place !== null && isLast && act.from !== 'new' && !act.from.includes(place.status);
    case 'ALREADY_EXISTS':
      return act.from === 'new' && place !== null && isLast;
    case 'VERSION_CHANGED':
      return place !== null && act.from.includes(place.status) && seen !== place.version && isOpening(place, details);
    case 'HAS_LAPSED':
      return place !== null && act.from.includes(place.status) && hasEnded(place, today);
    case 'NOT_ITS_MAKER':
    case 'FOUR_EYES':
      return begins(act, place, seen) && personalBar(act, place, by) === code;
    case 'EVENT_ALREADY_CLAIMED':
    case 'DEATH_ALREADY_CLAIMED':
    case 'AFTER_DEATH':
    case 'CLAIMED_AFTER_DEATH': {
      const other = `claim/${String(details['claim'])}`;
      return begins(act, place, seen) && other !== subject && stories.get(other)?.last !== null && stories.has(other);
    }
    default:
      return false;
  }
}

/** Whether the details name the act that opened this wait. */
function isOpening({ version }: Place, details: Readonly<Record<string, unknown>>): boolean {
  return details['version'] === version && details['number'] === version;
}

function faultsOfStep(
  { today }: Crowd,
  { act, seen }: Asked,
  answer: StepDone,
  { places }: Story,
  recorded: boolean,
): string[] {
  switch (answer.step) {
    case 'done':
      return recorded ? [] : ['was done, and no journal holds it'];
    case 'moved-on':
      return places.some((place) => !begins(act, place, seen)) ? [] : ['was overtaken by nothing'];
    case 'not-yet':
      return places.some((place) => {
        const first = place === null ? null : (act.dueOn?.(place) ?? null);
        return begins(act, place, seen) && first === answer.on && today < first;
      })
        ? []
        : ['was not due, on a day that is none'];
  }
}

/** Each act since was asked for, once, by somebody who might, and he was answered so. */
function faultsOfJournal({ today, workflowActs }: Crowd, asked: readonly Asked[], story: Story): string[] {
  return story.steps.flatMap(({ act, before }, at) => {
    const what = `${act.act} (${act.number}, ${act.key})`;
    if (story.steps.findIndex((step) => step.act.key === act.key && step.act.origin === act.origin) < at)
      return [`${what} is recorded twice`];
    const askers = asked.filter((each) => each.key === act.key && each.act.by === act.origin);
    const [first] = askers;
    if (first === undefined) return workflowActs && act.origin === 'system' ? [] : [`Nobody asked for ${what}`];
    const faults: string[] = [];
    const confirmed = askers.filter(({ answer: { kind } }) => kind === 'accepted' || kind === 'step');
    const fresh = confirmed.filter(({ answer }) => answer.kind === 'accepted' || !isRepeated(answer));
    if (fresh.length !== 1 && !(workflowActs && fresh.length === 0 && act.origin === 'system'))
      faults.push(`${what} was answered as new to ${fresh.length}`);
    if (!begins(first.act, before, first.seen)) faults.push(`${what} came too late`);
    const bar = personalBar(first.act, before, first.by);
    if (bar !== null) faults.push(`${what} was accepted against ${bar}`);
    const due = before === null ? null : (first.act.dueOn?.(before) ?? null);
    if (act.on !== (due ?? today)) faults.push(`${what} counts for ${act.on}`);
    if (act.on > today) faults.push(`${what} came too early`);
    if (act.origin === 'person' && hasEnded(before, today)) faults.push(`${what} came after the last day`);
    return faults;
  });
}

function isRepeated(answer: Answer): boolean {
  return answer.kind === 'step' && (answer.value.step !== 'done' || answer.value.repeated === true);
}

function faultsOfTables({ waits }: Crowd, { last, tables }: Story): string[] {
  const row = last && rowOf(last);
  const inbox = row === null ? [] : turnsOf(waits[row.status] ?? null).map((turn) => ({ ...turn, ...waitOf(row) }));
  const expected = { row, facts: last?.facts ?? null, inbox: sorted(inbox), latestAct: row?.number ?? null };
  const found = { ...tables, inbox: sorted(tables.inbox) };
  const fields = ['row', 'facts', 'inbox', 'latestAct'] as const;
  return fields.flatMap((field) =>
    isDeepStrictEqual(found[field], expected[field]) ? [] : [differs(field, found[field], expected[field])],
  );
}

function rowOf({ status, act, number, version, since, due, overdueOn, endsOn }: SubjectRow): SubjectRow {
  return { status, act, number, version, since, due, overdueOn, endsOn };
}

function waitOf({ status, version, since, due, overdueOn }: SubjectRow): Omit<InboxRow, 'agency' | 'role'> {
  return { status, version, since, due, overdueOn };
}

function sorted(rows: readonly InboxRow[]): InboxRow[] {
  return [...rows].sort((a, b) => `${a.agency} ${a.role}`.localeCompare(`${b.agency} ${b.role}`));
}

function differs(what: string, found: unknown, expected: unknown): string {
  return `${what} is ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`;
}
