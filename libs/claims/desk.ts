import { type DeskDeps } from '@kerjasama/desk/deps';
import { performStart, performUpdate, witnessed } from '@kerjasama/desk/perform';
import { notYourAct } from '@kerjasama/desk/refusals';
import { findMemberByNik } from '@kerjasama/enrolment/views/members';
import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { roleFor } from '@kerjasama/identity/authority';
import { type Who } from '@kerjasama/identity/who';
import { agreementId, type ClaimId, claimId, type CycleRef } from '@kerjasama/kernel/ids';
import { cycleYear } from '@kerjasama/kernel/period';
import { type Nik } from '@kerjasama/kernel/nik';
import { type Outcome } from '@kerjasama/kernel/refusal';
import { AGENCY, AGREEMENT, CYCLE_YEAR, STAGE } from '@kerjasama/temporal/search-attributes';
import { ACTS_QUEUE } from '@kerjasama/temporal/task-queues';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import {
  type ApproveClaim,
  approveClaimUpdate,
  type ClaimDecided,
  type ClaimReported,
  claimWorkflowId,
  type DecideClaim,
  decideClaimUpdate,
  type ReportClaim,
  SETTLE_CLAIM,
  type SettleClaim,
} from './contract';
import { memberUnknown } from './rules/report';
import { findClaim } from './views';

/** What the insurer's officer writes down. The NIK goes no further than this desk. */
export interface ClaimReport extends Omit<ReportClaim, 'claim' | 'member'> {
  /** The officer's own number of the claim, unique in the cycle. */
  readonly reference: string;
  readonly nik: Nik;
}

export interface ReportRequest {
  readonly cycle: CycleRef;
  readonly key: string;
  readonly report: ClaimReport;
}

/** The claims officer reports: the member is found by the digest of the NIK, and the report starts the claim's workflow. */
export async function reportClaim(
  deps: DeskDeps,
  who: Who,
  { cycle, key, report }: ReportRequest,
): Promise<Outcome<ClaimReported>> {
  const { reference, nik, ...facts } = report;
  const claim = claimId(`${cycle.agreement}.${cycle.year}.${reference}`);
  const request = {
    command: 'report-claim',
    workflow: claimWorkflowId(claim),
    agreement: cycle.agreement,
    key,
  } as const;
  // Before the search: who may not report does not learn either who is covered.
  if (roleFor(who, request.command) === null) return witnessed(deps, who, request, notYourAct(request.command));
  const member = await findMemberByNik(deps.pool, cycle, deps.digestNik(nik));
  if (member === null) return witnessed(deps, who, request, memberUnknown());
  const input = { claim, member, ...facts };
  return performStart(deps, who, { ...request, input }, (signed) => startSettling(deps, cycle, signed));
}

/** One act on one claim. */
export interface ClaimRequest<Input> {
  readonly claim: ClaimId;
  readonly key: string;
  readonly input: Input;
}

/** The claims officer grants, and the law says the sum; or refuses on a ground of the closed list. */
export function decideClaim(deps: DeskDeps, who: Who, act: ClaimRequest<DecideClaim>): Promise<Outcome<ClaimDecided>> {
  return performUpdate(deps, who, decideClaimUpdate, { command: 'decide-claim', ...placed(act) });
}

/** Another officer approves exactly the sum that was granted; the bank is asked to pay it at once. */
export function approveClaim(
  deps: DeskDeps,
  who: Who,
  act: ClaimRequest<ApproveClaim>,
): Promise<Outcome<ClaimDecided>> {
  return performUpdate(deps, who, approveClaimUpdate, { command: 'approve-claim', ...placed(act) });
}

/** The cycle that a claim's number names. */
export function cycleOf(claim: ClaimId): CycleRef {
  const [agreement = '', year = ''] = claim.split('.');
  return { agreement: agreementId(agreement), year: cycleYear(Number(year)) };
}

function placed<Input>({ claim, key, input }: ClaimRequest<Input>) {
  return { agreement: cycleOf(claim).agreement, workflow: claimWorkflowId(claim), key, input };
}

async function startSettling(deps: DeskDeps, cycle: CycleRef, report: SignedAct<ReportClaim>): Promise<void> {
  const { claim } = report.input;
  try {
    await deps.temporal.workflow.start<SettleClaim>(SETTLE_CLAIM, {
      workflowId: claimWorkflowId(claim),
      taskQueue: ACTS_QUEUE,
      args: [{ cycle, claim, report }],
      // A report that was not accepted may be sent again under its reference; a recorded claim the table refuses.
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      staticSummary: `Klaim ${claim}`,
      staticDetails: `Siklus · cycle: cycle/${cycle.agreement}/${cycle.year}`,
      typedSearchAttributes: [
        { key: AGREEMENT, value: cycle.agreement },
        { key: CYCLE_YEAR, value: cycle.year },
        { key: STAGE, value: 'claims' },
        { key: AGENCY, value: 'bpjs-tk' },
      ],
    });
  } catch (error) {
    // The same report whose first answer was lost is being recorded right now: then its answer is waited for.
    if (error instanceof WorkflowExecutionAlreadyStartedError && (await findClaim(deps.pool, claim)) === null) return;
    throw error;
  }
}
