import { type AgreementTerms } from '@kerjasama/agreement/contract';
import {
  type AllocateBudgetInput,
  type Allocation,
  approveAllocationUpdate,
  type BudgetActivities,
  type BudgetClosed,
  type BudgetPlace,
  budgetWorkflowId,
  proposeAddendumUpdate,
  proposeAllocationUpdate,
} from '@kerjasama/budget/contract';
import { type BudgetAct, type BudgetStatus, TRANSITIONS, WAITS } from '@kerjasama/budget/rules/lifecycle';
import { fourEyes } from '@kerjasama/identity/four-eyes';
import { today } from '@kerjasama/temporal/in-workflow/calendar';
import { Stage } from '@kerjasama/temporal/in-workflow/stage';
import { RECORD } from '@kerjasama/temporal/policies';
import { proxyLocalActivities } from '@temporalio/workflow';
import { type OpenAddendum, openAddendum } from './open-addendum';
import { show } from './show';

const acts = proxyLocalActivities<BudgetActivities>(RECORD);

/** What the budget counts with now. */
interface Standing {
  terms: AgreementTerms;
  allocation: Allocation | null;
  proposedBy: string | null;
  addendum: OpenAddendum | null;
}

/** The budget of one year: the ministry proposes a DIPA, lowers the agreement until it fits, and other eyes allocate. */
export async function allocateBudget(input: AllocateBudgetInput): Promise<BudgetClosed> {
  const { cycle, allocateBy } = input;
  const now: Standing = { terms: input.terms, allocation: null, proposedBy: null, addendum: null };
  let addenda = 0;

  const stage = new Stage<BudgetStatus, BudgetAct>({
    title: { id: `Anggaran ${now.terms.fiscalYear} · ${cycle.agreement}`, en: `Budget ${now.terms.fiscalYear}` },
    transitions: TRANSITIONS,
    waits: WAITS,
    initial: 'open',
  });
  const place = (): BudgetPlace => ({ cycle, workflow: budgetWorkflowId(cycle), on: today() });

  stage.onAct(proposeAllocationUpdate, {
    check: () => stage.unlessAllowed('allocation-proposed'),
    perform: async (signed) => {
      const outcome = await acts.recordProposedAllocation(place(), now.terms, signed);
      stage.move(outcome.refused ? 'allocation-refused' : 'allocation-proposed');
      now.proposedBy = signed.ticket.subject;
      show(stage, outcome);
      return outcome;
    },
  });

  stage.onAct(proposeAddendumUpdate, {
    check: () => stage.unlessAllowed('addendum-proposed'),
    perform: async (signed) => {
      const outcome = await acts.recordProposedAddendum(place(), now.terms, addenda + 1, signed);
      if (outcome.refused) return outcome;
      addenda = outcome.value.document;
      now.addendum = await openAddendum(cycle, outcome.value, signed, allocateBy);
      stage.move('addendum-proposed');
      return outcome;
    },
  });

  stage.onAct(approveAllocationUpdate, {
    check: ({ ticket }) => stage.unlessAllowed('budget-allocated') ?? fourEyes(now.proposedBy, ticket.subject),
    perform: async (signed) => {
      const outcome = await acts.recordApprovedAllocation(place(), signed);
      if (outcome.refused) return outcome;
      now.allocation = outcome.value;
      stage.move('budget-allocated');
      return outcome;
    },
  });

  // Each addendum lowers the terms or changes nothing, and the deadline stays: the loop ends.
  while ((await stage.reaches(['addendum-signing', 'allocated'], allocateBy, 'Batas alokasi anggaran')) === 'met') {
    const { terms, allocation, addendum } = now;
    if (addendum === null) return stage.close({ outcome: 'allocated', terms, allocation, closedOn: today() });
    const { document, child } = addendum;
    const signed = await child.result();
    await stage.until(signed.closedOn, 'Menyusul penandatanganan adendum');
    await acts.recordSettledAddendum(place(), document, signed.terms);
    now.terms = signed.terms ?? terms;
    now.addendum = null;
    stage.move(signed.terms === null ? 'addendum-dropped' : 'addendum-in-force');
  }
  stage.move('budget-lapsed');
  await acts.recordLapsedBudget(place(), now.terms.fiscalYear);
  return stage.close({ outcome: 'lapsed', terms: now.terms, allocation: null, closedOn: today() });
}
