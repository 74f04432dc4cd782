import { agreementWorkflowId } from '@kerjasama/agreement/contract';
import { awaitRecorded } from '@kerjasama/desk/await-recorded';
import { type DeskDeps } from '@kerjasama/desk/deps';
import { performUpdate } from '@kerjasama/desk/perform';
import { type Who } from '@kerjasama/identity/who';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type Outcome } from '@kerjasama/kernel/refusal';
import {
  type AddendumProposed,
  type Allocation,
  type ApproveAllocation,
  approveAllocationUpdate,
  budgetWorkflowId,
  type ProposeAddendum,
  proposeAddendumUpdate,
  type ProposeAllocation,
  proposeAllocationUpdate,
} from './contract';

/** One act on the budget of a year. */
export interface BudgetRequest<Input> {
  readonly cycle: CycleRef;
  readonly key: string;
  readonly input: Input;
}

/** The ministry's maker names the DIPA that shall pay. Refused BUDGET_SHORT, with the exact remedies, when it does not. */
export function proposeAllocation(
  deps: DeskDeps,
  who: Who,
  request: BudgetRequest<ProposeAllocation>,
): Promise<Outcome<Allocation>> {
  return performUpdate(deps, who, proposeAllocationUpdate, { command: 'propose-allocation', ...placed(request) });
}

/** The ministry's maker lowers the agreement until it fits; answered when the addendum is open for the insurer's word. */
export async function proposeAddendum(
  deps: DeskDeps,
  who: Who,
  request: BudgetRequest<ProposeAddendum>,
): Promise<Outcome<AddendumProposed>> {
  const proposed = await performUpdate(deps, who, proposeAddendumUpdate, {
    command: 'propose-addendum',
    ...placed(request),
  });
  if (proposed.refused) return proposed;
  const { agreement } = request.cycle;
  const workflow = agreementWorkflowId(request.cycle, proposed.value.document);
  await awaitRecorded(deps, { agreement, workflow, key: `${workflow}#draft`, origin: 'system' });
  return proposed;
}

/** The ministry's checker, never the proposer, allocates exactly the sum that was proposed. */
export function approveAllocation(
  deps: DeskDeps,
  who: Who,
  request: BudgetRequest<ApproveAllocation>,
): Promise<Outcome<Allocation>> {
  return performUpdate(deps, who, approveAllocationUpdate, { command: 'approve-allocation', ...placed(request) });
}

function placed<Input>({ cycle, key, input }: BudgetRequest<Input>) {
  return { agreement: cycle.agreement, workflow: budgetWorkflowId(cycle), key, input };
}
