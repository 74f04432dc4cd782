import { type AgreementTerms } from '@kerjasama/agreement/contract';
import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type Period } from '@kerjasama/kernel/period';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Outcome } from '@kerjasama/kernel/refusal';
import { type Rupiah } from '@kerjasama/kernel/rupiah';
import { defineUpdate } from '@temporalio/workflow';
import { type ProposedCover } from './rules/need';

/** The end of a year: renewal proposed and endorsed, books closed to the rupiah, open claims carried over. */
export const RENEW_AGREEMENT = 'renewAgreement';
export type RenewAgreement = (input: RenewAgreementInput) => Promise<RenewalClosed>;

export function renewalWorkflowId(cycle: CycleRef): string {
  return `renewal/${cycle.agreement}/${cycle.year}`;
}

export interface RenewAgreementInput {
  readonly cycle: CycleRef;
  readonly terms: AgreementTerms;
  /** The last day of the fiscal year: books close on it, not before. */
  readonly closeOn: PlainDate;
}

export type ProposeRenewal = ProposedCover;

export interface EndorseRenewal {
  readonly workers: number;
}

/** The minutes of reconciliation (berita acara) under which the books are closed. */
export interface CloseBooks {
  readonly minutesNumber: string;
}

export type RenewalStands = {
  readonly status: string;
  readonly workers: number;
  readonly firstMonth: Period;
  readonly months: number;
  readonly needed: Rupiah;
  /** Days without cover between the two years: each costs families tenure (domain, section 2.3). */
  readonly gapDays: number;
  /** How many workers the gap hits; 0 when there is none. */
  readonly gapWorkers: number;
};

export type ClosedBooks = {
  readonly billed: Rupiah;
  readonly paid: Rupiah;
  readonly reconciled: Rupiah;
  readonly personMonths: number;
  readonly claimsReported: number;
  readonly claimsPaid: number;
  readonly claimsRefused: number;
  /** Never decided or paid within the limitation: neither paid nor refused, and not open any more. */
  readonly claimsLapsed: number;
  /** Still open: the next year goes on with them. */
  readonly claimsCarriedOver: number;
  readonly claimsAmount: Rupiah;
};

export interface RenewalClosed {
  readonly outcome: 'closed' | 'unclosed';
  readonly books: ClosedBooks | null;
  readonly closedOn: PlainDate;
}

export const proposeRenewalUpdate = defineUpdate<
  Outcome<RenewalStands>,
  [SignedAct<ProposeRenewal>],
  'propose-renewal'
>('propose-renewal');
export const endorseRenewalUpdate = defineUpdate<
  Outcome<RenewalStands>,
  [SignedAct<EndorseRenewal>],
  'endorse-renewal'
>('endorse-renewal');
export const closeBooksUpdate = defineUpdate<Outcome<ClosedBooks>, [SignedAct<CloseBooks>], 'close-books'>(
  'close-books',
);

/** Where and when an act is recorded. */
export interface RenewalPlace {
  readonly cycle: CycleRef;
  readonly workflow: string;
  readonly on: PlainDate;
}

export interface RenewalActivities {
  recordProposedRenewal(
    place: RenewalPlace,
    input: RenewAgreementInput,
    act: SignedAct<ProposeRenewal>,
  ): Promise<Outcome<RenewalStands>>;
  recordEndorsedRenewal(place: RenewalPlace, act: SignedAct<EndorseRenewal>): Promise<Outcome<RenewalStands>>;
  /** Refuses BOOKS_DO_NOT_CLOSE when billed, paid and reconciled differ by one rupiah, TOO_EARLY before the year's last day. */
  recordClosedBooks(
    place: RenewalPlace,
    input: RenewAgreementInput,
    act: SignedAct<CloseBooks>,
  ): Promise<Outcome<ClosedBooks>>;
  recordUnclosedBooks(place: RenewalPlace, closeOn: PlainDate): Promise<void>;
}
