import { actsOf, type SubjectKind } from '@kerjasama/act/definition';
import { agreementId, type ClaimId, type CycleRef } from '@kerjasama/kernel/ids';
import { cycleYear } from '@kerjasama/kernel/period';
import { claimSubject, claimWorkflowId } from './contract';
import { type ClaimStatus, HAPPENED, WAITS } from './rules/lifecycle';

/** Claims as acts know them. */
export const CLAIM: SubjectKind<ClaimId, ClaimStatus> = {
  kind: 'claim',
  waits: WAITS,
  happened: HAPPENED,
  placeOf(claim) {
    return { subject: claimSubject(claim), workflow: claimWorkflowId(claim), ...cycleOf(claim) };
  },
};

export const { firstAct, officerAct, systemAct } = actsOf(CLAIM);

/** The cycle that a claim's number names. */
export function cycleOf(claim: ClaimId): CycleRef {
  const [agreement = '', year = ''] = claim.split('.');
  return { agreement: agreementId(agreement), year: cycleYear(Number(year)) };
}
