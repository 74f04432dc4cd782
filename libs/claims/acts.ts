import { approveClaim, refuseClaim, returnClaim } from './acts/check-claim';
import { decideClaim } from './acts/decide-claim';
import { lapseClaim, markClaimOverdue } from './acts/deadlines';
import { confirmPayment, doubtPayment, renewPayment, sendPayment } from './acts/pay';
import { reportClaim } from './acts/report-claim';
import { withdrawClaim, withdrawDecision } from './acts/withdraw';

/** What officers can do with a claim, in the order of its life. */
export const CLAIM_OFFICER_ACTS = [
  reportClaim,
  withdrawClaim,
  decideClaim,
  withdrawDecision,
  returnClaim,
  refuseClaim,
  approveClaim,
  renewPayment,
] as const;

/** What the system does with a claim by itself. */
export const CLAIM_SYSTEM_ACTS = [markClaimOverdue, lapseClaim, sendPayment, confirmPayment, doubtPayment] as const;
