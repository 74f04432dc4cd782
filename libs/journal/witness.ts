import { violatedConstraint } from '@kerjasama/database/sql-state';
import { inTransaction } from '@kerjasama/database/transaction';
import { type Reads } from '@kerjasama/database/pool';
import { type Pool } from 'pg';

import { type ActPayloads } from './acts';
import { type ActHeader, toUnlinkedAct } from './chain';
import { confirmLink, type LinkedRow } from './link';
import { inputHash } from './record-input';

/** Whose attempt is witnessed; the origin is always the witness's own. */
export type WitnessHeader = Omit<ActHeader, 'origin'>;

/** What the API records beside people's acts. The pool's role is `api`. */
export interface Witness {
  /**
   * Records that the rules refused a signed-in, well-formed attempt. The same person's same attempt with the same key,
   * refused for the same reason, is one act, however often it is repeated.
   * @param key the request's Idempotency-Key
   */
  refused(header: WitnessHeader, key: string, payload: ActPayloads['act-refused']): Promise<void>;
  /**
   * Records, before it is done, that an operator runs a failing activity now: it changes no fact, so no worker records it.
   * The same key again is the same retry.
   */
  retried(header: WitnessHeader, key: string, payload: ActPayloads['work-retried']): Promise<void>;
  /**
   * Reads personal data and records the reveal in the same transaction: what was not recorded is not shown.
   * @param key new for every reveal; a used one throws
   */
  revealing<T>(
    header: WitnessHeader,
    key: string,
    payload: ActPayloads['personal-data-revealed'],
    read: (db: Reads) => Promise<T>,
  ): Promise<T>;
}

type Witnessed = 'act-refused' | 'personal-data-revealed' | 'work-retried';
type WitnessedAct = { [Name in Witnessed]: { readonly act: Name; readonly payload: ActPayloads[Name] } }[Witnessed];

export function createWitness(pool: Pool): Witness {
  return {
    refused: (header, key, payload) =>
      writeOnce(pool, header, refusalKey(header, key, payload), { act: 'act-refused', payload }),
    retried: (header, key, payload) => writeOnce(pool, header, `retried/${key}`, { act: 'work-retried', payload }),
    revealing: (header, key, payload, read) =>
      inTransaction(pool, async (client) => {
        const value = await read(client);
        await write(client, header, `revealed/${key}`, { act: 'personal-data-revealed', payload });
        return { commit: true, value };
      }),
  };
}

/** A key of its own: the bare key may be used again, rightly, for the attempt that succeeds. */
function refusalKey(header: WitnessHeader, key: string, payload: ActPayloads['act-refused']): string {
  return `refused/${key}/${inputHash({ actor: header.actor, payload }).slice(0, 16)}`;
}

async function writeOnce(pool: Pool, header: WitnessHeader, key: string, act: WitnessedAct): Promise<void> {
  try {
    await write(pool, header, key, act);
  } catch (error) {
    if (violatedConstraint(error) !== 'act_key_once') throw error;
  }
}

async function write(db: Reads, header: WitnessHeader, key: string, act: WitnessedAct): Promise<void> {
  const unlinked = toUnlinkedAct({ ...header, origin: 'witness' }, key, act);
  const { rows } = await db.query<LinkedRow>(
    `select leaf_index, seq, recorded_at, previous, hash from journal.witness($1::text, $2::text, $3::text)`,
    [header.chain, unlinked.opening, unlinked.closing],
  );
  confirmLink(unlinked, rows[0]);
}
