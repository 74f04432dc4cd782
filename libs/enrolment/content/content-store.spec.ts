import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { parseKeyRing, writeNewKey } from '@kerjasama/keys/key-ring';
import { ContentStore, LARGEST_CONTENT } from './content-store';
import { ContentDamaged, openFrames, sealFrames } from './sealed-frames';

const ring = parseKeyRing(writeNewKey(randomBytes));
let folder: string;
let now: Date;
let store: ContentStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kerjasama-content-'));
  now = new Date('2027-11-20T00:00:00Z');
  store = new ContentStore({ folder, ring, now: () => now });
});
afterEach(() => rm(folder, { recursive: true }));

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const cut = (bytes: Buffer, size: number) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, nth) => bytes.subarray(nth * size, (nth + 1) * size)),
  );
const put = (bytes: Buffer, name = hashOf(bytes)) => store.put(name, cut(bytes, 10_000));

async function collect(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const blocks: Buffer[] = [];
  for await (const block of source) blocks.push(block);
  return Buffer.concat(blocks);
}

test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_000])('%i bytes come back, and lie encrypted', async (length) => {
  const bytes = Buffer.alloc(length, 'kanari ');
  expect(await put(bytes)).toEqual({ refused: false, value: 'stored' });
  expect(await collect(store.read(hashOf(bytes)))).toEqual(bytes);
  expect(await readdir(folder)).toEqual([hashOf(bytes)]);
  expect((await readFile(join(folder, hashOf(bytes)))).includes('kanari')).toBe(false);
  expect((await stat(join(folder, hashOf(bytes)))).mode & 0o777).toBe(0o600);
});

test('bytes of another hash than announced are not kept', async () => {
  expect(await put(Buffer.from('a'), hashOf(Buffer.from('b')))).toMatchObject({ code: 'CONTENT_DIFFERS' });
  expect(await readdir(folder)).toEqual([]);
});

test('what is too large is refused while it comes, and not kept', async () => {
  let sent = 0;
  async function* endless(): AsyncGenerator<Buffer> {
    for (;;) {
      sent += 1_000_000;
      yield await Promise.resolve(Buffer.alloc(1_000_000));
    }
  }
  expect(await store.put('0'.repeat(64), endless())).toMatchObject({ code: 'BODY_TOO_LARGE' });
  expect(sent).toBeLessThanOrEqual(LARGEST_CONTENT + 2_000_000);
  expect(await readdir(folder)).toEqual([]);
});

test('an upload that breaks off leaves nothing', async () => {
  async function* broken(): AsyncGenerator<Buffer> {
    yield await Promise.resolve(Buffer.alloc(100_000));
    throw new Error('the client went away');
  }
  await expect(store.put('0'.repeat(64), broken())).rejects.toThrow('went away');
  expect(await readdir(folder)).toEqual([]);
});

test('the same bytes again are not written again, other bytes under their name are refused', async () => {
  const bytes = Buffer.from('roster');
  await put(bytes);
  const { ino } = await stat(join(folder, hashOf(bytes)));
  expect(await put(bytes)).toEqual({ refused: false, value: 'present' });
  expect(await put(Buffer.from('other'), hashOf(bytes))).toMatchObject({ code: 'CONTENT_DIFFERS' });
  expect((await stat(join(folder, hashOf(bytes)))).ino).toBe(ino);
});

test('two uploads of the same bytes at once end as one', async () => {
  const bytes = randomBytes(200_000);
  const answers = await Promise.all([put(bytes), put(bytes), put(bytes)]);
  expect(answers.map((each) => each.refused)).toEqual([false, false, false]);
  expect(await readdir(folder)).toEqual([hashOf(bytes)]);
});

test('damaged content is found, and mended by the next upload', async () => {
  const bytes = randomBytes(100_000);
  await put(bytes);
  const file = join(folder, hashOf(bytes));
  const sealed = await readFile(file);
  sealed[70_000] = (sealed[70_000] ?? 0) ^ 1;
  await writeFile(file, sealed);
  await expect(store.verify(hashOf(bytes))).rejects.toThrow(ContentDamaged);
  expect(await put(bytes)).toEqual({ refused: false, value: 'stored' });
  await store.verify(hashOf(bytes));
});

test('frames that are moved, left out, doubled or cut off do not open, nor under another key', async () => {
  const plain = randomBytes(3 * 65_536 + 10);
  const parts: Buffer[] = [];
  for await (const part of sealFrames(ring, cut(plain, 9999))) parts.push(part);
  const open = (order: readonly number[], by = ring) =>
    collect(openFrames(by, Readable.from(order.map((nth) => parts[nth]))));
  expect(await open([0, 1, 2, 3, 4])).toEqual(plain);
  for (const order of [
    [0, 2, 1, 3, 4],
    [0, 1, 3, 4],
    [0, 1, 2, 3],
    [0, 1, 1, 2, 3, 4],
    [0, 1, 2, 3, 4, 4],
    [0],
    [1, 2],
  ])
    await expect(open(order)).rejects.toThrow(ContentDamaged);
  await expect(open([0, 1, 2, 3, 4], parseKeyRing(writeNewKey(randomBytes)))).rejects.toThrow(ContentDamaged);
});

test('what no act names expires, by real age; what an act names stays', async () => {
  const [claimed, old, young] = ['claimed', 'old', 'young'].map((text) => Buffer.from(text));
  if (!claimed || !old || !young) throw new Error('three contents');
  await put(claimed);
  await put(old);
  for (const bytes of [claimed, old]) await store.touch(hashOf(bytes));
  now = new Date('2027-11-28T00:00:00Z');
  await put(young);
  await store.touch(hashOf(young));
  const sweep = () =>
    store.sweep({ ms: 7 * 86_400_000 }, (names) =>
      Promise.resolve(new Set(names.filter((name) => name === hashOf(claimed)))),
    );
  expect(await sweep()).toBe(1);
  expect((await readdir(folder)).sort()).toEqual([hashOf(claimed), hashOf(young)].sort());
  expect(await store.touch(hashOf(old))).toBe(false);
});

test('a name that is no hash never becomes a path', async () => {
  await expect(store.put('../../etc/passwd', Readable.from([]))).rejects.toThrow(RangeError);
});
