import { createHash } from 'node:crypto';

import { type Agency, type Role } from '@kerjasama/identity/who';
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
  /** The role in which a person acts; null for the system, and where none is known. */
  readonly role: Role | null;
  /** Keys are unique within one origin, so that nobody can take a key of the system's. */
  readonly origin: Origin;
  /** What allows the act: a role under the agreement, an article, a deadline that passed. Never personal data. */
  readonly basis: string;
  readonly businessDate: PlainDate;
  /** The workflow the act came from; null for what no workflow did. */
  readonly workflow: string | null;
  /** What the act changes, e.g. `claim/PKS-1.2028.7`; null where nothing with a status of its own is changed. */
  readonly subject: string | null;
}

/** Who may have asked for an act: a person, the system itself, or the witness of what was refused, revealed or retried. */
export type Origin = 'person' | 'system' | 'witness';

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

/** The two pieces of the canonical text of `{v, chain, seq, act, actor, actorRole, agency, origin, basis, businessDate, recordedAt, workflow, subject, key, payload}`. */
export function toUnlinkedAct(header: ActHeader, key: string, { act, payload }: Act): UnlinkedAct {
  const { actor, agency, basis, businessDate, chain, origin, role, subject, workflow } = header;
  const before = canonicalJson({
    ...{ act, actor, actorRole: role, agency, basis, businessDate, chain, key, origin, payload },
  });
  const after = canonicalJson({ subject, v: 1, workflow });
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
