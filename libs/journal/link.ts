import { actBytes, linkHash, type UnlinkedAct } from './chain';

/** What the database answers when it has linked an act. */
export interface LinkedRow {
  readonly leaf_index: string;
  readonly seq: string;
  readonly recorded_at: string;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

/**
 * Computes the link a second time, by our own code, before the transaction commits: database and verifier must agree on
 * every act's bytes on the day it is written, not years later. A difference is a defect and throws.
 */
export function confirmLink(unlinked: UnlinkedAct, row: LinkedRow | undefined): void {
  if (row === undefined) throw new Error('The journal did not answer with a link');
  const bytes = actBytes(unlinked, { seq: Number(row.seq), recordedAt: row.recorded_at });
  if (!linkHash(row.previous, bytes).equals(row.hash))
    throw new Error(`The database linked other bytes than ours at leaf ${row.leaf_index}`);
}
