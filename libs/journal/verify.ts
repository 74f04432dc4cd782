import { type Pool, type PoolClient } from 'pg';

import { type StoredAct } from './act-bytes';
import { type Fault } from './faults';
import { type ChainHead, JournalWalk } from './walk';

export interface Verdict {
  /** True when not one fault was found. What that proves, and what not: docs/auditing.md. */
  readonly proven: boolean;
  readonly acts: number;
  readonly chains: number;
  readonly faultCount: number;
  /** The first thousand. */
  readonly faults: readonly Fault[];
}

/** Rows in memory at a time; a chunk's act has some hundred bytes, a claim's trace some thousand. */
const BATCH = 1_000;

/**
 * Proves the whole journal in one snapshot, in bounded memory, as role `auditor`; the house goes on working meanwhile.
 * @param onProgress told the number of acts after each batch
 */
export async function verifyJournal(
  pool: Pool,
  onProgress: (acts: number) => void = () => undefined,
): Promise<Verdict> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const walk = await walkJournal(client, onProgress);
    await client.query('commit');
    const { acts, chains, faults, faultCount } = walk;
    return { proven: faultCount === 0, acts, chains, faultCount, faults };
  } finally {
    // A connection in an unknown state is not given back to the pool; this one was only read from.
    client.release(true);
  }
}

async function walkJournal(client: PoolClient, onProgress: (acts: number) => void): Promise<JournalWalk> {
  const walk = new JournalWalk();
  await client.query(
    `declare log no scroll cursor for
     select leaf_index, chain, seq, act, actor, agency, role, origin, basis, business_date, workflow, subject, key,
            payload, bytes, previous, hash,
            to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at
       from journal.act
      order by leaf_index`,
  );
  for (;;) {
    const { rows } = await client.query<StoredAct>(`fetch ${BATCH} from log`);
    if (rows.length === 0) break;
    for (const row of rows) walk.visit(row);
    onProgress(walk.acts);
  }
  const { rows: heads } = await client.query<ChainHead>(
    `select chain, seq, hash from journal.chain_head order by chain`,
  );
  const { rows: log } = await client.query<{ size: string }>(`select size from journal.log_head`);
  walk.finish(heads, Number(log[0]?.size ?? 0));
  return walk;
}
