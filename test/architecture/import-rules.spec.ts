import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/*
 * The import rules of docs/ARCHITECTURE.md are in .dependency-cruiser.cjs. A cruiser that sees nothing finds nothing, and a
 * rule that no violation can trip is no rule: so here it is counted what it saw, and every rule is tripped once.
 */

const ROOT = join(__dirname, '..', '..');
const CRUISER = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
}

function cruise(folder: string): Cruise {
  const args = [CRUISER, 'apps', 'libs', 'workflows', 'test', '--config', CONFIG, '--output-type', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  if (!stdout.startsWith('{')) throw new Error(`The cruiser printed no result: ${stderr}`);
  return JSON.parse(stdout) as Cruise;
}

/** rule, the module that breaks it, what it imports, and how. */
const PLANTED: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['1-kernel-imports-nothing', 'libs/kernel/a.ts', '@kerjasama/regulation/tariff'],
  ['1-regulation-imports-kernel', 'libs/regulation/b.ts', '@kerjasama/keys/digest'],
  ['2-rules-are-pure', 'libs/agreement/rules.ts', '@kerjasama/budget/rules'],
  ['2-rules-take-types-only', 'libs/budget/rules.ts', '@kerjasama/journal/acts'],
  ['3-contract-is-a-face', 'libs/agreement/contract.ts', 'pg'],
  ['3-contract-takes-types-only', 'libs/budget/contract.ts', '@kerjasama/premium/contract'],
  ['4-workflows-are-deterministic', 'workflows/budget/law.ts', '@kerjasama/regulation/tariff'],
  ['4-workflows-are-strangers', 'workflows/budget/neighbour.ts', '../premium/pay-premium'],
  ['4-registry-only-exports', 'workflows/index.ts', '@kerjasama/kernel/rupiah'],
  ['4-in-workflow-is-deterministic', 'libs/temporal/in-workflow/c.ts', '@kerjasama/database/pool'],
  ['5-store-writes-its-own', 'libs/claims/store.ts', '@kerjasama/enrolment/store'],
  ['5-store-takes-types-of-its-stage', 'libs/premium/store.ts', './rules'],
  ['6-views-read-their-own', 'libs/claims/views.ts', '@kerjasama/enrolment/views'],
  ['6-views-take-types-of-their-stage', 'libs/premium/views.ts', './rules'],
  ['7-desk-authorises-and-sends', 'libs/claims/desk.ts', '@kerjasama/claims/store'],
  ['7-what-all-desks-share', 'libs/desk/d.ts', '@kerjasama/premium/views'],
  ['8-acts-judge-and-write-their-own', 'libs/claims/acts/pay.ts', '@kerjasama/enrolment/store'],
  ['8-acts-know-no-stage', 'libs/act/relay.ts', '@kerjasama/premium/views'],
  ['8-record-only-in-activities', 'apps/worker/claims/other.ts', '@kerjasama/journal/record'],
  ['8-witness-only-at-desks', 'apps/api/claims/controller.ts', '@kerjasama/journal/witness'],
  ['9-zod-lives-in-schemas', 'libs/premium/e.ts', 'zod'],
  ['9-nest-is-wiring', 'libs/premium/f.ts', '@nestjs/common'],
  ['9-apps-are-strangers', 'apps/api/claims/g.ts', '../../worker/claims/other'],
  ['9-nothing-imports-apps', 'libs/premium/h.ts', '../../apps/worker/claims/other'],
  ['9-nothing-imports-workflows', 'libs/premium/i.ts', '../../workflows/premium/pay-premium'],
  ['9-act-through-the-api', 'apps/cli/j.ts', '@kerjasama/premium/views'],
  ['9-no-cycles', 'libs/claims/cycle-a.ts', './cycle-b'],
  ['0-everything-resolves', 'libs/claims/k.ts', '@kerjasama/claims/nowhere'],
  ['0-no-tests-in-the-product', 'libs/claims/l.ts', '../../test/support/people'],
];

/** Rules that only forbid the value, so that `import type` may stay. */
const OF_VALUES = /takes?-types/;

/** A tree of stubs: each planted import, and what it points at. */
function plant(folder: string): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { flag: 'a' });
  };
  cpSync(join(ROOT, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  const targets = [
    ...[
      'libs/regulation/tariff',
      'libs/keys/digest',
      'libs/journal/acts',
      'libs/journal/record',
      'libs/journal/witness',
    ],
    ...['libs/kernel/rupiah', 'libs/database/pool', 'libs/budget/rules', 'libs/premium/rules', 'libs/premium/contract'],
    ...['libs/enrolment/store', 'libs/enrolment/views', 'libs/claims/store', 'libs/premium/views'],
    ...['apps/worker/claims/other', 'workflows/premium/pay-premium', 'test/support/people', 'libs/claims/cycle-b'],
  ];
  for (const target of targets) write(`${target}.ts`, 'export const stub = 1;\n');
  for (const name of ['pg', 'zod', '@nestjs/common']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'exports.stub = 1;\n');
  }
  write('libs/claims/cycle-b.ts', `import { type planted } from './cycle-a';\nexport type Back = planted;\n`);
  for (const [rule, from, to] of PLANTED) {
    const what = OF_VALUES.test(rule) ? 'stub' : 'type stub';
    write(from, `import { ${what} } from '${to}';\nexport type planted = typeof stub;\n`);
  }
}

describe('the import rules', () => {
  let folder: string;
  let planted: Cruise;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kerjasama-planted-'));
    plant(folder);
    planted = cruise(folder);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(PLANTED)('%s: %s must not import %s', (rule, from) => {
    const tripped = planted.summary.violations.filter((violation) => violation.from === from);
    expect(tripped.map((violation) => violation.rule.name)).toContain(rule);
  });

  test('every rule is tripped above', () => {
    const rules = planted.summary.ruleSetUsed.forbidden.map(({ name }) => name);
    expect([...rules].sort()).toEqual(PLANTED.map(([rule]) => rule).sort());
  });

  test('a type where only types are allowed trips nothing', () => {
    const innocent = mkdtempSync(join(tmpdir(), 'kerjasama-innocent-'));
    try {
      plant(innocent);
      writeFileSync(
        join(innocent, 'libs/premium/store.ts'),
        `import { type stub } from './rules';\nexport type planted = typeof stub;\n`,
      );
      const { violations } = cruise(innocent).summary;
      expect(violations.filter(({ from }) => from === 'libs/premium/store.ts')).toEqual([]);
    } finally {
      rmSync(innocent, { recursive: true, force: true });
    }
  });
});

describe('this tree', () => {
  let cruised: Cruise;

  beforeAll(() => {
    cruised = cruise(ROOT);
  });

  test('keeps the import rules', () => {
    expect(cruised.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  const FOLDERS = [
    'kernel',
    'regulation',
    'agreement',
    'budget',
    'enrolment',
    'premium',
    'claims',
    'renewal',
    'journal',
  ]
    .map((lib) => `libs/${lib}/`)
    .concat('libs/desk/', 'libs/temporal/in-workflow/', 'workflows/', 'apps/api/', 'apps/worker/', 'apps/cli/');

  test.each(FOLDERS)('the cruiser saw modules in %s', (prefix) => {
    expect(cruised.modules.filter(({ source }) => source.startsWith(prefix)).length).toBeGreaterThan(0);
  });
});
