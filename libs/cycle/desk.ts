import { agreementWorkflowId, type AgreementStands, type DraftAgreement } from '@kerjasama/agreement/contract';
import { type DeskDeps } from '@kerjasama/desk/deps';
import { performStart } from '@kerjasama/desk/perform';
import { type Who } from '@kerjasama/identity/who';
import { agreementId } from '@kerjasama/kernel/ids';
import { cycleYear } from '@kerjasama/kernel/period';
import { type Outcome } from '@kerjasama/kernel/refusal';
import { AGENCY, AGREEMENT, CYCLE_YEAR, STAGE } from '@kerjasama/temporal/search-attributes';
import { ACTS_QUEUE } from '@kerjasama/temporal/task-queues';
import { cycleWorkflowId, RUN_ANNUAL_CYCLE, type RunAnnualCycle } from './contract';

/** The ministry's maker starts a year by drafting its agreement: the draft is the first act of the cycle's workflow. */
export function startCycle(
  deps: DeskDeps,
  who: Who,
  draft: DraftAgreement,
  key: string,
): Promise<Outcome<AgreementStands>> {
  const cycle = { agreement: agreementId(draft.agreement), year: cycleYear(draft.year) };
  const workflow = agreementWorkflowId(cycle);
  const request = { command: 'draft-agreement', agreement: cycle.agreement, workflow, key, input: draft } as const;
  return performStart(deps, who, request, (signed) =>
    deps.temporal.workflow.start<RunAnnualCycle>(RUN_ANNUAL_CYCLE, {
      workflowId: cycleWorkflowId(cycle),
      taskQueue: ACTS_QUEUE,
      args: [{ cycle, draft: signed }],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      staticSummary: `Siklus ${cycle.agreement} · ${cycle.year}`,
      staticDetails:
        'Kementerian Sosial × BPJS Ketenagakerjaan: perjanjian, anggaran, pendaftaran, iuran, klaim, penutupan.',
      typedSearchAttributes: [
        { key: AGREEMENT, value: cycle.agreement },
        { key: CYCLE_YEAR, value: cycle.year },
        { key: STAGE, value: 'agreement' },
        { key: AGENCY, value: 'kemensos' },
      ],
    }),
  );
}
