import {
  type AgreementClosed,
  agreementWorkflowId,
  SIGN_AGREEMENT,
  type SignAgreement,
} from '@kerjasama/agreement/contract';
import { type AddendumProposed, budgetWorkflowId, type ProposeAddendum } from '@kerjasama/budget/contract';
import { DAYS_TO_SIGN_ADDENDUM } from '@kerjasama/budget/rules/lifecycle';
import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { daysBetween, type PlainDate } from '@kerjasama/kernel/plain-date';
import { today } from '@kerjasama/temporal/in-workflow/calendar';
import { AGENCY, AGREEMENT, CYCLE_YEAR, STAGE } from '@kerjasama/temporal/search-attributes';
import { startChild } from '@temporalio/workflow';

/** An addendum that both agencies are signing. */
export interface OpenAddendum {
  readonly document: number;
  readonly child: { result(): Promise<AgreementClosed> };
}

/** Starts the signing of an addendum, exactly as the agreement itself was signed; its deadline is never after the budget's. */
export async function openAddendum(
  cycle: CycleRef,
  { document, terms }: AddendumProposed,
  { ticket, input }: SignedAct<ProposeAddendum>,
  allocateBy: PlainDate,
): Promise<OpenAddendum> {
  const { agreement, year } = cycle;
  const proposed = { terms, textSha256: input.textSha256, draftedBy: ticket.subject };
  const daysToSign = Math.min(DAYS_TO_SIGN_ADDENDUM, daysBetween(today(), allocateBy));
  const child = await startChild<SignAgreement>(SIGN_AGREEMENT, {
    workflowId: agreementWorkflowId(cycle, document),
    args: [{ cycle, document, daysToSign, proposed }],
    staticSummary: `Adendum ${document} · ${agreement} · ${year}`,
    staticDetails: `Adendum · addendum ${document}\n\nInduk · parent: ${budgetWorkflowId(cycle)}`,
    typedSearchAttributes: [
      { key: AGREEMENT, value: agreement },
      { key: CYCLE_YEAR, value: year },
      { key: STAGE, value: 'agreement' },
      { key: AGENCY, value: 'house' },
    ],
  });
  return { document, child };
}
