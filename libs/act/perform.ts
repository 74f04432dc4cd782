import { type Who, type Role } from '@kerjasama/identity/who';
import { type ActHeader } from '@kerjasama/journal/chain';
import { inputHash } from '@kerjasama/journal/record-input';
import { keyReused } from '@kerjasama/journal/refusals';
import { type WriteTx } from '@kerjasama/journal/tx';
import { type Witness } from '@kerjasama/journal/witness';
import { type JsonObject } from '@kerjasama/kernel/json';
import { accept, type Outcome, type Refusal } from '@kerjasama/kernel/refusal';
import { type BusinessClock } from '@kerjasama/temporal/business-clock';
import { type Pool } from 'pg';
import {
  type ActTools,
  type Leads,
  type OfficerAct,
  type Subject,
  type SubjectKind,
  type SubjectPlace,
} from './definition';
import { alreadyThere, notYourAct, outOfOrder, unknownSubject, versionChanged } from './refusals';
import { openSubject, recordPersonAct, transact } from './transaction';
import { findWinner } from './winner';

/** What taking acts needs. The pool's role is `api`, on the primary. */
export interface PerformDeps {
  readonly pool: Pool;
  readonly witness: Witness;
  /** For the date of a refused attempt, which no transaction dates. */
  readonly clock: BusinessClock;
  readonly tools: ActTools;
}

export interface ActRequest<Id extends string, Body> {
  readonly id: Id;
  /** The caller's Idempotency-Key: bound to the person, the agency, the act and its content. */
  readonly key: string;
  readonly body: Body;
}

/** What an act came to, the same for every act. */
export interface ActAnswer extends JsonObject {
  readonly subject: string;
  readonly act: string;
  /** Its number in the agreement's journal. */
  readonly number: number;
  readonly status: string;
  /** What the next act on it names as seen. */
  readonly version: number;
  readonly on: string;
  /** The last day of the wait that it opened. */
  readonly due: string | null;
}

/**
 * An officer's act, in one transaction on the primary: key → locks → role, status, version → law → facts → act and status last.
 * Needs neither a worker nor Temporal. A refusal changes nothing and is witnessed; the same key with the same content is
 * answered as the first time.
 */
export async function perform<Id extends string, Status extends string, Body, Input, Led extends Leads<Status>>(
  deps: PerformDeps,
  act: OfficerAct<Id, Status, Body, Input, Led>,
  who: Who,
  request: ActRequest<Id, Body>,
): Promise<Outcome<ActAnswer>> {
  const place = act.kind.placeOf(request.id);
  const role = roleIn(act, who);
  const outcome =
    role === null ? notYourAct(act.command, act.by) : await attempt(deps, act, { who, role, place, request });
  if (outcome.refused) await witness(deps, act.command, who, { place, role, key: request.key, refusal: outcome });
  return outcome;
}

function roleIn(act: Pick<OfficerAct, 'by'>, who: Who): Role | null {
  return act.by.find(({ agency, role }) => agency === who.agency && who.roles.includes(role))?.role ?? null;
}

interface Attempt<Id extends string, Body> {
  readonly who: Who;
  readonly role: Role;
  readonly place: SubjectPlace;
  readonly request: ActRequest<Id, Body>;
}

function attempt<Id extends string, Status extends string, Body, Input, Led extends Leads<Status>>(
  { pool, tools }: PerformDeps,
  act: OfficerAct<Id, Status, Body, Input, Led>,
  { who, role, place, request: { id, key, body } }: Attempt<Id, Body>,
): Promise<Outcome<ActAnswer>> {
  const input = act.prepare(body, tools);
  const asked = { actor: who.subject, agency: who.agency, command: act.command, subject: place.subject, input };
  const hash = Buffer.from(inputHash(asked), 'hex');
  return transact(pool, async (tx) => {
    const opened = await openSubject(tx, place, 'person', key, act.locks(input));
    if (opened.seen) {
      const { inputHash: before, result } = opened.seen;
      return { commit: false, value: before.equals(hash) ? accept(toAnswer(result)) : keyReused() };
    }
    const subject = subjectOf(act.kind, opened);
    const refusal = await judgeSubject(tx, act, place, subject, act.seen(body));
    if (refusal) return { commit: false, value: refusal };
    const on = opened.today;
    const taken = await act.take({ tx, id, subject, input, by: who.subject, on });
    if ('refused' in taken) return { commit: false, value: taken };
    const status = leadsTo(act.leads, taken.act, subject);
    const { due, endsOn = subject?.endsOn ?? null, answer = {} } = taken;
    const move = { place, kind: act.kind.kind, locks: opened.locks, status, due, endsOn, moves: true };
    const result = { subject: place.subject, act: taken.act, status, on, due, ...answer };
    const { subject: actor, agency } = who;
    const header: ActHeader = {
      ...{ chain: place.agreement, actor, agency, role, basis: act.command, businessDate: on },
      ...{ workflow: place.workflow, subject: place.subject },
      origin: 'person',
    };
    const number = await recordPersonAct(tx, move, header, { key, inputHash: hash, result }, taken);
    return { commit: true, value: accept(toAnswer({ ...result, number })) };
  });
}

/** The subject of the transaction, when it is one of this kind. */
export function subjectOf<Id extends string, Status extends string>(
  { kind, waits }: SubjectKind<Id, Status>,
  opened: { readonly kind: string | null; readonly subject: Subject | null },
): Subject<Status> | null {
  const { subject } = opened;
  if (subject === null) return null;
  if (opened.kind !== kind || !isStatusOf(waits, subject.status))
    throw new Error(`A subject of kind ${String(opened.kind)} in status ${subject.status} is none of kind ${kind}`);
  return { ...subject, status: subject.status };
}

function isStatusOf<Status extends string>(waits: Readonly<Record<Status, unknown>>, status: string): status is Status {
  return Object.hasOwn(waits, status);
}

/** Where an act leads from where the subject is. */
export function leadsTo<Status extends string>(
  leads: Leads<Status>,
  act: keyof Leads<Status>,
  subject: Subject<Status> | null,
): Status {
  const to = leads[act];
  const status = to === 'same' ? subject?.status : to;
  if (status === undefined) throw new Error(`${act} leads nowhere`);
  return status;
}

/** Whether the subject is where the act begins, and what the officer saw. */
async function judgeSubject<Id extends string, Status extends string>(
  tx: WriteTx,
  act: Pick<OfficerAct<Id, Status>, 'from' | 'kind'>,
  place: SubjectPlace,
  subject: Subject<Status> | null,
  seen: number | null,
): Promise<Refusal | null> {
  if (subject === null) return act.from === 'new' ? null : unknownSubject();
  const waiting = act.kind.waits[subject.status]?.what ?? null;
  const winner = () => findWinner(tx, place.agreement, subject.number);
  if (act.from === 'new') return alreadyThere(subject.status, waiting, await winner());
  if (!act.from.includes(subject.status)) return outOfOrder(subject.status, waiting, await winner());
  if (seen === subject.version) return null;
  return versionChanged(seen ?? 0, subject.version, waiting, await findWinner(tx, place.agreement, subject.version));
}

/** The stored answer of the key, with what only the database knew: an act that moves its subject is its version. */
function toAnswer(result: JsonObject): ActAnswer {
  return { ...result, version: result['number'] } as ActAnswer;
}

/** A refused attempt of a signed-in person changes nothing but one line of the journal. */
async function witness(
  { witness: witnessed, clock }: PerformDeps,
  command: string,
  who: Who,
  refused: { place: SubjectPlace; role: Role | null; key: string; refusal: Refusal },
): Promise<void> {
  const { place, role, key, refusal } = refused;
  const header = {
    ...{ chain: place.agreement, actor: who.subject, agency: who.agency, role, basis: command },
    ...{ businessDate: await clock.today(), workflow: place.workflow, subject: place.subject },
  };
  await witnessed.refused(header, key, { command, code: refusal.code, workflow: place.workflow });
}
