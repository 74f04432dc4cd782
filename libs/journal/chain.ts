import { createHash } from 'node:crypto';

import { type Agency } from '@kerjasama/identity/who';
import { type AgreementId } from '@kerjasama/kernel/ids';
import { type PlainDate } from '@kerjasama/kernel/plain-date';

import { type Act } from './acts';
import { canonicalJson } from './canonical-json';

/** One chain an agreement, and `house` for settings, calendars and people. */
export type Chain = AgreementId | 'house';

/** Who acts, for which agency, on what basis and on which business date. */
export interface ActHeader {
  readonly chain: Chain;
  /** The opaque subject of the person, or the name of the process for what no person did. */
  readonly actor: string;
  readonly agency: Agency;
  /** What allows the act: a role under the agreement, an article, a deadline that passed. Never personal data. */
  readonly basis: string;
  readonly businessDate: PlainDate;
  /** The workflow the act came from; null for what no workflow did. */
  readonly workflow: string | null;
}

/** Where an act stands in its chain. */
export interface Link {
  readonly seq: number;
  /** ISO 8601, UTC, milliseconds. */
  readonly recordedAt: string;
}

/** What an act's hash follows on when it is the first of its chain. */
export const GENESIS: Buffer = Buffer.alloc(32);

/** The canonical text around `recordedAt` and `seq`, which only the database knows, under its locks. */
export interface UnlinkedAct {
  readonly opening: string;
  readonly closing: string;
}

/** The two pieces of the canonical text of `{v, chain, seq, act, actor, agency, basis, businessDate, recordedAt, workflow, key, payload}`. */
export function toUnlinkedAct(header: ActHeader, key: string, { act, payload }: Act): UnlinkedAct {
  const { actor, agency, basis, businessDate, chain, workflow } = header;
  const before = canonicalJson({ act, actor, agency, basis, businessDate, chain, key, payload });
  const after = canonicalJson({ v: 1, workflow });
  return { opening: `${before.slice(0, -1)},`, closing: `,${after.slice(1)}` };
}

/** The bytes that are hashed. */
export function actBytes({ opening, closing }: UnlinkedAct, { seq, recordedAt }: Link): Buffer {
  return Buffer.from(`${opening}"recordedAt":${canonicalJson(recordedAt)},"seq":${seq}${closing}`, 'utf8');
}

/** SHA-256(previous ‖ bytes). */
export function linkHash(previous: Buffer, bytes: Buffer): Buffer {
  return createHash('sha256').update(previous).update(bytes).digest();
}
