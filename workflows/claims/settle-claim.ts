import {
  approveClaimUpdate,
  type ClaimActivities,
  type ClaimClosed,
  type ClaimDecided,
  type ClaimPlace,
  claimWorkflowId,
  decideClaimUpdate,
  type SettleClaimInput,
} from '@kerjasama/claims/contract';
import { type ClaimAct, type SettlementStatus, TRANSITIONS, WAITS } from '@kerjasama/claims/rules/lifecycle';
import { fourEyes } from '@kerjasama/identity/four-eyes';
import { addMonths, type PlainDate } from '@kerjasama/kernel/plain-date';
import { NO_RUPIAH, type Rupiah } from '@kerjasama/kernel/rupiah';
import { today } from '@kerjasama/temporal/in-workflow/calendar';
import { Stage } from '@kerjasama/temporal/in-workflow/stage';
import { AGENCY_CALL, RECORD } from '@kerjasama/temporal/policies';
import { EXCEPTION } from '@kerjasama/temporal/search-attributes';
import { proxyActivities, proxyLocalActivities, upsertSearchAttributes } from '@temporalio/workflow';

const records = proxyLocalActivities<ClaimActivities>(RECORD);
/** The bank is asked once within the workflow task of the approval; a bank that does not answer is asked again where operators see it. */
const atOnce = proxyLocalActivities<ClaimActivities>({ ...RECORD, retry: { maximumAttempts: 1 } });
const visibly = proxyActivities<ClaimActivities>({ ...AGENCY_CALL, summary: 'Bank membayar manfaat' });

/** After this many months a claim that nobody decided or approved lapses. */
const MONTHS_TO_SETTLE = 60;

/** One claim: reported with the start, decided, approved by other eyes, paid. In the ordinary course three workflow tasks. */
export async function settleClaim({ cycle, claim, report }: SettleClaimInput): Promise<ClaimClosed> {
  let decided: ClaimDecided | null = null;
  let decidedBy: string | null = null;

  const stage = new Stage<SettlementStatus, ClaimAct>({
    title: { id: `Klaim ${claim}`, en: `Claim ${claim}` },
    transitions: TRANSITIONS,
    waits: WAITS,
    initial: 'new',
  });
  const place = (): ClaimPlace => ({ cycle, claim, workflow: claimWorkflowId(claim), on: today() });

  stage.onAct(decideClaimUpdate, {
    check: () => stage.unlessAllowed('claim-granted'),
    perform: async (signed) => {
      const outcome = await records.recordDecidedClaim(place(), signed);
      if (outcome.refused) return outcome;
      decided = outcome.value;
      decidedBy = signed.ticket.subject;
      stage.move(signed.input.decision === 'grant' ? 'claim-granted' : 'claim-refused');
      return outcome;
    },
  });
  stage.onAct(approveClaimUpdate, {
    check: ({ ticket }) => stage.unlessAllowed('claim-approved') ?? fourEyes(decidedBy, ticket.subject),
    perform: async (signed) => {
      const outcome = await records.recordApprovedClaim(place(), signed);
      if (!outcome.refused) stage.move('claim-approved');
      return outcome;
    },
  });
  const closed = (outcome: ClaimClosed['outcome'], amount: Rupiah = NO_RUPIAH): Promise<ClaimClosed> =>
    stage.close({ outcome, amount, closedOn: today() });
  const lapse = async (status: 'reported' | 'granted'): Promise<ClaimClosed> => {
    stage.move('claim-lapsed');
    await records.recordLapsedClaim(place(), status);
    return closed('lapsed');
  };

  const reported = await records.recordReportedClaim(place(), report);
  stage.move(reported.refused ? 'act-refused' : 'claim-reported');
  if (reported.refused) return closed('not-accepted');
  const settleBy = addMonths(today(), MONTHS_TO_SETTLE);

  const decision = { status: 'reported', due: reported.value.decideBy, ends: ['granted', 'refused'] } as const;
  if (!(await inTime(stage, decision, settleBy, place))) return lapse('reported');
  const { payBy } = grantIn(decided);
  if (payBy === null) return closed('refused');

  const payment = { status: 'granted', due: payBy, ends: ['approved'] } as const;
  if (!(await inTime(stage, payment, settleBy, place))) return lapse('granted');
  const paid = await atOnce.payClaim(place()).catch(() => visibly.payClaim(place()));
  stage.move('claim-paid');
  return closed('paid', paid.amount);
}

/** What a person must do, by when, and where it leads. */
interface Due {
  readonly status: 'reported' | 'granted';
  readonly due: PlainDate;
  readonly ends: readonly SettlementStatus[];
}

const DUE = { reported: 'Batas keputusan klaim', granted: 'Batas pembayaran klaim' } as const;

/** Waits past the day as an exception, but not for ever. */
async function inTime(
  stage: Stage<SettlementStatus, ClaimAct>,
  { status, due, ends }: Due,
  settleBy: PlainDate,
  place: () => ClaimPlace,
): Promise<boolean> {
  if ((await stage.reaches(ends, due, DUE[status])) === 'met') return true;
  await records.recordOverdueClaim(place(), status, due);
  upsertSearchAttributes([{ key: EXCEPTION, value: 'CLAIM_OVERDUE' }]);
  if ((await stage.reaches(ends, settleBy, 'Batas akhir penyelesaian klaim')) === 'overdue') return false;
  upsertSearchAttributes([{ key: EXCEPTION, value: null }]);
  return true;
}

function grantIn(decided: ClaimDecided | null): ClaimDecided {
  if (decided === null) throw new Error('A decided claim has its decision');
  return decided;
}
