import { type Pool, type PoolClient } from 'pg';

/** How a transaction ends: its value, and whether what was written stays. */
export interface Ending<T> {
  readonly commit: boolean;
  readonly value: T;
}

/**
 * Runs `work` in one transaction (read committed). It is rolled back when `work` throws or says so. A connection that
 * broke is thrown away, and then the outcome is unknown: whoever calls must be able to ask again by key.
 */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<Ending<T>>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // It may break between two statements; the next one would only say that it cannot be asked.
  const onError = (error: Error): void => {
    broken ??= error;
  };
  client.on('error', onError);
  try {
    await client.query('begin');
    const { commit, value } = await work(client);
    await client.query(commit ? 'commit' : 'rollback');
    return value;
  } catch (cause) {
    if (broken !== undefined) throw broken;
    await client.query('rollback').catch((failure: unknown) => {
      broken ??= failure instanceof Error ? failure : new Error('rollback failed', { cause: failure });
    });
    throw cause;
  } finally {
    client.removeListener('error', onError);
    client.release(broken);
  }
}
