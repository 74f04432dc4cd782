import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareEmbeddedBinaries } from './embedded-binaries';

let root: string;
let home: string | undefined;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'binaries-'));
  chmodSync(root, 0o755);
  home = process.env['KERJASAMA_HOME'];
  process.env['KERJASAMA_HOME'] = join(root, 'home');
});

afterEach(() => {
  if (home === undefined) delete process.env['KERJASAMA_HOME'];
  else process.env['KERJASAMA_HOME'] = home;
  rmSync(root, { recursive: true, force: true });
});

/** A package as npm leaves it when install scripts are off: no symlinks. */
function unpack(folder: string, mode = 0o755): string {
  const packageFolder = join(root, folder, 'linux-x64');
  for (const part of ['bin', 'lib']) mkdirSync(join(packageFolder, 'native', part), { recursive: true });
  writeFileSync(join(packageFolder, 'package.json'), '{"version":"18.4.0"}');
  writeFileSync(join(packageFolder, 'native', 'bin', 'postgres'), '#!/bin/sh\n', { mode: 0o700 });
  writeFileSync(join(packageFolder, 'native', 'lib', 'libicuuc.so.60.2'), 'library', { mode: 0o600 });
  const links = [{ source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' }];
  writeFileSync(join(packageFolder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  chmodSync(join(packageFolder, 'native', 'bin', 'postgres'), mode);
  return packageFolder;
}

test('an install without scripts has no symlinks: they are made, once', () => {
  const packageFolder = unpack('modules');
  for (let time = 0; time < 2; time += 1) {
    const native = prepareEmbeddedBinaries(packageFolder, undefined);
    expect(native).toBe(join(packageFolder, 'native'));
    expect(readlinkSync(join(native, 'lib', 'libicuuc.so.60'))).toBe('libicuuc.so.60.2');
  }
});

test('a home of mode 0700: root’s server account gets a copy that all may read', () => {
  const packageFolder = unpack('private');
  chmodSync(join(root, 'private'), 0o700);
  const native = prepareEmbeddedBinaries(packageFolder, { uid: 65_534, gid: 65_534 });
  expect(native.startsWith(join(root, 'home', 'binaries'))).toBe(true);
  expect(statSync(join(native, 'bin', 'postgres')).mode & 0o777).toBe(0o755);
  expect(statSync(join(native, 'lib', 'libicuuc.so.60')).mode & 0o777).toBe(0o644);
  expect(prepareEmbeddedBinaries(packageFolder, { uid: 65_534, gid: 65_534 })).toBe(native);
});

test('binaries that only their owner may run, unpacked under a strict umask, are copied too', () => {
  const native = prepareEmbeddedBinaries(unpack('modules', 0o700), { uid: 65_534, gid: 65_534 });
  expect(native.startsWith(join(root, 'home'))).toBe(true);
});

test('a link that leads out of the package is refused', () => {
  const packageFolder = unpack('modules');
  const links = [{ source: 'native/lib/x', target: '../../escaped' }];
  writeFileSync(join(packageFolder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  expect(() => prepareEmbeddedBinaries(packageFolder, undefined)).toThrow('leads out');
  expect(lstatSync(join(root, 'escaped'), { throwIfNoEntry: false })).toBeUndefined();
});
