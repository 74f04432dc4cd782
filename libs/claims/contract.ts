import { type StepAnswer } from '@kerjasama/act/contract';
import { type ClaimId } from '@kerjasama/kernel/ids';
import { type ClaimStatus } from './rules/lifecycle';

/** Follows one claim from its report to its end: keeps its deadlines, and has it paid. Its officers act on the tables. */
export const SETTLE_CLAIM = 'settleClaim';
export type SettleClaim = (input: SettleClaimInput) => Promise<ClaimClosed>;

export function claimWorkflowId(claim: ClaimId): string {
  return `claim/${claim}`;
}

/** A claim's key in `act.subject`, which is also its workflow's id: it follows nothing else. */
export function claimSubject(claim: ClaimId): string {
  return claimWorkflowId(claim);
}

export interface SettleClaimInput {
  readonly claim: ClaimId;
}

export interface ClaimClosed {
  readonly outcome: Extract<ClaimStatus, 'paid' | 'refused' | 'withdrawn' | 'lapsed'>;
}

export interface ClaimActivities {
  /** The last day of the wait has passed. `version` is the act that opened the wait. */
  markClaimOverdue(claim: ClaimId, version: number): Promise<StepAnswer>;
  /** Nobody has settled it in all the time there was. */
  lapseClaim(claim: ClaimId, version: number): Promise<StepAnswer>;
  /** Writes the order down, sends it once, and records the bank's answer, or that there was none. */
  payClaim(claim: ClaimId, version: number): Promise<StepAnswer>;
  /** Asks the bank what became of the order that was sent; never sends it again. */
  askForPayment(claim: ClaimId, version: number): Promise<StepAnswer>;
}
