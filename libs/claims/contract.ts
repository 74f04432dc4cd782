import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { type ClaimId, type CycleRef, type MemberId } from '@kerjasama/kernel/ids';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Outcome } from '@kerjasama/kernel/refusal';
import { type Rupiah } from '@kerjasama/kernel/rupiah';
import { defineUpdate } from '@temporalio/workflow';
import { type RefusalGround } from './rules/grounds';
import { type ClaimKind, type ClaimStatus } from './rules/lifecycle';

/** One claim of a covered worker or the heirs: reported, decided, approved by other eyes, paid. Started from the desk, never a child. */
export const SETTLE_CLAIM = 'settleClaim';
export type SettleClaim = (input: SettleClaimInput) => Promise<ClaimClosed>;

export function claimWorkflowId(claim: ClaimId): string {
  return `claim/${claim}`;
}

/** What the insurer's officer reports. The desk has turned the NIK into the member's id; no person crosses Temporal. */
export interface ReportClaim {
  readonly claim: ClaimId;
  readonly member: MemberId;
  readonly kind: ClaimKind;
  readonly eventOn: PlainDate;
  /** Work accident only: full months and further days unable to work. */
  readonly unableToWork: { readonly months: number; readonly days: number } | null;
}

export interface SettleClaimInput {
  readonly cycle: CycleRef;
  readonly claim: ClaimId;
  readonly report: SignedAct<ReportClaim>;
}

export type DecideClaim =
  | { readonly decision: 'grant'; readonly ground: null }
  | { readonly decision: 'refuse'; readonly ground: RefusalGround };

export interface ApproveClaim {
  /** What is approved, so that nobody approves another sum than he saw. */
  readonly amount: Rupiah;
}

export type ClaimReported = { readonly claim: ClaimId; readonly status: ClaimStatus; readonly decideBy: PlainDate };
export type ClaimDecided = {
  readonly claim: ClaimId;
  readonly status: ClaimStatus;
  /** 0 when refused. */
  readonly amount: Rupiah;
  /** The last day to pay: 7 working days for JKK, 3 for JKM; null when refused. */
  readonly payBy: PlainDate | null;
};
export type ClaimPaid = { readonly claim: ClaimId; readonly amount: Rupiah; readonly reference: string };

export interface ClaimClosed {
  readonly outcome: 'paid' | 'refused' | 'not-accepted' | 'lapsed';
  readonly amount: Rupiah;
  readonly closedOn: PlainDate;
}

export const decideClaimUpdate = defineUpdate<Outcome<ClaimDecided>, [SignedAct<DecideClaim>], 'decide-claim'>(
  'decide-claim',
);
export const approveClaimUpdate = defineUpdate<Outcome<ClaimDecided>, [SignedAct<ApproveClaim>], 'approve-claim'>(
  'approve-claim',
);

/** Where and when an act is recorded. */
export interface ClaimPlace {
  readonly cycle: CycleRef;
  readonly claim: ClaimId;
  readonly workflow: string;
  readonly on: PlainDate;
}

export interface ClaimActivities {
  /** Refuses (recorded) what is not covered on the event date or time-barred. */
  recordReportedClaim(place: ClaimPlace, act: SignedAct<ReportClaim>): Promise<Outcome<ClaimReported>>;
  recordDecidedClaim(place: ClaimPlace, act: SignedAct<DecideClaim>): Promise<Outcome<ClaimDecided>>;
  recordApprovedClaim(place: ClaimPlace, act: SignedAct<ApproveClaim>): Promise<Outcome<ClaimDecided>>;
  /** Asks the bank to pay and records it; idempotent by the claim. */
  payClaim(place: ClaimPlace): Promise<ClaimPaid>;
  /** Once for the decision (`reported`), once for the payment (`granted`); `due` is the last day that passed. */
  recordOverdueClaim(place: ClaimPlace, status: 'reported' | 'granted', due: PlainDate): Promise<void>;
  /** Nobody decided or approved it in all the time there was. */
  recordLapsedClaim(place: ClaimPlace, status: 'reported' | 'granted'): Promise<void>;
}
