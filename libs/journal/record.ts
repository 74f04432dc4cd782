import { setTimeout as pause } from 'node:timers/promises';

import { isTransient, violatedConstraint } from '@kerjasama/database/sql-state';
import { type Ending, inTransaction } from '@kerjasama/database/transaction';
import { accept, type Outcome, type Refusal } from '@kerjasama/kernel/refusal';
import { type Pool, type PoolClient } from 'pg';

import { type Act } from './acts';
import { canonicalJson } from './canonical-json';
import { type ActHeader, toUnlinkedAct } from './chain';
import { confirmLink, type LinkedRow } from './link';
import { inputHash } from './record-input';
import { keyReused } from './refusals';
import { type WriteTx } from './tx';

/** What was done: the act, and the JSON that a repeated key is answered. */
export type Recorded<Result> = Act & { readonly result: Result };

export interface Journal {
  /**
   * Does `work` and records its act in one transaction, or neither.
   * - The key was seen in this chain with the same input: `work` is not called, the stored result is given back.
   * - With another input: refusal `KEY_REUSED`.
   * - `work` returns a refusal: everything it wrote is rolled back, the key stays free, the refusal is given back.
   * - A deadlock or serialisation failure: `work` is run again, at most five times in all; so it touches nothing but `tx`.
   * Throws outages and defects. `input` and `result` must be JSON of strings, safe integers, booleans and null.
   */
  record<Result>(
    header: ActHeader,
    key: string,
    input: unknown,
    work: (tx: WriteTx) => Promise<Recorded<Result> | Refusal>,
  ): Promise<Outcome<Result>>;
}

const ATTEMPTS = 5;

/** The worker's journal: the one way anything changes. The pool's role is `worker`. */
export function createJournal(pool: Pool): Journal {
  return {
    async record(header, key, input, work) {
      const asked = Buffer.from(inputHash(input), 'hex');
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await inTransaction(pool, (client) => recordOnce(client, header, key, asked, work));
        } catch (error) {
          if (violatedConstraint(error) === 'act_key_once') return keyReused();
          if (!isTransient(error) || attempt === ATTEMPTS) throw error;
          await pause(Math.random() * 10 * 2 ** attempt);
        }
      }
    },
  };
}

async function recordOnce<Result>(
  client: PoolClient,
  header: ActHeader,
  key: string,
  asked: Buffer,
  work: (tx: WriteTx) => Promise<Recorded<Result> | Refusal>,
): Promise<Ending<Outcome<Result>>> {
  const { rows } = await client.query<{ input_hash: Buffer; result: Result }>({
    name: 'journal.take_key',
    text: `select input_hash, result from journal.take_key($1::text, $2::text, $3::text)`,
    values: [header.chain, header.origin, key],
  });
  const [seen] = rows;
  if (seen !== undefined)
    return { commit: false, value: seen.input_hash.equals(asked) ? accept(seen.result) : keyReused() };

  const done = await work(client as PoolClient & WriteTx);
  if ('refused' in done) return { commit: false, value: done };
  await append(client, header, key, asked, done);
  return { commit: true, value: accept(done.result) };
}

async function append(
  client: PoolClient,
  header: ActHeader,
  key: string,
  asked: Buffer,
  done: Recorded<unknown>,
): Promise<void> {
  const unlinked = toUnlinkedAct(header, key, done);
  const { rows } = await client.query<LinkedRow>({
    name: 'journal.append',
    text: `select leaf_index, seq, recorded_at, previous, hash
             from journal.append($1::text, $2::text, $3::text, $4::bytea, $5::jsonb)`,
    values: [header.chain, unlinked.opening, unlinked.closing, asked, canonicalJson(done.result)],
  });
  confirmLink(unlinked, rows[0]);
}
