import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Reads } from '@kerjasama/database/pool';
import { sampleRoster } from '@kerjasama/enrolment/sample/sample-roster';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { type RehearsalSummary } from '@kerjasama/rehearsal/summary';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { stackUnderTest } from '../support/stack-under-test';

/* The people of a roster are canaries: their numbers and names may stand in no place that anybody reads. */

jest.setTimeout(120_000);

const SIZE = 150;
const house = stackUnderTest('11-18');
let summary: RehearsalSummary;
/** NIKs, and names with what follows them in the file, so that no street or officer of that name is taken for one. */
let canaries: readonly string[];
let rosterHash: string;

beforeAll(async () => {
  summary = await house.rehearse(SIZE);
  canaries = namesAndNumbers(Number(summary.cycle.split('/')[1]));
}, 170_000);

function namesAndNumbers(year: number): string[] {
  const coverStart = plainDate(`${year}-01-01`);
  const csv = [...sampleRoster({ size: SIZE, seed: 1, coverStart, corrected: false })].join('');
  rosterHash = createHash('sha256').update(csv).digest('hex');
  const [header = '', ...rows] = csv.trim().split('\n');
  const columns = header.split(',');
  const of = (column: string) => rows.map((row) => row.split(',')[columns.indexOf(column)] ?? '');
  const names = of('nama').filter((name) => name.includes(' '));
  expect(names.length).toBeGreaterThan(SIZE / 2);
  return [...of('nik'), ...names];
}

const found = (text: string): string[] => canaries.filter((canary) => text.includes(canary));

function expectClean(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile());
  expect(files).not.toEqual([]);
  for (const file of files) expect([file, found(readFileSync(file, 'latin1'))]).toEqual([file, []]);
}

test('the canaries are those of this year: the roster that was enrolled holds them', async () => {
  expect(summary.enrolment.enrolled).toBe(SIZE);
  expect(canaries.filter((canary) => /^\d{16}$/.test(canary)).length).toBe(SIZE);
  const { rows } = await house
    .database('superuser')
    .query<{ sha256: string }>('select sha256 from enrolment.submission');
  expect(rows).toEqual([{ sha256: rosterHash }]);
  expect(found(`a ${canaries[0] ?? ''}, b`)).toEqual([canaries[0]]);
});

test("not in Temporal's file", () => {
  expectClean(house.stack.folders.temporal);
});

test('not in any history, decoded as an operator sees it', async () => {
  const client = await house.temporal('sealed');
  const codec = await house.codec();
  let histories = 0;
  for await (const { workflowId, runId } of client.workflow.list()) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const text = await decodedText(JSON.parse(historyToJSON(history)), codec.decode.bind(codec));
    expect([workflowId, found(text)]).toEqual([workflowId, []]);
    histories += 1;
  }
  expect(histories).toBe(summary.temporal.workflows);
});

test('not in the logs', () => {
  expectClean(house.stack.folders.logs);
});

test('not in the content store: what was uploaded lies there sealed', () => {
  expectClean(house.stack.folders.content);
});

test.each(['auditor', 'api'] as const)('not in anything that %s may read', async (role) => {
  const told = await everythingReadable(house.database(role));
  expect(told.length).toBeGreaterThan(10_000);
  expect(found(told)).toEqual([]);
});

/** Every payload of a history in the clear, as one text. */
async function decodedText(value: unknown, decode: Awaited<ReturnType<typeof house.codec>>['decode']): Promise<string> {
  if (Array.isArray(value)) return (await Promise.all(value.map((each) => decodedText(each, decode)))).join('\n');
  if (typeof value !== 'object' || value === null) return String(value);
  if ('metadata' in value && 'data' in value) {
    const metadata = Object.entries(value.metadata as Record<string, string>);
    const raw = Object.fromEntries(metadata.map(([name, text]) => [name, Buffer.from(text, 'base64')]));
    const [payload] = await decode([{ metadata: raw, data: Buffer.from(value.data as string, 'base64') }]);
    return Buffer.from(payload?.data ?? []).toString('utf8');
  }
  return (await Promise.all(Object.values(value).map((each) => decodedText(each, decode)))).join('\n');
}

/** All rows of all tables and views that the role may select from, as text; bytes as the characters they would be. */
async function everythingReadable(reads: Reads): Promise<string> {
  const { rows } = await reads.query<{ name: string }>(
    `select distinct format('%I.%I', table_schema, table_name) as name
       from information_schema.column_privileges
      where privilege_type = 'SELECT' and table_schema not in ('pg_catalog', 'information_schema')
        and has_table_privilege(format('%I.%I', table_schema, table_name), 'select')`,
  );
  expect(rows.length).toBeGreaterThan(5);
  const told: string[] = [];
  for (const { name } of rows) {
    const { rows: texts } = await reads.query<{ row: string }>(`select t::text as row from ${name} t`);
    for (const { row } of texts) told.push(row, ...hexIn(row));
  }
  return told.join('\n');
}

function hexIn(text: string): string[] {
  return [...text.matchAll(/\\x((?:[0-9a-f]{2}){8,})/g)].map(([, hex]) =>
    Buffer.from(hex ?? '', 'hex').toString('latin1'),
  );
}
