import { agreementId } from '@kerjasama/kernel/ids';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { type Pool } from 'pg';

import { type FreshDatabase, freshDatabase } from '../../test/support/fresh-database';
import { createJournal } from './record';
import { type Verdict, verifyJournal } from './verify';

let database: FreshDatabase;
let superuser: Pool;

const A = 'PKS-A';
const B = 'PKS-B';

/** Acts of two chains in turn: A's seq n is leaf 2n - 2, B's is leaf 2n - 1; five each. */
beforeEach(async () => {
  database = await freshDatabase();
  superuser = database.pool('superuser');
  const journal = createJournal(database.pool('worker'));
  for (let act = 1; act <= 5; act += 1)
    for (const chain of [A, B])
      await journal.record(
        {
          chain: agreementId(chain),
          actor: 'subject-1',
          agency: 'bpjs-tk',
          role: 'maker',
          origin: 'person',
          basis: 'Pasal 1',
          businessDate: plainDate('2028-01-31'),
          workflow: null,
          subject: null,
        },
        `key-${act}`,
        {},
        () => Promise.resolve({ act: 'agreement-lapsed', payload: { document: act }, result: null }),
      );
});

afterEach(() => database.drop());

/** As somebody who may do everything: constraints are dropped, triggers switched off. */
async function tamper(...statements: string[]): Promise<void> {
  await superuser.query(`
    alter table journal.answer drop constraint answer_chain_origin_key_fkey;
    alter table journal.act drop constraint act_hash_of_bytes, drop constraint act_seq_once, drop constraint act_key_once,
      drop constraint act_pkey;
    set session_replication_role = replica;
    ${statements.join(';\n')};
    reset session_replication_role;
  `);
}

/** Text in an act's bytes, replaced. */
const editBytes = (leaf: number, from: string, to: string): string =>
  `update journal.act set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '${from}', '${to}'), 'UTF8')
    where leaf_index = ${leaf}`;

const rehash = (leaf: number): string =>
  `update journal.act set hash = sha256(previous || bytes) where leaf_index = ${leaf}`;

async function verify(): Promise<Verdict> {
  return verifyJournal(database.pool('auditor'));
}

/** Kind, chain, seq, leaf of every fault. */
async function faults(): Promise<string[]> {
  const verdict = await verify();
  expect(verdict.proven).toBe(verdict.faultCount === 0);
  expect(verdict.faultCount).toBe(verdict.faults.length);
  return verdict.faults.map(({ kind, chain, seq, leaf }) => [kind, chain, seq, leaf].map(String).join(' ')).sort();
}

test('an untouched journal is proven', async () => {
  expect(await verify()).toEqual({ proven: true, acts: 10, chains: 2, faultCount: 0, faults: [] });
});

test('one act edited, one deleted: both are named', async () => {
  await tamper(editBytes(4, '"document":3', '"document":9'), `delete from journal.act where leaf_index = 7`);
  expect(await faults()).toEqual(['deleted PKS-B 4 7', 'edited PKS-A 3 4']);
});

test.each([
  ['payload', `payload = '{"document": 9}'`],
  ['actor', `actor = 'subject-2'`],
  ['business date', `business_date = '2028-02-01'`],
  ['recorded time, by one microsecond', `recorded_at = recorded_at + interval '1 microsecond'`],
  ['workflow', `workflow = 'claim/1'`],
  ['act', `act = 'books-closed'`],
  ['key', `key = 'another'`],
])('a column edited beside the bytes: %s', async (_column, change) => {
  await tamper(`update journal.act set ${change} where leaf_index = 4`);
  expect(await faults()).toEqual(['edited PKS-A 3 4']);
});

test('bytes and columns edited, the hash computed anew: the act on which the next no longer follows', async () => {
  await tamper(
    editBytes(4, '"document":3', '"document":9'),
    `update journal.act set payload = '{"document": 9}' where leaf_index = 4`,
    rehash(4),
  );
  expect(await faults()).toEqual(['edited PKS-A 3 4']);
});

test('the last act of a chain edited and computed anew: its head betrays it', async () => {
  await tamper(
    editBytes(8, '"document":5', '"document":9'),
    `update journal.act set payload = '{"document": 9}' where leaf_index = 8`,
    rehash(8),
  );
  expect(await faults()).toEqual(['edited PKS-A 5 8']);
});

test('a hash, a previous hash or unreadable bytes', async () => {
  await tamper(
    `update journal.act set hash = sha256('x') where leaf_index = 2`,
    `update journal.act set previous = sha256('x') where leaf_index = 3`,
    `update journal.act set bytes = 'not an act' where leaf_index = 6`,
    rehash(6),
  );
  expect(await faults()).toEqual(['edited PKS-A 2 2', 'edited PKS-A 4 6', 'edited PKS-B 2 3']);
});

test('the same act in other bytes, spaced or with a key twice, is not the act', async () => {
  await tamper(editBytes(0, '"seq":1', '"seq": 1'), rehash(0), editBytes(1, '"seq":1', '"seq":1,"seq":1'), rehash(1));
  expect(await faults()).toEqual(['edited PKS-A 1 0', 'edited PKS-B 1 1']);
});

test('the first, the last and one in the middle deleted', async () => {
  await tamper(`delete from journal.act where leaf_index in (0, 5, 8)`);
  expect(await faults()).toEqual(['deleted PKS-A 1 0', 'deleted PKS-A 5 8', 'deleted PKS-B 3 5']);
});

test('where two chains have holes side by side, the report does not guess which leaf was whose', async () => {
  await tamper(`delete from journal.act where leaf_index in (5, 7, 8)`);
  expect(await faults()).toEqual([
    ...['deleted PKS-A 5 null', 'deleted PKS-B 3 null', 'deleted PKS-B 4 null'],
    ...['deleted null null 5', 'deleted null null 7', 'deleted null null 8'],
  ]);
});

test('a whole chain deleted with its head: the holes in the log remain', async () => {
  await tamper(`delete from journal.act where chain = 'PKS-B'`, `delete from journal.chain_head where chain = 'PKS-B'`);
  expect(await faults()).toEqual([1, 3, 5, 7, 9].map((leaf) => `deleted null null ${leaf}`));
});

test('all acts deleted', async () => {
  await tamper(`delete from journal.act`);
  expect((await faults()).filter((fault) => fault.includes('PKS')).length).toBe(10);
});

test('two acts of a chain change places in the log', async () => {
  await tamper(
    `update journal.act set leaf_index = case leaf_index when 2 then 4 else 2 end where leaf_index in (2, 4)`,
  );
  expect(await faults()).toEqual(['reordered PKS-A 2 4']);
});

test('two acts of a chain change their numbers', async () => {
  await tamper(
    `update journal.act set seq = case seq when 2 then 3 else 2 end where chain = 'PKS-A' and seq in (2, 3)`,
  );
  expect(await faults()).toEqual(['reordered PKS-A 2 4', 'reordered PKS-A 3 2']);
});

test('an act inserted in the middle, and one slipped in at the end', async () => {
  const copy = (leaf: number, seq: number, from: number): string =>
    `insert into journal.act
     select ${leaf}, chain, ${seq}, act, actor, agency, role, origin, basis, business_date, recorded_at, workflow, subject,
            'new-' || ${leaf}, payload,
            convert_to(replace(replace(convert_from(bytes, 'UTF8'), '"seq":' || seq, '"seq":${seq}'), key, 'new-' || ${leaf}), 'UTF8'),
            previous, hash
       from journal.act where leaf_index = ${from}`;
  await tamper(
    copy(10, 3, 4),
    rehash(10),
    copy(11, 6, 9),
    `update journal.act set previous =
    (select hash from journal.act where leaf_index = 9) where leaf_index = 11`,
    rehash(11),
  );
  expect(await faults()).toEqual(['inserted PKS-A 3 10', 'inserted PKS-B 6 11', 'inserted null null 10']);
});

test('a head moved or gone', async () => {
  await tamper(
    `update journal.chain_head set hash = sha256('x') where chain = 'PKS-A'`,
    `delete from journal.chain_head where chain = 'PKS-B'`,
  );
  expect(await faults()).toEqual(['deleted PKS-B null null', 'edited PKS-A 5 8']);
});

test('while it is verified the house goes on working, and the verdict is that of one moment', async () => {
  const journal = createJournal(database.pool('worker'));
  const header = {
    actor: 's',
    agency: 'house',
    role: null,
    origin: 'system',
    basis: 'x',
    businessDate: plainDate('2028-01-31'),
    workflow: null,
    subject: null,
  } as const;
  const writing = Array.from({ length: 30 }, (_, act) =>
    journal.record({ chain: 'house', ...header }, `k${act}`, {}, () =>
      Promise.resolve({ act: 'agreement-lapsed', payload: { document: act }, result: null }),
    ),
  );
  const verdicts = await Promise.all([verify(), verify(), verify()]);
  await Promise.all(writing);
  expect(verdicts.map(({ proven }) => proven)).toEqual([true, true, true]);
  expect(await verify()).toMatchObject({ proven: true, acts: 40, chains: 3 });
});
