import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type Coverage } from '@kerjasama/kernel/period';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Outcome } from '@kerjasama/kernel/refusal';
import { defineUpdate } from '@temporalio/workflow';

/** Workers in bulk: a roster is claimed by its hash, judged row by row, corrected, and decreed by the ministry. */
export const ENROL_WORKERS = 'enrolWorkers';
export type EnrolWorkers = (input: EnrolWorkersInput) => Promise<EnrolmentClosed>;

export function enrolmentWorkflowId(cycle: CycleRef): string {
  return `enrolment/${cycle.agreement}/${cycle.year}`;
}

export interface EnrolWorkersInput {
  readonly cycle: CycleRef;
  /** The heads the budget pays for: more are refused. */
  readonly workers: number;
  readonly coverage: Coverage;
  /** The last day for the decree: the day before cover starts. */
  readonly decreeBy: PlainDate;
}

/** The act names the bytes that PUT /rosters/{sha256} left in the content store. */
export interface SubmitRoster {
  readonly sha256: string;
}

/** The decree of beneficiaries (SK) binds to the Merkle root of exactly the accepted rows. */
export interface DecreeBeneficiaries {
  readonly number: string;
  readonly rosterRoot: string;
  readonly workers: number;
}

export type RosterSubmitted = { readonly submission: number; readonly sha256: string };

/** How one submission was judged, and how the roster stands after it. Counts only, never a person. */
export type RosterJudged = {
  readonly submission: number;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Rows that an earlier submission had already accepted, unchanged. */
  readonly unchanged: number;
  readonly byReason: Readonly<Record<string, number>>;
  /** All accepted rows of the cycle so far, and the Merkle root over them. */
  readonly enrolled: number;
  readonly rosterRoot: string;
};

export type Decree = { readonly enrolled: number; readonly rosterRoot: string; readonly decree: string };

export interface EnrolmentClosed {
  readonly outcome: 'decreed' | 'lapsed';
  readonly decree: Decree | null;
  readonly closedOn: PlainDate;
}

export const submitRosterUpdate = defineUpdate<Outcome<RosterSubmitted>, [SignedAct<SubmitRoster>], 'submit-roster'>(
  'submit-roster',
);
export const decreeBeneficiariesUpdate = defineUpdate<
  Outcome<Decree>,
  [SignedAct<DecreeBeneficiaries>],
  'decree-beneficiaries'
>('decree-beneficiaries');

/** Where and when an act is recorded. */
export interface EnrolmentPlace {
  readonly cycle: CycleRef;
  readonly workflow: string;
  readonly on: PlainDate;
}

export interface EnrolmentActivities {
  recordSubmittedRoster(
    place: EnrolmentPlace,
    submission: number,
    act: SignedAct<SubmitRoster>,
  ): Promise<Outcome<RosterSubmitted>>;
  recordDecree(place: EnrolmentPlace, workers: number, act: SignedAct<DecreeBeneficiaries>): Promise<Outcome<Decree>>;
  recordLapsedEnrolment(place: EnrolmentPlace, decreeBy: PlainDate): Promise<void>;
}

/** Runs on the queue `bulk`: one heartbeating activity that walks all chunks of a roster. */
export interface EnrolmentBulkActivities {
  judgeRoster(place: EnrolmentPlace, submitted: RosterSubmitted, coverage: Coverage): Promise<RosterJudged>;
}
