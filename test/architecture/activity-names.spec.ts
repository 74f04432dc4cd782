import ts from 'typescript';
import { nodesOf, parseSource, placeOf, type Source, sourcesIn } from './sources';

/*
 * An activity is called by its name alone, over all stages and both task queues: two of one name would silently be one.
 * The names of the contracts' Activities interfaces are the promise; the methods marked @Activity keep it.
 */

interface Named {
  readonly name: string;
  readonly place: string;
}

/** The methods of every interface of a contract that is called `…Activities`. */
function promised(source: Source): Named[] {
  return [...nodesOf(source.tree)]
    .filter((node) => ts.isInterfaceDeclaration(node))
    .filter((declared) => declared.name.text.endsWith('Activities'))
    .flatMap((declared) => declared.members.map((member) => named(source, member)));
}

/** The methods that are marked as activities. */
function kept(source: Source): Named[] {
  return [...nodesOf(source.tree)]
    .filter((node) => ts.isMethodDeclaration(node))
    .filter((method) =>
      (ts.getDecorators(method) ?? []).some(({ expression }) => expression.getText().startsWith('Activity(')),
    )
    .map((method) => named(source, method));
}

function named(source: Source, member: ts.NamedDeclaration): Named {
  return { name: member.name?.getText() ?? '', place: placeOf(source, member) };
}

/** The second and later places of a name. */
function doubled(all: readonly Named[]): string[] {
  return all
    .filter(({ name }, at) => all.findIndex((other) => other.name === name) < at)
    .map(({ name, place }) => `${name}: ${place}`);
}

const names = (all: readonly Named[]): string[] => all.map(({ name }) => name).sort();

const contracts = sourcesIn('libs')
  .filter(({ path }) => path.endsWith('contract.ts'))
  .flatMap(promised);
const implemented = sourcesIn('apps/worker')
  .filter(({ path }) => path.endsWith('.activities.ts'))
  .flatMap(kept);

test('the contracts promise activities', () => {
  expect(contracts.length).toBeGreaterThan(10);
});

test('no two contracts promise an activity of one name', () => {
  expect(doubled(contracts)).toEqual([]);
});

test('every promised activity has one implementation, and nothing else is an activity', () => {
  expect(names(implemented)).toEqual(names(contracts));
});

test('a name that stands twice is found', () => {
  const source = parseSource(
    'planted.ts',
    `interface AActivities { bill(): void } interface BActivities { bill(): void; pay(): void }
     class C { @Activity('acts') bill() {} pay() {} }`,
  );
  expect(doubled(promised(source))).toEqual(['bill: planted.ts:1']);
  expect(names(kept(source))).toEqual(['bill']);
});
