import { type Reads } from '@kerjasama/database/pool';
import { type Agency, isAgency, isRoleOf, type Role } from '@kerjasama/identity/who';
import { agreementId } from '@kerjasama/kernel/ids';
import { type Json, type JsonObject } from '@kerjasama/kernel/json';
import { type PlainDate, plainDate } from '@kerjasama/kernel/plain-date';

import { type Chain } from './chain';

/** An act as people read it. */
export interface RecordedAct {
  /** Place in the global log, from 0. */
  readonly leaf: number;
  readonly chain: Chain;
  /** Place in its chain, from 1. */
  readonly seq: number;
  readonly act: string;
  readonly actor: string;
  readonly agency: Agency;
  /** The role in which a person acted; null for the system, and where none is known. */
  readonly role: Role | null;
  readonly basis: string;
  readonly businessDate: PlainDate;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
  readonly workflow: string | null;
  /** What it changed, e.g. `claim/PKS-1.2028.7`. */
  readonly subject: string | null;
  readonly key: string;
  readonly payload: JsonObject;
  /** Hex. */
  readonly hash: string;
}

/** Each one narrows; business dates are inclusive. */
export interface ActFilter {
  readonly act?: string;
  readonly actor?: string;
  readonly agency?: Agency;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  /** One workflow by its id, e.g. `claim/PKS-1.2028.7`. */
  readonly workflow?: string;
  /** All workflows of one kind by the first word of their ids, e.g. `premium`. */
  readonly stage?: string;
}

export interface ActPage {
  /** The acts after this place in the chain; 0 unless told. */
  readonly after?: number;
  /** 1 to 1,000; 100 unless told. */
  readonly limit?: number;
}

export interface FoundActs {
  readonly acts: readonly RecordedAct[];
  /** Ask with `after: next` for the rest; null when this was all. */
  readonly next: number | null;
}

interface ActRow {
  leaf_index: string;
  chain: string;
  seq: string;
  act: string;
  actor: string;
  agency: string;
  role: string | null;
  basis: string;
  business_date: string;
  recorded_at: string;
  workflow: string | null;
  subject: string | null;
  key: string;
  payload: JsonObject;
  hash: Buffer;
}

const COLUMNS = `leaf_index, chain, seq, act, actor, agency, role, basis, business_date, recorded_at, workflow, subject,
  key, payload, hash`;

/** The acts of one chain in their order, page by page. */
export async function findActs(
  db: Reads,
  chain: Chain,
  filter: ActFilter = {},
  page: ActPage = {},
): Promise<FoundActs> {
  const limit = Math.min(Math.max(page.limit ?? 100, 1), 1_000);
  const { rows } = await db.query<ActRow>(
    `select ${COLUMNS}
       from journal.acts
      where chain = $1::text and seq > $2::bigint
        and ($3::text is null or act = $3::text)
        and ($4::text is null or actor = $4::text)
        and ($5::text is null or agency = $5::text)
        and ($6::date is null or business_date >= $6::date)
        and ($7::date is null or business_date <= $7::date)
        and ($8::text is null or workflow = $8::text)
        and ($9::text is null or split_part(workflow, '/', 1) = $9::text)
      order by seq
      limit $10::integer`,
    [
      chain,
      page.after ?? 0,
      filter.act,
      filter.actor,
      filter.agency,
      filter.from,
      filter.to,
      filter.workflow,
      filter.stage,
      limit + 1,
    ],
  );
  const acts = rows.slice(0, limit).map(toRecordedAct);
  return { acts, next: rows.length > limit ? (acts.at(-1)?.seq ?? null) : null };
}

/** An act that a person or a process asked for under a key, with what was answered. */
export interface AnsweredAct extends RecordedAct {
  /** Hex, as `inputHash` gives it. */
  readonly inputHash: string;
  readonly result: Json;
}

/** The act that was asked for under a key; null when there is none yet. Read as `api`. */
export async function findActByKey(
  db: Reads,
  chain: Chain,
  key: string,
  origin: 'person' | 'system' = 'person',
): Promise<AnsweredAct | null> {
  const { rows } = await db.query<ActRow & { input_hash: string; result: Json }>(
    `select ${COLUMNS}, input_hash, result
       from journal.acts join journal.answers using (chain, origin, key)
      where chain = $1::text and origin = $3::text and key = $2::text`,
    [chain, key, origin],
  );
  const [row] = rows;
  return row === undefined ? null : { ...toRecordedAct(row), inputHash: row.input_hash, result: row.result };
}

export function toChain(text: string): Chain {
  return text === 'house' ? 'house' : agreementId(text);
}

function toRecordedAct(row: ActRow): RecordedAct {
  if (!isAgency(row.agency)) throw new Error(`Leaf ${row.leaf_index} names an agency that is none`);
  if (row.role !== null && !isRoleOf(row.agency, row.role))
    throw new Error(`Leaf ${row.leaf_index} names a role that is none`);
  return {
    leaf: Number(row.leaf_index),
    chain: toChain(row.chain),
    seq: Number(row.seq),
    act: row.act,
    actor: row.actor,
    agency: row.agency,
    role: row.role,
    basis: row.basis,
    businessDate: plainDate(row.business_date),
    recordedAt: row.recorded_at,
    workflow: row.workflow,
    subject: row.subject,
    key: row.key,
    payload: row.payload,
    hash: row.hash.toString('hex'),
  };
}
