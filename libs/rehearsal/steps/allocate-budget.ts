import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { ARTICLE, textHash } from '../plan';
import { actAt, expectAnswer, moneyText, RehearsalStopped, type StageHand, toApiProblem } from '../stage-hand';
import { signDocument } from './sign-agreement';

/** The first judgement of the budget, as the API refused it: sums are decimal strings. */
export interface RefusedBudget {
  readonly pagu: string;
  readonly needed: string;
  readonly shortfall: string;
  readonly remedies: readonly BudgetRemedy[];
}

export interface BudgetRemedy {
  readonly kind: 'months' | 'heads';
  readonly months: number;
  readonly heads: number;
  readonly cost: string;
  readonly unused: string;
}

const ADDENDUM = 1;

/** Twelve months do not fit the article's money: refused with two exact remedies, the first of which is signed as an addendum. */
export async function rehearseBudget(
  hand: StageHand,
  on: PlainDate,
): Promise<{ refused: RefusedBudget; months: number }> {
  const { plan, as, tell } = hand;
  const refused = await proposeTooMuch(hand);
  const short = moneyText(refused.shortfall);
  tell({
    kind: 'step',
    stage: 'budget',
    on,
    text: { id: `ditolak, kurang ${short.id}`, en: `refused, short by ${short.en}` },
  });
  const remedy = refused.remedies.find(({ kind }) => kind === 'months') ?? refused.remedies[0];
  if (remedy === undefined) throw new Error('The budget was refused without a remedy');
  const addendum = await as('kemensos-maker').POST('/cycles/{agreement}/{year}/budget/propose-addendum', {
    params: actAt(plan, 'addendum'),
    body: {
      kind: remedy.kind,
      months: remedy.months,
      heads: remedy.heads,
      textSha256: textHash(plan.cycle.agreement, ADDENDUM),
    },
  });
  expectAnswer('propose-addendum', addendum);
  await signDocument(hand, ADDENDUM);
  tell({
    kind: 'step',
    stage: 'budget',
    on,
    text: { id: `adendum: ${remedy.months} bulan`, en: `addendum: ${remedy.months} months` },
  });
  const proposed = expectAnswer('propose-allocation', await proposeAllocation(hand, 'allocation-2'));
  const approved = await as('kemensos-checker').POST('/cycles/{agreement}/{year}/budget/approve-allocation', {
    params: actAt(plan, 'approve-allocation'),
    body: { needed: proposed.needed },
  });
  const needed = moneyText(expectAnswer('approve-allocation', approved).needed);
  tell({ kind: 'step', stage: 'budget', on, text: { id: `dialokasikan ${needed.id}`, en: `${needed.en} allocated` } });
  return { refused, months: remedy.months };
}

async function proposeTooMuch(hand: StageHand): Promise<RefusedBudget> {
  const answer = await proposeAllocation(hand, 'allocation-1');
  const problem = toApiProblem(answer);
  if (answer.data !== undefined || problem.code !== 'BUDGET_SHORT') {
    throw new RehearsalStopped('propose-allocation', {
      ...problem,
      detail: `BUDGET_SHORT expected for ${ARTICLE.months} months`,
    });
  }
  return problem.details as unknown as RefusedBudget;
}

function proposeAllocation({ plan, as }: StageHand, step: string) {
  return as('kemensos-maker').POST('/cycles/{agreement}/{year}/budget/propose-allocation', {
    params: actAt(plan, step),
    body: { dipaNumber: `DIPA-027.05/${plan.cycle.year}`, revision: 0, pagu: String(plan.pagu), blocked: '0' },
  });
}
