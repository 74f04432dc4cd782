import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureKeys, loadKeys } from './key-files';
import { open, seal } from './seal';
import { sign, verify } from './signature';

let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'keys-')), 'rehearsal');
});

afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const contents = (): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

test('the first start makes every key, for its owner’s eyes only', async () => {
  await ensureKeys(folder);
  expect(Object.keys(contents()).sort()).toEqual([
    'act-ticket.private.pem',
    'act-ticket.public.pem',
    'content.key',
    'issuer.private.pem',
    'issuer.public.pem',
    'nik-digest.key',
    'nik-encryption.key',
    'payload.key',
  ]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

test('later starts, even at once, change no key', async () => {
  await Promise.all([ensureKeys(folder), ensureKeys(folder), ensureKeys(folder)]);
  const before = contents();
  await ensureKeys(folder);
  expect(contents()).toEqual(before);
  const { 'act-ticket-private': pen, 'act-ticket-public': eye } = await loadKeys(folder, [
    'act-ticket-private',
    'act-ticket-public',
  ]);
  expect(verify(eye, 'text', sign(pen, 'text'))).toBe(true);
});

test('a lost public half is made again from its private half', async () => {
  await ensureKeys(folder);
  const before = contents();
  rmSync(join(folder, 'act-ticket.public.pem'));
  await ensureKeys(folder);
  expect(contents()).toEqual(before);
});

test('a folder open to others is closed', async () => {
  await ensureKeys(folder);
  chmodSync(folder, 0o755);
  await ensureKeys(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('a key changed by adding a line still opens what the old one sealed', async () => {
  await ensureKeys(folder);
  const { content: before } = await loadKeys(folder, ['content']);
  const sealed = seal(before, Buffer.from('roster'), 'content');
  writeFileSync(join(folder, 'content.key'), `00000001:${Buffer.alloc(32, 7).toString('base64')}\n`, { flag: 'a' });
  const { content: after } = await loadKeys(folder, ['content']);
  expect(after.current.id).toBe('00000001');
  expect(open(after, sealed, 'content').toString()).toBe('roster');
});

test('a missing or broken key is named, its content is not', async () => {
  await expect(loadKeys(folder, ['payload'])).rejects.toThrow(/The key payload cannot be read/);
  await ensureKeys(folder);
  for (const broken of ['s3cret', '', `00000001:${Buffer.alloc(31, 7).toString('base64')}`]) {
    writeFileSync(join(folder, 'payload.key'), broken);
    const failure: unknown = await loadKeys(folder, ['payload']).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(String(failure)).toMatch(/The key payload in .* is broken/);
    expect(String(failure)).not.toContain('s3cret');
  }
});
