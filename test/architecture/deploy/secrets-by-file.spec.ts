import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKeys } from '@kerjasama/keys/key-files';
import { ROOT } from '../sources';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kerjasama-secrets-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('with-secrets.sh', () => {
  const run = (environment: NodeJS.ProcessEnv, ...command: string[]): SpawnSyncReturns<string> =>
    spawnSync('/bin/sh', [join(ROOT, 'deploy', 'with-secrets.sh'), ...command], {
      env: { PATH: process.env['PATH'], SECRETS_FOLDER: folder, ...environment },
      encoding: 'utf8',
    });
  const secret = (text: string): string => {
    writeFileSync(join(folder, 'password'), text);
    return join(folder, 'password');
  };
  const PRINT = ['sh', '-c', 'printf "%s|%s" "$PGPASSWORD" "${PGPASSWORD_FILE-gone}"'] as const;

  test('a process gets the content of the file, whatever is in it, and not the name', () => {
    const odd = `a b'c"d$e\`f\\g;h`;
    expect(run({ PGPASSWORD_FILE: secret(`${odd}\n`) }, ...PRINT).stdout).toBe(`${odd}|gone`);
  });

  test('the process takes the place of the script: its exit code is the exit code', () => {
    expect(run({}, 'sh', '-c', 'exit 7').status).toBe(7);
  });

  test('a variable that names a file elsewhere is left alone', () => {
    expect(run({ PGPASSWORD_FILE: '/etc/hostname' }, ...PRINT).stdout).toBe('|/etc/hostname');
  });

  test.each([
    ['missing', () => join(folder, 'nothing')],
    ['empty', () => secret('')],
  ])('a file that is %s stops the start', (_, file) => {
    const { status, stderr, stdout } = run({ PGPASSWORD_FILE: file() }, ...PRINT);
    expect([status, stdout]).toEqual([78, '']);
    expect(stderr).toContain('PGPASSWORD_FILE');
  });

  test('file and variable at once stop the start, and the secret is not told', () => {
    const { status, stderr } = run({ PGPASSWORD_FILE: secret('hush'), PGPASSWORD: 'other' }, ...PRINT);
    expect(status).toBe(78);
    expect(stderr).not.toMatch(/hush|other/);
  });
});

describe('create-secrets.mjs', () => {
  const create = (): string =>
    spawnSync(process.execPath, [join(ROOT, 'deploy', 'create-secrets.mjs'), folder], { encoding: 'utf8' }).stdout;
  const contents = (): Record<string, string> =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

  test('the keys it makes are keys that the processes load', async () => {
    create();
    const names = [
      'nik-encryption',
      'nik-digest',
      'content',
      'payload',
      'act-ticket-private',
      'act-ticket-public',
    ] as const;
    const keys = await loadKeys(folder, names);
    expect(Object.keys(keys).sort()).toEqual([...names].sort());
  });

  test('a closed folder, passwords of 256 bits, no two alike', () => {
    create();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const passwords = Object.entries(contents()).filter(([name]) => name.endsWith('_password'));
    expect(passwords.map(([name]) => name)).toEqual(
      ['api', 'auditor', 'migrator', 'postgres', 'temporal', 'worker'].map((role) => `${role}_password`),
    );
    for (const [, text] of passwords) expect(text).toMatch(/^[0-9a-f]{64}\n$/);
    expect(new Set(passwords.map(([, text]) => text)).size).toBe(passwords.length);
  });

  test('a second run keeps every secret', () => {
    create();
    const before = contents();
    expect(create()).not.toContain('made');
    expect(contents()).toEqual(before);
  });

  test('it makes every secret that docker-compose.yml mounts, but the one that the identity provider issues', () => {
    create();
    const compose = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
    const mounted = [...compose.matchAll(/file: \.\/deploy\/secrets\/(\S+)/g)].map(([, name]) => name);
    expect(mounted.filter((name) => name !== 'temporal_ui_client_secret').sort()).toEqual(readdirSync(folder).sort());
  });
});
