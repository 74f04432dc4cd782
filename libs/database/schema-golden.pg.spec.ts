import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type FreshDatabase, freshDatabase } from '../../test/support/fresh-database';
import { describeSchema } from './describe-schema';

const GOLDEN = join(__dirname, 'schema.golden.txt');

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(() => database.drop());

/** After a new migration: `UPDATE_SCHEMA_GOLDEN=1 npx jest --selectProjects pg --testPathPatterns schema-golden`, and read the diff. */
test('the migrations make the schema that was reviewed', async () => {
  const schema = await describeSchema(database.pool('superuser'));
  if (process.env['UPDATE_SCHEMA_GOLDEN'] === '1') writeFileSync(GOLDEN, schema);
  expect(existsSync(GOLDEN)).toBe(true);
  expect(schema).toBe(readFileSync(GOLDEN, 'utf8'));
});

test('the description sees a change of any kind', async () => {
  const superuser = database.pool('superuser');
  const before = await describeSchema(superuser);
  const changes = [
    `alter table journal.act alter column workflow set not null`,
    `alter table journal.act drop constraint act_hash_of_bytes`,
    `drop trigger act_is_append_only on journal.act`,
    `drop index journal.act_of_workflow`,
    `grant update (actor) on journal.act to worker`,
    `grant delete on journal.act to worker`,
    `alter table journal.act owner to postgres`,
    `alter function journal.append(text, text, text, bytea, jsonb) security invoker`,
    `grant execute on function journal.link_act(text, text, text) to public`,
    `create schema other`,
  ];
  const client = await superuser.connect();
  for (const change of changes) {
    await client.query('begin');
    await client.query(change);
    expect([change, (await describeSchema(client)) === before]).toEqual([change, false]);
    await client.query('rollback');
  }
  client.release();
});
