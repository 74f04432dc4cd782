import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findClosedFolder } from './account';

const STRANGER = { uid: 65_533, gid: 65_533 };
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'account-'));
  mkdirSync(join(root, 'private', 'data'), { recursive: true });
  chmodSync(root, 0o755);
  chmodSync(join(root, 'private'), 0o755);
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

test('every folder may be entered: nothing is closed', () => {
  expect(findClosedFolder(join(root, 'private', 'data'), STRANGER)).toBeUndefined();
});

test('a home of mode 0700 on the way is named, not the folder below it', () => {
  chmodSync(join(root, 'private'), 0o700);
  expect(findClosedFolder(join(root, 'private', 'data'), STRANGER)).toBe(join(root, 'private'));
});

test('what is closed to others is open to its owner', () => {
  chmodSync(join(root, 'private'), 0o700);
  const owner = { uid: process.getuid?.() ?? 0, gid: 0 };
  expect(findClosedFolder(join(root, 'private', 'data'), owner)).toBeUndefined();
});
