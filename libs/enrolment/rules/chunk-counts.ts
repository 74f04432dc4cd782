import { type Reason } from './reasons';

/** What became of the rows of a chunk, or of many. `byReason`: rejected rows by reason; a row with two reasons counts in both. */
export type ChunkCounts = {
  readonly accepted: number;
  readonly rejected: number;
  readonly unchanged: number;
  readonly byReason: Readonly<Record<string, number>>;
};

export const NO_ROWS: ChunkCounts = { accepted: 0, rejected: 0, unchanged: 0, byReason: {} };

export function plus(a: ChunkCounts, b: ChunkCounts): ChunkCounts {
  const byReason: Record<string, number> = { ...a.byReason };
  for (const [reason, count] of Object.entries(b.byReason)) byReason[reason] = (byReason[reason] ?? 0) + count;
  return {
    accepted: a.accepted + b.accepted,
    rejected: a.rejected + b.rejected,
    unchanged: a.unchanged + b.unchanged,
    byReason,
  };
}

export function countReasons(rows: readonly { readonly reasons: readonly Reason[] }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reason of rows.flatMap(({ reasons }) => reasons)) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
