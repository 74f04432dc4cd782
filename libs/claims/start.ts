import { type ClaimId, claimId } from '@kerjasama/kernel/ids';
import { AGENCY, AGREEMENT, CYCLE_YEAR, STAGE } from '@kerjasama/temporal/search-attributes';
import { ACTS_QUEUE } from '@kerjasama/temporal/task-queues';
import { type Client } from '@temporalio/client';
import { claimWorkflowId, SETTLE_CLAIM, type SettleClaim } from './contract';
import { cycleOf } from './kind';

/** Starts the workflow of a claim that was reported, or starts it again: it reads in the tables where the claim is. */
export async function startClaim(temporal: Client, workflow: string): Promise<void> {
  const claim = claimId(workflow.slice(claimWorkflowId('' as ClaimId).length));
  const { agreement, year } = cycleOf(claim);
  await temporal.workflow.start<SettleClaim>(SETTLE_CLAIM, {
    workflowId: workflow,
    taskQueue: ACTS_QUEUE,
    args: [{ claim }],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    staticSummary: `Klaim ${claim}`,
    staticDetails: `Siklus · cycle: cycle/${agreement}/${year}`,
    typedSearchAttributes: [
      { key: AGREEMENT, value: agreement },
      { key: CYCLE_YEAR, value: year },
      { key: STAGE, value: 'reported' },
      { key: AGENCY, value: 'bpjs-tk' },
    ],
  });
}
