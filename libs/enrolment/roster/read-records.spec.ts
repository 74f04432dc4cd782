import * as fc from 'fast-check';
import { COLUMNS } from '../rules/header';
import { readChunks, readShape } from './read-records';
import { type RosterRecord } from './record-cutter';

const HEADER = COLUMNS.join(',');
const ROW = '1,2,3,4,5,6,7,8,9';

async function* blocksOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function read(file: string | Buffer, block = 7): Promise<RosterRecord[]> {
  const records: RosterRecord[] = [];
  for await (const chunk of readChunks(blocksOf(Buffer.from(file), block), 2)) records.push(...chunk);
  return records;
}

const seen = (records: readonly RosterRecord[]) =>
  records.map(({ line, content }) => [line, typeof content === 'string' ? content : content.nama]);

test.each([
  ['comma', ',', '\n'],
  ['semicolon and CRLF', ';', '\r\n'],
  ['TAB', '\t', '\n'],
])('a file with %s', async (_, delimiter, end) => {
  const file = [HEADER, ROW, ROW].map((line) => line.replaceAll(',', delimiter)).join(end);
  expect(seen(await read(`\ufeff${file}`))).toEqual([
    [2, '2'],
    [3, '2'],
  ]);
});

test('columns are found by name, in any order, beside columns that are not read', async () => {
  const names = ['no', ...[...COLUMNS].reverse(), 'catatan'];
  const [record] = await read(`${names.join(';').toUpperCase()}\n0;9;8;7;6;5;4;3;2;1;x\n`);
  expect(record?.content).toMatchObject({ nik: '1', nama: '2', sumber_data: '9' });
});

test('quoted delimiters, doubled quotes and line breaks inside quotes', async () => {
  const file = `${HEADER}\n1,"A ""B"", C",3,4,5,"Pasar\nMinggu",7,8,9\n${ROW}\n`;
  const [first, second] = await read(file);
  expect(first).toMatchObject({ line: 2, content: { nama: 'A "B", C', tempat_kerja: 'Pasar Minggu' } });
  expect(second?.line).toBe(4);
});

test('a broken row is rejected alone: the rows after it are read, whatever is wrong with it', async () => {
  const bad = Buffer.concat([
    Buffer.from(`${HEADER}\n1,"2,3,4,5,6,7,8,9\n${ROW}\n1,2"2,3,4,5,6,7,8,9\n1,2\n${ROW},10\n,,,,,,,,\n\n`),
    Buffer.from([0x31, 0x2c, 0xff, 0xfe, 0x0a]),
    Buffer.from(`${'x'.repeat(5000)}\n${ROW}`),
  ]);
  for (const block of [1, 7, 64, 100_000])
    expect(seen(await read(bad, block))).toEqual([
      [2, 'ROW_BROKEN'],
      [3, '2'],
      [4, 'ROW_BROKEN'],
      [5, 'ROW_RAGGED'],
      [6, 'ROW_RAGGED'],
      [7, 'ROW_EMPTY'],
      [9, 'ROW_ENCODING'],
      [10, 'ROW_TOO_LONG'],
      [11, '2'],
    ]);
});

test('a quote that never closes swallows nothing at the end of the file either', async () => {
  expect(seen(await read(`${HEADER}\n${ROW}\n1,"2,3,4,5,6,7,8,9\n${ROW}`))).toEqual([
    [2, '2'],
    [3, 'ROW_BROKEN'],
    [4, '2'],
  ]);
});

test.each([
  ['nothing', ''],
  ['another table', 'a,b,c\n1,2,3'],
  ['a column twice', `${HEADER},nik\n${ROW},1`],
  ['UTF-16', Buffer.from(`\ufeff${HEADER}\n${ROW}`, 'utf16le')],
  ['a spreadsheet', Buffer.from('504b030414000600', 'hex')],
])('a file of %s has no readable header', async (_, file) => {
  expect(await readShape(blocksOf(Buffer.from(file), 10))).toMatchObject({ refused: true, code: 'ROSTER_UNREADABLE' });
});

test('whatever is written with every field quoted is read back, however the bytes arrive', async () => {
  const field = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\r\n]/.test(text));
  const row = fc
    .array(field, { minLength: 9, maxLength: 9 })
    .filter((fields) => fields.some((text) => text.trim() !== ''));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 6 }), fc.integer({ min: 1, max: 40 }), async (rows, block) => {
      const lines = rows.map((fields) => fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
      const records = await read([HEADER, ...lines].join('\r\n'), block);
      const told = records.map(({ content }) =>
        typeof content === 'string' ? content : COLUMNS.map((each) => content[each]),
      );
      expect(told).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});
