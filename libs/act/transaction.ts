import { setTimeout as pause } from 'node:timers/promises';
import { isTransient } from '@kerjasama/database/sql-state';
import { type Ending, inTransaction } from '@kerjasama/database/transaction';
import { canonicalJson } from '@kerjasama/journal/canonical-json';
import { type Act } from '@kerjasama/journal/acts';
import { type ActHeader, type Origin, toUnlinkedAct } from '@kerjasama/journal/chain';
import { confirmLink, type LinkedRow } from '@kerjasama/journal/link';
import { type WriteTx } from '@kerjasama/journal/tx';
import { type JsonObject } from '@kerjasama/kernel/json';
import { plainDate, type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Pool, type PoolClient } from 'pg';
import { type Subject, type SubjectPlace } from './definition';

/** What the database answers when a key is taken and a subject is locked. */
export type Opened =
  | { readonly seen: { readonly inputHash: Buffer; readonly result: JsonObject } }
  | {
      readonly seen: null;
      readonly today: PlainDate;
      readonly kind: string | null;
      readonly subject: Subject | null;
      readonly locks: readonly string[];
    };

interface OpenedRow {
  input_hash: Buffer | null;
  result: JsonObject | null;
  today: string | null;
  kind: string | null;
  status: string | null;
  act: string | null;
  number: string | null;
  version: string | null;
  since: string | null;
  due: string | null;
  overdue_on: string | null;
  ends_on: string | null;
  locked: string[] | null;
}

/** Takes the key, locks in the one order, and reads the subject and the day: one round trip. */
export async function openSubject(
  tx: WriteTx,
  place: SubjectPlace,
  origin: Exclude<Origin, 'witness'>,
  key: string,
  locks: readonly string[],
): Promise<Opened> {
  const { rows } = await tx.query<OpenedRow>({
    name: 'act.open',
    text: `select input_hash, result, today, kind, status, act, number, version, since, due, overdue_on, ends_on, locked
             from act.open($1::text, $2::text, $3::text, $4::text, $5::text[])`,
    values: [place.agreement, origin, key, place.subject, locks],
  });
  const [row] = rows;
  if (row?.input_hash && row.result) return { seen: { inputHash: row.input_hash, result: row.result } };
  if (!row?.today) throw new Error(`${place.subject} was not opened`);
  return {
    seen: null,
    today: plainDate(row.today),
    kind: row.kind,
    subject: toSubject(row),
    locks: row.locked ?? [],
  };
}

function toSubject(row: OpenedRow): Subject | null {
  const { status, act, number, version, since } = row;
  if (status === null || act === null || number === null || version === null || since === null) return null;
  return {
    ...{ status, act, number: Number(number), version: Number(version), since: plainDate(since) },
    due: toDate(row.due),
    overdueOn: toDate(row.overdue_on),
    endsOn: toDate(row.ends_on),
  };
}

export function toDate(text: string | null): PlainDate | null {
  return text === null ? null : plainDate(text);
}

/** What is written with an act: where its subject is then. */
export interface Move {
  readonly place: SubjectPlace;
  readonly kind: string;
  readonly locks: readonly string[];
  readonly status: string;
  readonly due: PlainDate | null;
  readonly endsOn: PlainDate | null;
  /** False when the wait goes on: then only the day on which it was seen overdue is written. */
  readonly moves: boolean;
}

/** What a repeated key is answered by. */
export interface Asked {
  readonly key: string;
  readonly inputHash: Buffer;
  readonly result: JsonObject;
}

/** Writes an officer's act and moves its subject: the last step before the commit. @returns the act's number */
export function recordPersonAct(tx: WriteTx, move: Move, header: ActHeader, asked: Asked, act: Act): Promise<number> {
  const { place, kind, locks, status, due, endsOn, moves } = move;
  return link(tx, header, asked, act, {
    name: 'act.record_person',
    text: `select leaf_index, seq, recorded_at, previous, hash
             from act.record_person($1::text, $2::text, $3::smallint, $4::text, $5::text[], $6::text, $7::date, $8::date,
                                    $9::boolean, $10::text, $11::text, $12::text, $13::bytea, $14::jsonb)`,
    values: [place.subject, kind, place.year, place.workflow, locks, status, due, endsOn, moves],
  });
}

/** The same for an act of the system. `tells` unless the workflow itself asked for it and reads on anyway. */
export function recordSystemAct(
  tx: WriteTx,
  move: Move & { readonly overdueOn: PlainDate | null; readonly tells: boolean },
  header: ActHeader,
  asked: Asked,
  act: Act,
): Promise<number> {
  const { place, kind, locks, status, due, endsOn, overdueOn, moves, tells } = move;
  return link(tx, header, asked, act, {
    name: 'act.record_system',
    text: `select leaf_index, seq, recorded_at, previous, hash
             from act.record_system($1::text, $2::text, $3::smallint, $4::text, $5::text[], $6::text, $7::date, $8::date,
                                    $9::date, $10::boolean, $11::boolean, $12::text, $13::text, $14::text, $15::bytea, $16::jsonb)`,
    values: [place.subject, kind, place.year, place.workflow, locks, status, due, endsOn, overdueOn, moves, tells],
  });
}

async function link(
  tx: WriteTx,
  header: ActHeader,
  asked: Asked,
  act: Act,
  statement: { readonly name: string; readonly text: string; readonly values: readonly unknown[] },
): Promise<number> {
  const unlinked = toUnlinkedAct(header, asked.key, act);
  const { opening, closing } = unlinked;
  const { rows } = await tx.query<LinkedRow>({
    ...statement,
    values: [...statement.values, header.chain, opening, closing, asked.inputHash, canonicalJson(asked.result)],
  });
  const [row] = rows;
  confirmLink(unlinked, row);
  return Number(row?.seq);
}

const ATTEMPTS = 5;
const LONGEST_MS = 5_000;

/** Runs an act's transaction; a deadlock or a lock that another one holds too long is tried again, for five seconds at most. */
export async function transact<Value>(
  pool: Pool,
  work: (tx: PoolClient & WriteTx) => Promise<Ending<Value>>,
): Promise<Value> {
  const begun = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(pool, (client) => work(client as PoolClient & WriteTx));
    } catch (error) {
      const late = performance.now() - begun > LONGEST_MS;
      if (!isTransient(error) || attempt === ATTEMPTS || late) throw error;
      await pause(Math.random() * 10 * 2 ** attempt);
    }
  }
}
