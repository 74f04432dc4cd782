import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './sources';

const FOLDER = join(ROOT, 'docs', 'adr');

const decisions = readdirSync(FOLDER).filter((name) => name !== 'README.md');

test('every decision has a number of its own', () => {
  const numbers = decisions.map((name) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1] ?? name);
  expect(numbers.filter((number) => !/^\d{4}$/.test(number))).toEqual([]);
  expect(new Set(numbers).size).toBe(decisions.length);
});

test('the index names every decision by its title, in order', () => {
  const rows = decisions.sort().map((name) => {
    const heading = readFileSync(join(FOLDER, name), 'utf8').split('\n', 1)[0] ?? '';
    const [, number, title] = /^# (\d{4})(?: —)? (.+)$/.exec(heading) ?? [];
    expect({ name, number }).toEqual({ name, number: name.slice(0, 4) });
    return `[${number ?? ''}](${name}) ${title ?? ''}`;
  });
  const index = readFileSync(join(FOLDER, 'README.md'), 'utf8');
  expect([...index.matchAll(/^- (\[\d{4}\].*)$/gm)].map(([, row]) => row)).toEqual(rows);
});
