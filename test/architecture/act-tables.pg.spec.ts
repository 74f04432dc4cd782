import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshDatabase } from '../support/fresh-database';
import { ACT_KINDS, actTables, edgesOfKind } from './act-tables';
import { ROOT } from './sources';

const FILE = join(ROOT, 'libs', 'database', 'migrations', '000010-act-tables.sql');

test('the migration of statuses, turns and edges is what the act definitions say', () => {
  const generated = actTables(ACT_KINDS);
  if (process.env['UPDATE_ACT_TABLES'] !== undefined) writeFileSync(FILE, generated);
  expect(readFileSync(FILE, 'utf8')).toBe(generated);
});

test('the database holds those edges and no other', async () => {
  const database = await freshDatabase();
  const { rows } = await database
    .pool('auditor')
    .query(`select kind, from_status as "from", act, to_status as "to", origin from act.edge`);
  await database.drop();
  const sorted = (edges: readonly unknown[]): string[] => edges.map((edge) => JSON.stringify(edge)).sort();
  expect(sorted(rows)).toEqual(sorted(ACT_KINDS.flatMap(edgesOfKind)));
});

test('every status but the last ones leads on, and can be reached', () => {
  for (const kind of ACT_KINDS) {
    const edges = edgesOfKind(kind);
    for (const [status, wait] of Object.entries(kind.waits)) {
      expect([status, edges.some(({ from, to }) => from === status && to !== status)]).toEqual([status, wait !== null]);
      expect([status, edges.some(({ from, to }) => to === status && from !== status)]).toEqual([status, true]);
    }
  }
});

test('no two acts of a kind have one command or step', () => {
  for (const { officers, system } of ACT_KINDS) {
    const names = [...officers.map(({ command }) => command), ...system.map(({ step }) => step)];
    expect(new Set(names).size).toBe(names.length);
  }
});
