import { setTimeout as pause } from 'node:timers/promises';
import { type FreshDatabase, freshDatabase } from '../../test/support/fresh-database';
import { createPool } from './pool';
import { inTransaction } from './transaction';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(() => database.drop());

test('a connection that Postgres ends between two statements is an error of its caller, and no end of the process', async () => {
  const pool = createPool(database.url('worker'), {
    applicationName: 'stands-still',
    size: 1,
    idleInTransactionMs: 50,
  });
  try {
    const stoodStill = inTransaction(pool, async () => {
      await pause(300);
      return { commit: true, value: 'committed' };
    });
    await expect(stoodStill).rejects.toMatchObject({ code: '25P03' });
    const next = inTransaction(pool, async (client) => {
      await client.query('select 1');
      return { commit: true, value: 'committed' };
    });
    await expect(next).resolves.toBe('committed');
  } finally {
    await pool.end();
  }
});
