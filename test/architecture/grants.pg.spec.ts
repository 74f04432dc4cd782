import { SQL_STATE } from '@kerjasama/database/sql-state';
import { createJournal } from '@kerjasama/journal/record';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { DatabaseError } from 'pg';

import { type FreshDatabase, freshDatabase, type TestRole } from '../support/fresh-database';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  await createJournal(database.pool('worker')).record(
    {
      chain: 'house',
      actor: 'subject-1',
      agency: 'house',
      role: null,
      origin: 'system',
      basis: 'test',
      businessDate: plainDate('2028-01-31'),
      workflow: null,
      subject: null,
    },
    'key',
    {},
    () => Promise.resolve({ act: 'agreement-lapsed', payload: { document: 1 }, result: null }),
  );
});

afterAll(() => database.drop());

/** What Postgres answers: its SQLSTATE, or `allowed`. */
async function attempt(role: TestRole, sql: string): Promise<string> {
  const client = await database.pool(role).connect();
  try {
    await client.query('begin');
    await client.query(sql);
    return 'allowed';
  } catch (error) {
    return error instanceof DatabaseError ? (error.code ?? 'no code') : String(error);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const ROLES = ['api', 'worker', 'auditor'] as const;

/** Every way to change what the journal holds, other than by its functions. */
const FORBIDDEN_TO_ALL = [
  `insert into journal.act select * from journal.act`,
  `update journal.act set actor = 'x'`,
  `delete from journal.act`,
  `truncate journal.act`,
  `update journal.answer set result = '1'`,
  `delete from journal.answer`,
  `insert into journal.answer values ('house', 'person', 'k', '\\x00', '1')`,
  `update journal.chain_head set seq = 0`,
  `delete from journal.chain_head`,
  `update journal.log_head set size = 0`,
  `update journal.acts set actor = 'x'`,
  `select journal.link_act('house', '{', '}')`,
  `insert into act.edge values ('claim', 'reported', 'claim-paid', 'paid', 'person')`,
  `update act.subject set status = 'paid'`,
  `insert into act.workflow (workflow) values ('claim/x')`,
  `update act.workflow set latest_act = 9`,
  `update claims.claim set event_on = '2028-01-01'`,
  `delete from claims.verdict`,
  `alter table journal.act disable trigger all`,
  `drop table journal.act`,
  `drop trigger act_is_append_only on journal.act`,
  `create table journal.other (x integer)`,
  `create table public.other (x integer)`,
  `create schema other`,
  `create or replace function house.refuse_change() returns trigger language plpgsql as $$ begin return new; end $$`,
  `set role owner`,
  `set role migrator`,
  `set session_replication_role = replica`,
  `update house.instance set profile = 'live'`,
  `insert into house.instance (profile) values ('live')`,
  `update house.rehearsal_clock set offset_ms = 1`,
  `select house.advance_clock(1)`,
  `insert into house.migration (number, name, checksum) values (0, 'x', repeat('0', 64))`,
  `delete from house.migration`,
  `copy journal.acts to program 'true'`,
  `select * from pg_authid`,
];

describe.each(ROLES)('the role %s', (role) => {
  test.each(FORBIDDEN_TO_ALL)('is refused: %s', async (sql) => {
    expect(await attempt(role, sql)).toBe(SQL_STATE.insufficientPrivilege);
  });
});

test.each([
  ['api', `select journal.take_key('house', 'person', 'k')`],
  ['api', `select journal.append('house', '{', '}', '\\x00', '1')`],
  ['api', `select * from journal.act`],
  ['worker', `select journal.witness('house', '{', '}')`],
  ['worker', `select * from journal.answer`],
  // Officers' acts come through the API, the system's through the worker.
  [
    'worker',
    `select act.record_person('s', 'claim', 2028::smallint, 'w', '{}', 'paid', null, null, true, 'c', '{', '}', '', '{}')`,
  ],
  [
    'api',
    `select act.record_system('s', 'claim', 2028::smallint, 'w', '{}', 'paid', null, null, null, true, true, 'c', '{', '}', '', '{}')`,
  ],
  ['api', `insert into claims.receipt values ('PKS-1.2028.1', 1, 'T-1', '2028-06-01')`],
  ['worker', `insert into claims.verdict values ('PKS-1.2028.1', 1, 'approved', 'x', '2028-06-01', 'y')`],
  ['auditor', `select journal.take_key('house', 'person', 'k')`],
  ['auditor', `select journal.append('house', '{', '}', '\\x00', '1')`],
  ['auditor', `select journal.witness('house', '{', '}')`],
  ['auditor', `select * from journal.answers`],
  ['api', `create temporary table t (x integer)`],
  ['auditor', `create temporary table t (x integer)`],
] as const)('the role %s is refused: %s', async (role, sql) => {
  expect(await attempt(role, sql)).toBe(SQL_STATE.insufficientPrivilege);
});

test('what each role is for, it may do', async () => {
  for (const role of ROLES) {
    expect(await attempt(role, `select * from journal.acts`)).toBe('allowed');
    expect(await attempt(role, `select * from house.clock, house.instance, house.migration`)).toBe('allowed');
  }
  expect(await attempt('api', `select * from journal.answers`)).toBe('allowed');
  expect(await attempt('worker', `select journal.take_key('house', 'person', 'k')`)).toBe('allowed');
  expect(await attempt('worker', `create temporary table t (x integer)`)).toBe('allowed');
  expect(await attempt('auditor', `select * from journal.act, journal.chain_head, journal.log_head`)).toBe('allowed');
});

test('even the owner meets the triggers', async () => {
  for (const sql of [
    `delete from journal.act`,
    `update journal.answer set result = '1'`,
    `truncate journal.act cascade`,
  ])
    expect(await attempt('migrator', sql)).toBe(SQL_STATE.insufficientPrivilege);
});

/** Rules over the whole catalogue, so that a later migration cannot forget them. */
const RULES: readonly [string, string][] = [
  [
    'the auditor writes no table; the API inserts the facts of officers’ acts and nothing else',
    `select grantee || ' ' || privilege_type || ' ' || table_schema || '.' || table_name as breach
       from information_schema.role_table_grants
      where grantee in ('api', 'auditor', 'PUBLIC') and privilege_type <> 'SELECT'
        and not (grantee = 'api' and privilege_type = 'INSERT'
                 and table_schema || '.' || table_name in ('claims.claim', 'claims.decision', 'claims.verdict', 'claims.ending'))
        and table_schema not in ('pg_catalog', 'information_schema')`,
  ],
  [
    'worker never truncates, never alters, and writes nothing in journal, house and act but that it has told a workflow',
    `select privilege_type || ' ' || table_schema || '.' || table_name as breach
       from information_schema.role_table_grants
      where grantee = 'worker'
        and (privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
             or (table_schema in ('journal', 'house', 'act') and privilege_type <> 'SELECT'))`,
  ],
  [
    'everything belongs to owner',
    `select relname::text as breach from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')
        and relowner <> 'owner'::regrole
     union all
     select proname::text from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
      where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')
        and proowner <> 'owner'::regrole`,
  ],
  [
    'no function is open to everybody',
    `select proname::text as breach from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
      where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')
        and has_function_privilege('public', pg_proc.oid, 'execute')`,
  ],
  [
    'a function that runs as its owner fixes its search path',
    `select proname::text as breach from pg_proc
      where prosecdef and pronamespace <> 'pg_catalog'::regnamespace
        and not coalesce('search_path=pg_catalog, pg_temp' = any (proconfig), false)`,
  ],
  [
    'no role of a process is a superuser, makes roles or databases, bypasses row security, or belongs to another',
    `select rolname::text as breach from pg_roles
      where rolname in ('api', 'worker', 'auditor', 'migrator', 'owner')
        and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)
     union all
     select member::regrole::text from pg_auth_members
      where member::regrole::text in ('api', 'worker', 'auditor')`,
  ],
  ['the owner cannot log in', `select rolname::text as breach from pg_roles where rolname = 'owner' and rolcanlogin`],
];

test.each(RULES)('%s', async (_rule, sql) => {
  const { rows } = await database.pool('superuser').query<{ breach: string }>(sql);
  expect(rows.map(({ breach }) => breach)).toEqual([]);
});

test('the worker cannot link wrong bytes through the journal’s own function', async () => {
  const opening = `{"act":"x","actor":"a","actorRole":null,"agency":"house","basis":"b","businessDate":"2028-01-31","chain":"house","key":"k2","origin":"system","payload":{},`;
  const closing = `,"subject":null,"v":1,"workflow":null}`;
  const append = (open: string, close: string): string =>
    `select journal.append('house', '${open}', '${close}', sha256('x'), 'null')`;
  expect(await attempt('worker', append(opening, closing))).toBe('allowed');
  const wrong = [
    append(opening.replace('"chain":"house"', '"chain":"PKS-1"'), closing),
    append(opening.replace('"payload":{},', '"payload":{},"seq":1,'), closing),
    append(opening.replace('"payload":{},', '"payload":{},"recordedAt":"2000-01-01T00:00:00.000Z",'), closing),
    append(opening, closing.replace('"v":1', '"seq":1,"v":1')),
    append(opening, closing.replace('"v":1', '"v":2')),
    append(opening, closing.replace('"v":1', '"extra":0,"v":1')),
    append(opening.replace('"2028-01-31"', '"2028-1-31"'), closing),
    append(opening.replace('"actor":"a"', '"actor":1'), closing),
    append(opening.replace('"agency":"house"', '"agency":"others"'), closing),
  ];
  for (const sql of wrong) expect([sql, await attempt('worker', sql)]).toEqual([sql, SQL_STATE.checkViolation]);
});

test('the API witnesses refusals and reveals, and no other act', async () => {
  const witness = (act: string): string =>
    `select journal.witness('house', '{"act":"${act}","actor":"a","actorRole":null,"agency":"house","basis":"b","businessDate":"2028-01-31",` +
    `"chain":"house","key":"k3","origin":"witness","payload":{},', ',"subject":null,"v":1,"workflow":null}')`;
  expect(await attempt('api', witness('act-refused'))).toBe('allowed');
  expect(await attempt('api', witness('personal-data-revealed'))).toBe('allowed');
  expect(await attempt('api', witness('work-retried'))).toBe('allowed');
  expect(await attempt('api', witness('budget-allocated'))).toBe(SQL_STATE.insufficientPrivilege);
});
