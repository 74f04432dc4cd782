/** Writes docs/mutation-survivors.md from the last mutation run: the score of each file, and every mutant that lived. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const PAGE = 'docs/mutation-survivors.md';
const CAUGHT = ['Killed', 'Timeout'];
const LIVED = ['Survived', 'NoCoverage'];
const LONGEST = 140;

const report = JSON.parse(readFileSync('reports/mutation.json', 'utf8'));
const files = Object.entries(report.files)
  .map(([path, { source, mutants }]) => ({
    path,
    lines: source.split('\n'),
    caught: mutants.filter(({ status }) => CAUGHT.includes(status)).length,
    lived: mutants.filter(({ status }) => LIVED.includes(status)).sort((a, b) => lineOf(a) - lineOf(b)),
  }))
  .filter(({ caught, lived }) => caught + lived.length > 0)
  .sort((a, b) => (a.path < b.path ? -1 : 1));

function lineOf({ location }) {
  return location.start.line;
}

function row(name, some) {
  const caught = some.reduce((sum, file) => sum + file.caught, 0);
  const all = caught + some.reduce((sum, file) => sum + file.lived.length, 0);
  return `| ${name} | ${((100 * caught) / all).toFixed(2)} | ${caught} of ${all} |`;
}

function under(folder) {
  return files.filter(({ path }) => path.startsWith(folder));
}

function code(text) {
  const line = text.replace(/\s+/g, ' ').trim();
  return `\`\` ${line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line} \`\``;
}

function survivor(mutant, { lines }) {
  return `- ${lineOf(mutant)}: ${code(lines[lineOf(mutant) - 1])} became ${code(mutant.replacement ?? '')}`;
}

const scores = [
  '| part | score | mutants caught |',
  '| --- | --- | --- |',
  row('**all**', files),
  row('libs/kernel', under('libs/kernel/')),
  row('libs/regulation', under('libs/regulation/')),
  ...files.map((file) => row(`\`${file.path}\``, [file])),
];
const survivors = files
  .filter(({ lived }) => lived.length > 0)
  .map((file) => [`## ${file.path}`, '', ...file.lived.map((mutant) => survivor(mutant, file)), ''].join('\n'));

const page = [
  '# Mutants that lived',
  '',
  'Written by `npm run test:mutation`. What kinds they are, and why they are left: [regulation.md](regulation.md#mutation-testing).',
  '',
  ...scores,
  '',
  ...survivors,
];
writeFileSync(PAGE, await format(page.join('\n'), { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
