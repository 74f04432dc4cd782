import { setTimeout as pause } from 'node:timers/promises';

import { agreementId } from '@kerjasama/kernel/ids';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { type Outcome, refuse } from '@kerjasama/kernel/refusal';
import { type Pool } from 'pg';

import { type FreshDatabase, freshDatabase } from '../../test/support/fresh-database';
import { type ActHeader, type Chain } from './chain';
import { createJournal, type Journal, type Recorded } from './record';

let database: FreshDatabase;
let journal: Journal;
let worker: Pool;
let superuser: Pool;

beforeAll(async () => {
  database = await freshDatabase();
  worker = database.pool('worker');
  superuser = database.pool('superuser');
  journal = createJournal(worker);
});

afterAll(() => database.drop());

const header = (chain: Chain): ActHeader => ({
  chain,
  actor: 'subject-1',
  agency: 'kemensos',
  role: 'maker',
  origin: 'person',
  basis: 'PKS pasal 5 – “ñ”',
  businessDate: plainDate('2027-11-19'),
  workflow: `pks/${chain}/2028`,
  subject: null,
});

const lapsed = (document: number): Recorded<{ document: number }> => ({
  act: 'agreement-lapsed',
  payload: { document },
  result: { document },
});

async function countActs(chain: string): Promise<number> {
  const { rows } = await superuser.query<{ acts: number }>(
    `select count(*)::integer as acts from journal.act where chain = $1::text`,
    [chain],
  );
  return rows[0]?.acts ?? -1;
}

test('an act is linked to the one before it, from genesis', async () => {
  const chain = agreementId('PKS-LINK');
  await journal.record(header(chain), 'first', {}, () => Promise.resolve(lapsed(1)));
  await journal.record(header(chain), 'second', {}, () => Promise.resolve(lapsed(2)));
  const { rows } = await superuser.query<{ seq: string; previous: Buffer; hash: Buffer; bytes: Buffer }>(
    `select seq, previous, hash, bytes from journal.act where chain = $1::text order by seq`,
    [chain],
  );
  expect(rows.map(({ seq }) => seq)).toEqual(['1', '2']);
  expect(rows[0]?.previous).toEqual(Buffer.alloc(32));
  expect(rows[1]?.previous).toEqual(rows[0]?.hash);
  expect(rows[0]?.bytes.toString('utf8')).toMatch(
    /^\{"act":"agreement-lapsed","actor":"subject-1","actorRole":"maker","agency":"kemensos","basis":"PKS pasal 5 – “ñ”","businessDate":"2027-11-19","chain":"PKS-LINK","key":"first","origin":"person","payload":\{"document":1\},"recordedAt":"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z","seq":1,"subject":null,"v":1,"workflow":"pks\/PKS-LINK\/2028"\}$/,
  );
});

test('a repeated key gets the stored answer and does no work again', async () => {
  const chain = agreementId('PKS-REPEAT');
  let works = 0;
  const work = (): Promise<Recorded<{ document: number }>> => {
    works += 1;
    return Promise.resolve(lapsed(works));
  };
  const first = await journal.record(header(chain), 'key', { a: 1, b: 2 }, work);
  const again = await journal.record(header(chain), 'key', { b: 2, a: 1 }, work);
  expect(again).toEqual(first);
  expect(works).toBe(1);
  expect(await countActs(chain)).toBe(1);
});

test('a repeated key with another body is refused and changes nothing', async () => {
  const chain = agreementId('PKS-REUSED');
  await journal.record(header(chain), 'key', { a: 1 }, () => Promise.resolve(lapsed(1)));
  const second = await journal.record(header(chain), 'key', { a: 2 }, () => Promise.reject(new Error('worked')));
  expect(second).toMatchObject({ refused: true, code: 'KEY_REUSED' });
  expect(await countActs(chain)).toBe(1);
});

test('the same key in another chain is another key', async () => {
  const [one, other] = [agreementId('PKS-CHAIN-1'), agreementId('PKS-CHAIN-2')];
  await journal.record(header(one), 'key', { a: 1 }, () => Promise.resolve(lapsed(1)));
  const second = await journal.record(header(other), 'key', { a: 2 }, () => Promise.resolve(lapsed(2)));
  expect(second).toEqual({ refused: false, value: { document: 2 } });
});

test('the same key twice at the same moment does the work once', async () => {
  const chain = agreementId('PKS-RIVALS');
  let works = 0;
  const work = async (): Promise<Recorded<{ document: number }>> => {
    works += 1;
    await pause(50);
    return lapsed(7);
  };
  const answers = await Promise.all([1, 2, 3].map(() => journal.record(header(chain), 'key', {}, work)));
  expect(answers).toEqual(Array(3).fill({ refused: false, value: { document: 7 } }));
  expect(works).toBe(1);
  expect(await countActs(chain)).toBe(1);
});

test('what the work wrote goes when it refuses, and the key stays free', async () => {
  const chain = agreementId('PKS-REFUSES');
  await superuser.query('create table if not exists public.note (text text); grant insert on public.note to worker');
  const refusal = refuse('TOO_LATE', { id: 'Terlambat.', en: 'Too late.' }, { id: 'Ajukan lagi.', en: 'Ask again.' });
  const refused: Outcome<unknown> = await journal.record(header(chain), 'key', {}, async (tx) => {
    await tx.query(`insert into public.note values ('written')`);
    return refusal;
  });
  expect(refused).toEqual(refusal);
  expect((await superuser.query('select from public.note')).rowCount).toBe(0);
  const later = await journal.record(header(chain), 'key', {}, () => Promise.resolve(lapsed(1)));
  expect(later.refused).toBe(false);
});

test('what the work wrote goes when it throws, and no act is left', async () => {
  const chain = agreementId('PKS-THROWS');
  const attempt = journal.record(header(chain), 'key', {}, async (tx) => {
    await tx.query(`select 1`);
    throw new Error('the treasury did not answer');
  });
  await expect(attempt).rejects.toThrow('the treasury did not answer');
  expect(await countActs(chain)).toBe(0);
});

test('a serialisation failure is tried again, a lasting one is given up after five attempts', async () => {
  const chain = agreementId('PKS-TRANSIENT');
  let works = 0;
  const fails = (times: number) => async (tx: { query(text: string): Promise<unknown> }) => {
    works += 1;
    if (works <= times) await tx.query(`do $$ begin raise exception 'rival' using errcode = '40001'; end $$`);
    return lapsed(1);
  };
  expect(await journal.record(header(chain), 'twice', {}, fails(2))).toMatchObject({ refused: false });
  expect(works).toBe(3);
  works = 0;
  await expect(journal.record(header(chain), 'always', {}, fails(99))).rejects.toThrow('rival');
  expect(works).toBe(5);
});

test('text that Postgres cannot hold is refused before anything is written', async () => {
  const chain = agreementId('PKS-NUL');
  const attempt = journal.record({ ...header(chain), actor: 'a\u0000b' }, 'key', {}, () => Promise.resolve(lapsed(1)));
  await expect(attempt).rejects.toThrow();
  expect(await countActs(chain)).toBe(0);
});

test('sixteen clients at once leave no gap in any chain or in the log', async () => {
  const chains = ['PKS-CROWD-1', 'PKS-CROWD-2', 'PKS-CROWD-3'].map(agreementId);
  const clients = Array.from({ length: 16 }, async (_, client) => {
    for (let act = 0; act < 20; act += 1) {
      const chain = chains[(client + act) % chains.length] ?? 'house';
      // Every fifth is rolled back: a number that was taken must not be lost.
      const work = (): Promise<Recorded<{ document: number }>> =>
        act % 5 === 4 ? Promise.reject(new Error('rolled back')) : Promise.resolve(lapsed(act));
      await journal.record(header(chain), `${client}-${act}`, {}, work).catch(() => undefined);
    }
  });
  await Promise.all(clients);
  const { rows } = await superuser.query<{ acts: number; gapless: boolean }>(
    `select count(*)::integer as acts, bool_and(seq = place) as gapless
       from (select seq, row_number() over (partition by chain order by leaf_index) as place
               from journal.act where chain like 'PKS-CROWD%') as placed`,
  );
  expect(rows[0]).toEqual({ acts: 16 * 16, gapless: true });
  const { rows: log } = await superuser.query<{ gapless: boolean }>(
    `select max(leaf_index) + 1 = count(*) and count(*) = (select size from journal.log_head) as gapless from journal.act`,
  );
  expect(log[0]?.gapless).toBe(true);
});
