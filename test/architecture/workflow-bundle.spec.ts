import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBundle } from '@kerjasama/temporal/bundle';

/*
 * What a replay runs. The bundle may hold values, contracts, transition tables and Temporal's own sandbox. Anything that
 * reads a file, a socket, a database or the law would make a replay depend on more than its history.
 */

const OURS = /^\.\/(libs|workflows)\//;
const OURS_ALLOWED = [
  /^\.\/workflows\//,
  /^\.\/libs\/kernel\//,
  /^\.\/libs\/(agreement|budget|enrolment|premium|claims|renewal|cycle)\/(contract\.ts|rules(\.ts|\/))/,
  /^\.\/libs\/temporal\/(in-workflow\/|policies\.ts|search-attributes\.ts|task-queues\.ts|failure-converter\.ts)/,
  /^\.\/libs\/identity\/(four-eyes|turn|who)\.ts/,
  /^\.\/libs\/act\/contract\.ts/,
];
const PACKAGES_ALLOWED = /^\.\/node_modules\/(@temporalio\/(workflow|common|worker)|nexus-rpc|long|ms)\//;

/** The modules of a bundle, relative to the repository: webpack writes each one's name before its code. */
function modulesOf(code: string): string[] {
  return [...code.matchAll(/^\/\*{3}\/ "(\.\/[^"]+)"/gm)].map(([, path]) => path ?? '');
}

function foreign(modules: readonly string[]): string[] {
  const ours = modules.filter((path) => OURS.test(path) && !OURS_ALLOWED.some((allowed) => allowed.test(path)));
  return ours.concat(modules.filter((path) => !OURS.test(path) && !PACKAGES_ALLOWED.test(path)));
}

describe('the workflow bundle', () => {
  let modules: readonly string[];

  beforeAll(async () => {
    modules = modulesOf((await buildBundle()).code);
  });

  test('holds the registry, workflows, contracts and Temporal', () => {
    const WANTED = ['./workflows/index.ts', './workflows/cycle/run-annual-cycle.ts', './libs/agreement/contract.ts'];
    expect(modules).toEqual(expect.arrayContaining(WANTED));
    expect(modules.filter((path) => !OURS.test(path)).length).toBeGreaterThan(30);
  });

  test('holds nothing else', () => {
    expect(foreign(modules)).toEqual([]);
  });
});

describe('a workflow that reaches too far', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kerjasama-planted-'));
    symlinkSync(join(__dirname, '..', '..', 'node_modules'), join(folder, 'node_modules'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const plant = (source: string): string => {
    const file = join(folder, 'workflow.ts');
    writeFileSync(file, source);
    return file;
  };

  test('for the database, does not bundle', async () => {
    const file = plant(`export { createPool } from '@kerjasama/database/pool';`);
    await expect(buildBundle(file)).rejects.toThrow(/disallowed modules:[^]*'fs'/);
  });

  test('for a file, does not bundle', async () => {
    const file = plant(`import { readFileSync } from 'fs';\nexport const read = readFileSync;`);
    await expect(buildBundle(file)).rejects.toThrow(/disallowed modules:[^]*'fs'/);
  });

  test('for the law, which does no I/O, is found among its modules', async () => {
    const file = plant(`export { contributionOf } from '@kerjasama/regulation/contribution';`);
    const { code } = await buildBundle(file);
    expect(foreign(modulesOf(code))).toContain('./libs/regulation/contribution.ts');
  });
});
