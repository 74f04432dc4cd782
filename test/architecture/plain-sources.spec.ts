import ts from 'typescript';
import { nodesOf, parseSource, placeOf, type Source, sourcesIn } from './sources';

/*
 * What lint forbids, seen once more without lint: a rule can be switched off in a comment, so the comments are read too.
 */

const SILENCERS = [
  'eslint-' + 'disable',
  '@ts-' + 'ignore',
  '@ts-' + 'expect-error',
  '@ts-' + 'nocheck',
  'istanbul ' + 'ignore',
];
const LEFTOVERS = ['TO' + 'DO', 'FIX' + 'ME'];
const FOCUSED = /\b(?:describe|test|it)\.(?:only|skip|todo)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\(/;

function faultsOf(source: Source): string[] {
  const faults: string[] = [];
  for (const node of nodesOf(source.tree)) {
    const place = (): string => placeOf(source, node);
    if (node.kind === ts.SyntaxKind.AnyKeyword) faults.push(`${place()} any`);
    if (ts.isNonNullExpression(node)) faults.push(`${place()} !`);
    if (ts.isExportDeclaration(node) && node.exportClause === undefined) faults.push(`${place()} export *`);
  }
  for (const word of [...SILENCERS, ...LEFTOVERS])
    if (source.text.includes(word)) faults.push(`${source.path} ${word}`);
  if (FOCUSED.test(source.text)) faults.push(`${source.path} a focused or skipped test`);
  return faults;
}

const sources = sourcesIn('apps', 'libs', 'workflows', 'test');

test('all folders were read', () => {
  for (const folder of ['apps/', 'libs/', 'workflows/', 'test/'])
    expect(sources.filter(({ path }) => path.startsWith(folder)).length).toBeGreaterThan(3);
});

test('no any, no !, no export *, nothing silenced, nothing left over', () => {
  expect(sources.flatMap(faultsOf)).toEqual([]);
});

const PLANTED: readonly (readonly [what: string, text: string])[] = [
  ['any', 'export const a = (b: any): unknown => b;'],
  ['!', 'export const a = (b: string | null): string => b!;'],
  ['export *', `export * from './rules';`],
  ['a silenced rule', `// ${SILENCERS[0] ?? ''}-next-line\nexport const a = 1;`],
  ['a silenced compiler', `// ${SILENCERS[1] ?? ''}\nexport const a = 1;`],
  ['a leftover', `// ${LEFTOVERS[0] ?? ''}: later\nexport const a = 1;`],
  ['a skipped test', ['test', 'skip("later");'].join('.')],
];

test.each(PLANTED)('%s is found', (_, text) => {
  expect(faultsOf(parseSource('planted.ts', text))).toHaveLength(1);
});

test('a word that only looks like one is not', () => {
  expect(faultsOf(parseSource('plain.ts', `export const many = !['any'].includes('x');`))).toEqual([]);
});

test('no file is called by a name that says nothing', () => {
  const NAMELESS = /(^|[-/])(utils?|helpers?|common|manager|base|misc|index)(\.|\/|$)/;
  const nameless = sources.map(({ path }) => path).filter((path) => NAMELESS.test(path));
  expect(nameless).toEqual(['workflows/index.ts']);
});

test('file names are kebab-case', () => {
  const KEBAB = /^([a-z0-9]+(-[a-z0-9]+)*[./]?)+$/;
  expect(sources.map(({ path }) => path).filter((path) => !KEBAB.test(path))).toEqual([]);
});
