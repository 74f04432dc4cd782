import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TRANSITIONS as AGREEMENT } from '@kerjasama/agreement/rules/lifecycle';
import { TRANSITIONS as BUDGET } from '@kerjasama/budget/rules/lifecycle';
import { edgesOf, transitionsOf } from '@kerjasama/act/lifecycle';
import { CLAIM_OFFICER_ACTS, CLAIM_SYSTEM_ACTS } from '@kerjasama/claims/acts';
import { WAITS as CLAIM_WAITS } from '@kerjasama/claims/rules/lifecycle';
import { TRANSITIONS as ENROLMENT } from '@kerjasama/enrolment/rules/lifecycle';
import { TRANSITIONS as PREMIUM } from '@kerjasama/premium/rules/lifecycle';
import { TRANSITIONS as RENEWAL } from '@kerjasama/renewal/rules/lifecycle';
import { ROOT } from './sources';
import { type Lifecycle, stateDiagramPage } from './state-diagram';

const FOLDER = join(ROOT, 'docs', 'diagrams');

const CLAIMS = transitionsOf(CLAIM_WAITS, edgesOf(CLAIM_OFFICER_ACTS, CLAIM_SYSTEM_ACTS));

const LIFECYCLES: readonly Lifecycle[] = [
  { stage: 'agreement', title: 'Agreement (Perjanjian Kerja Sama)', transitions: AGREEMENT },
  { stage: 'budget', title: 'Budget (Anggaran)', transitions: BUDGET },
  { stage: 'enrolment', title: 'Enrolment (Pendaftaran pekerja)', transitions: ENROLMENT },
  { stage: 'premium', title: 'Premium (Iuran)', transitions: PREMIUM },
  { stage: 'claims', title: 'Claims (Klaim)', transitions: CLAIMS },
  { stage: 'renewal', title: 'Closing and renewal (Penutupan dan perpanjangan)', transitions: RENEWAL },
];

const fileOf = ({ stage }: Lifecycle): string => join(FOLDER, `${stage}.md`);

beforeAll(() => {
  if (process.env['UPDATE_DIAGRAMS'] === undefined) return;
  mkdirSync(FOLDER, { recursive: true });
  for (const lifecycle of LIFECYCLES) writeFileSync(fileOf(lifecycle), stateDiagramPage(lifecycle));
});

test.each(LIFECYCLES)('docs/diagrams/$stage.md is as the transitions stand today', (lifecycle) => {
  const page = existsSync(fileOf(lifecycle)) ? readFileSync(fileOf(lifecycle), 'utf8') : '';
  expect(page).toBe(stateDiagramPage(lifecycle));
});

test('every stage that has a lifecycle has its diagram', () => {
  const stages = readdirSync(join(ROOT, 'libs')).filter((lib) =>
    existsSync(join(ROOT, 'libs', lib, 'rules', 'lifecycle.ts')),
  );
  expect(LIFECYCLES.map(({ stage }) => stage).sort()).toEqual(stages.sort());
});

test('a move is an arrow with its act, the first status begins, a status without moves ends', () => {
  const transitions = { 'not-yet': { 'thing-done': 'done' }, done: {} };
  const page = stateDiagramPage({ stage: 'thing', title: 'Thing', transitions });
  expect(page).toContain('  [*] --> not_yet\n  not_yet --> done: thing-done\n  done --> [*]\n');
  expect(page).toContain('| not-yet | thing-done | done |');
});
