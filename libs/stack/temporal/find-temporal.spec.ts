import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BuildProgress } from './build-temporal';
import { cachedTemporal, findTemporal } from './find-temporal';

let root: string;
let env: NodeJS.ProcessEnv;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'find-temporal-'));
  env = { PATH: `${join(root, 'bin')}:/usr/bin:/bin`, HOME: root, XDG_CACHE_HOME: join(root, 'cache') };
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function put(path: string, script: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}

const says = (version: string): string => `echo "temporal version ${version} (Server 1.32.0, UI 2.54.1)"`;
const onPath = (name: string): string => join(root, 'bin', name);

/** A toolchain that writes what it was told into its output, after some lines of progress. */
const GO = `
if [ "$1" = version ]; then exit 0; fi
echo "go: downloading go.temporal.io/server v1.32.0" >&2
echo "go.temporal.io/server" >&2
while [ "$1" != -o ]; do shift; done
mkdir -p "$GOMODCACHE" "$GOCACHE"; touch "$GOMODCACHE/file"
printf '#!/bin/sh\\n# %s %s\\n${says('1.9.1')}\\n' "$GOFLAGS" "$CGO_ENABLED" > "$2"
chmod 755 "$2"`;

test('TEMPORAL_ADDRESS: somebody else runs it', async () => {
  const found = await findTemporal({ env: { ...env, TEMPORAL_ADDRESS: 'temporal:7233' } });
  expect(found).toEqual({ kind: 'external', address: 'temporal:7233' });
});

test('TEMPORAL_BIN of another version is refused, not passed over', async () => {
  put(onPath('temporal'), says('1.9.1'));
  const path = put(join(root, 'old'), says('1.8.2'));
  await expect(findTemporal({ env: { ...env, TEMPORAL_BIN: path } })).rejects.toMatchObject({
    code: 'TEMPORAL_VERSION',
    message: expect.stringContaining('version 1.8.2, not 1.9.1') as unknown,
  });
});

test('exactly the pinned version on PATH is taken', async () => {
  const path = put(onPath('temporal'), says('1.9.1'));
  expect(await findTemporal({ env })).toEqual({ kind: 'binary', source: 'PATH', path });
});

test('another version on PATH is passed over for the one in the cache', async () => {
  put(onPath('temporal'), says('1.9.10'));
  const path = put(cachedTemporal(env), says('1.9.1'));
  expect(await findTemporal({ env })).toEqual({ kind: 'binary', source: 'cache', path });
});

test('nothing is there: it is built once, announced before, with the caches given back', async () => {
  put(onPath('go'), GO);
  const progress: BuildProgress[] = [];
  const goEnv = { ...env, GOFLAGS: '-buildvcs=false' };
  const found = await findTemporal({ env: goEnv, onProgress: (one) => progress.push(one) });
  expect(found).toEqual({ kind: 'binary', source: 'built', path: cachedTemporal(env) });
  expect(progress.map(({ phase }) => phase)).toEqual(['announce', 'download', 'compile', 'done']);
  expect(readdirSync(dirname(dirname(cachedTemporal(env))))).toEqual(['1.9.1']);
  expect(await findTemporal({ env })).toMatchObject({ source: 'cache' });
});

test('a build that fails says which ways were tried and what to install, and leaves nothing', async () => {
  put(onPath('go'), '[ "$1" = version ] && exit 0; echo "go.mod requires go >= 1.26.8" >&2; exit 1');
  const failure = findTemporal({ env });
  await expect(failure).rejects.toMatchObject({ code: 'NO_TEMPORAL' });
  await expect(failure).rejects.toThrow(
    /PATH: no temporal.*not there yet.*requires go >= 1\.26\.8.*Install Go 1\.26\.8/s,
  );
  expect(readdirSync(join(root, 'cache', 'kerjasama', 'temporal'))).toEqual([]);
});

test('what a killed build left is cleared away by the next', async () => {
  put(onPath('go'), GO);
  const abandoned = join(root, 'cache', 'kerjasama', 'temporal', 'build-999999-dead');
  mkdirSync(abandoned, { recursive: true });
  await findTemporal({ env });
  expect(existsSync(abandoned)).toBe(false);
});

test('a caller that may not wait for a build is told so at once', async () => {
  put(onPath('go'), GO);
  await expect(findTemporal({ env, mayBuild: false })).rejects.toMatchObject({ code: 'NO_TEMPORAL' });
});
