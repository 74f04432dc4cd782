import { type JsonObject } from '@kerjasama/kernel/json';

import { canonicalJson } from './canonical-json';

/** A row of `journal.act`, whole; `recorded_at` with microseconds, so that not one of them can be edited unseen. */
export interface StoredAct {
  readonly leaf_index: string;
  readonly chain: string;
  readonly seq: string;
  readonly act: string;
  readonly actor: string;
  readonly agency: string;
  readonly role: string | null;
  readonly origin: string;
  readonly basis: string;
  readonly business_date: string;
  readonly recorded_at: string;
  readonly workflow: string | null;
  readonly subject: string | null;
  readonly key: string;
  readonly payload: JsonObject;
  readonly bytes: Buffer;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

/** The act that the bytes say; null when they are not the canonical text of any object. */
export function readActBytes(bytes: Buffer): Readonly<Record<string, unknown>> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const said: unknown = JSON.parse(text);
    if (typeof said !== 'object' || said === null || Array.isArray(said) || canonicalJson(said) !== text) return null;
    return { ...said };
  } catch {
    return null;
  }
}

/** Whether every column is what the bytes say, and the bytes say nothing else. */
export function columnsMatch(row: StoredAct, said: Readonly<Record<string, unknown>>): boolean {
  const { chain, act, actor, agency, role, origin, basis, workflow, subject, key, payload } = row;
  const columns = {
    ...{ v: 1, chain, seq: Number(row.seq), act, actor, actorRole: role, agency, origin, basis, workflow, subject },
    ...{ key, payload },
    businessDate: row.business_date,
    recordedAt: row.recorded_at.replace(/000Z$/, 'Z'),
  };
  try {
    return canonicalJson(columns) === canonicalJson(said);
  } catch {
    return false;
  }
}
