import { type LeadingAct, type Edge } from '@kerjasama/act/lifecycle';
import { type JsonObject } from '@kerjasama/kernel/json';
import { addMonths, plainDate, type PlainDate } from '@kerjasama/kernel/plain-date';

/*
 * Where a claim is after each act of its journal, from the edges and the payloads alone: what the tables are compared with.
 */

/** An act as the journal holds it; `witness` is the origin of a refused attempt. */
export interface JournalAct {
  readonly number: number;
  readonly act: string;
  readonly origin: 'person' | 'system' | 'witness';
  readonly actor: string;
  readonly basis: string;
  readonly key: string;
  readonly on: PlainDate;
  readonly payload: JsonObject;
}

/** What the view of claims says beside the status. */
export interface Facts {
  readonly reportedBy: string;
  readonly nth: number | null;
  readonly decision: string | null;
  readonly decidedBy: string | null;
  readonly verdict: string | null;
  readonly givenBy: string | null;
  readonly ground: string | null;
  readonly attempt: number | null;
  readonly reference: string | null;
}

/** The row of act.subject. */
export interface SubjectRow {
  readonly status: string;
  readonly act: string;
  readonly number: number;
  readonly version: number;
  readonly since: PlainDate;
  readonly due: PlainDate | null;
  readonly overdueOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
}

/** A claim between two acts. */
export interface Place extends SubjectRow {
  readonly facts: Facts;
  readonly decideBy: PlainDate;
  readonly payBy: PlainDate | null;
}

/** As much of an act's definition as a request is judged by. */
export interface JudgedAct extends LeadingAct {
  /** The command of an officer's act, the step of a system's. */
  readonly name: string;
  readonly by: 'person' | 'system';
  /** The first day of a system's act; absent when it waits for none. */
  readonly dueOn?: (subject: Pick<SubjectRow, 'due' | 'endsOn'>) => PlainDate | null;
}

/** The wait of a status ends with the day to decide or with the day to pay. */
const DUE = {
  reported: 'decideBy',
  returned: 'decideBy',
  granted: 'payBy',
  approved: 'payBy',
  paying: 'payBy',
  'payment-unknown': 'payBy',
} as const satisfies Readonly<Record<string, 'decideBy' | 'payBy'>>;

const isWaiting = (status: string): status is keyof typeof DUE => Object.hasOwn(DUE, status);

const MONTHS_TO_SETTLE = 60;

/** Where an act leads from here; null when no edge allows it. `place` is null before the first act. */
export function advance(edges: readonly Edge[], place: Place | null, act: JournalAct): Place | null {
  const from = place?.status ?? 'new';
  const edge = edges.find((each) => each.from === from && each.act === act.act && each.origin === act.origin);
  if (edge === undefined) return null;
  if (place === null) return begin(edge.to, act);
  const last = { act: act.act, number: act.number };
  if (edge.to === from) return { ...place, ...last, overdueOn: act.on };
  const payBy = act.act === 'claim-granted' ? plainDate(textOf(act, 'payBy')) : place.payBy;
  const moved = { ...place, ...last, payBy, status: edge.to, version: act.number, since: act.on, overdueOn: null };
  const due = isWaiting(edge.to) ? moved[DUE[edge.to]] : null;
  // What is approved does not lapse any more.
  const endsOn = act.act === 'claim-approved' ? null : place.endsOn;
  return { ...moved, due, endsOn, facts: { ...place.facts, ...changeOf(place.facts, act) } };
}

function begin(status: string, act: JournalAct): Place {
  const decideBy = plainDate(textOf(act, 'decideBy'));
  return {
    ...{ status, act: act.act, number: act.number, version: act.number, since: act.on, due: decideBy, decideBy },
    ...{ overdueOn: null, endsOn: addMonths(act.on, MONTHS_TO_SETTLE), payBy: null },
    facts: {
      ...{ reportedBy: act.actor, nth: null, decision: null, decidedBy: null, verdict: null, givenBy: null },
      ...{ ground: null, attempt: null, reference: null },
    },
  };
}

/** What an act changes of the facts. */
function changeOf(facts: Facts, act: JournalAct): Partial<Facts> {
  const decided = { nth: (facts.nth ?? 0) + 1, decidedBy: act.actor, verdict: null, givenBy: null, ground: null };
  const verdict = (given: string) => ({ verdict: given, givenBy: act.actor });
  switch (act.act) {
    case 'claim-granted':
      return { ...decided, decision: 'grant' };
    case 'claim-refused': {
      const ground = textOf(act, 'ground');
      if (act.basis === 'decide-claim') return { ...decided, decision: 'refuse', ground };
      return { ...verdict('refused'), ground };
    }
    case 'claim-approved':
      return verdict('approved');
    case 'claim-returned':
      return verdict('returned');
    case 'claim-decision-withdrawn':
      return verdict('withdrawn');
    case 'claim-payment-sent':
      return { attempt: (facts.attempt ?? 0) + 1 };
    case 'claim-paid':
      return { reference: textOf(act, 'reference') };
    default:
      return {};
  }
}

function textOf({ act, payload }: JournalAct, field: string): string {
  const value = payload[field];
  if (typeof value !== 'string') throw new Error(`${act} has no ${field}`);
  return value;
}

/** Whether the definition lets the act begin here, for one who saw this version. */
export function begins({ from }: LeadingAct, place: Place | null, seen: number | null): boolean {
  if (place === null || from === 'new') return place === null && from === 'new';
  return from.includes(place.status) && seen === place.version;
}

/** Whether the last day of the whole matter has passed. */
export function hasEnded(place: Place | null, today: PlainDate): boolean {
  return place !== null && place.endsOn !== null && today > place.endsOn;
}

/** Why this person may not do it although it begins here; null when nothing is against it. */
export function personalBar({ name }: JudgedAct, place: Place | null, by: string): string | null {
  if (place === null) return null;
  const { reportedBy, decidedBy } = place.facts;
  switch (name) {
    case 'withdraw-claim':
      return reportedBy === by ? null : 'NOT_ITS_MAKER';
    case 'withdraw-decision':
      return decidedBy === by ? null : 'NOT_ITS_MAKER';
    case 'approve-claim':
    case 'return-claim':
    case 'refuse-claim':
      return decidedBy === by ? 'FOUR_EYES' : null;
    default:
      return null;
  }
}
