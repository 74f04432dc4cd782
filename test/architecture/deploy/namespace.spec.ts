import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEARCH_ATTRIBUTES } from '@kerjasama/temporal/search-attributes';
import { ROOT } from '../sources';

test('production registers the search attributes that workflows set, with their types', () => {
  const script = readFileSync(join(ROOT, 'deploy', 'temporal', 'namespace.sh'), 'utf8');
  const added = [...script.matchAll(/^add (\w+) (\w+)$/gm)].map(([, name, type]) => [name, type]);
  expect(Object.fromEntries(added)).toEqual(SEARCH_ATTRIBUTES);
});
