import { type Json } from '@kerjasama/kernel/json';

/**
 * Everything that can ever be written in the journal: act → payload. Past tense, closed; a payload carries ids, counts, dates and
 * sums as decimal strings, never a person. Adding an act is adding a line here; an act once recorded is never renamed.
 */
export interface ActPayloads {
  // agreement
  'agreement-drafted': {
    document: number;
    workers: number;
    firstMonth: string;
    months: number;
    fiscalYear: number;
    ceiling: string;
    textSha256: string;
  };
  'agreement-text-accepted': { document: number; textSha256: string };
  'agreement-signed-by-kemensos': { document: number; textSha256: string; number: string };
  'agreement-signed-by-bpjs-tk': { document: number; textSha256: string; number: string };
  'agreement-lapsed': { document: number };

  // budget
  'allocation-refused': {
    dipaNumber: string;
    revision: number;
    pagu: string;
    blocked: string;
    usable: string;
    needed: string;
    shortfall: string;
    remedies: readonly { kind: string; months: number; heads: number; cost: string; unused: string }[];
    regulationVersion: string;
  };
  'allocation-proposed': {
    dipaNumber: string;
    revision: number;
    pagu: string;
    blocked: string;
    usable: string;
    tariff: string;
    needed: string;
    unused: string;
    regulationVersion: string;
  };
  'addendum-proposed': {
    document: number;
    kind: string;
    workers: number;
    months: number;
    needed: string;
    textSha256: string;
  };
  'addendum-in-force': { document: number; workers: number; months: number };
  'addendum-dropped': { document: number };
  'budget-allocated': { dipaNumber: string; revision: number; needed: string; unused: string };
  'budget-lapsed': { fiscalYear: number };

  // enrolment
  'roster-submitted': { submission: number; sha256: string };
  'roster-chunk-judged': {
    submission: number;
    chunk: number;
    firstLine: number;
    lastLine: number;
    accepted: number;
    rejected: number;
    unchanged: number;
    byReason: Readonly<Record<string, number>>;
    /** RFC 6962 root over the accepted rows of the chunk; each leaf is a keyed commitment, never a NIK. */
    merkleRoot: string;
  };
  /** Every row of the submission stands; `roster-judged-faulty`: some were rejected and wait for correction. */
  'roster-judged': RosterJudgement;
  'roster-judged-faulty': RosterJudgement;
  'beneficiaries-decreed': { number: string; enrolled: number; rosterRoot: string };
  'enrolment-lapsed': { decreeBy: string };

  // premium
  'bill-issued': {
    period: string;
    heads: number;
    tariff: string;
    amount: string;
    rosterRoot: string;
    requestBy: string;
    regulationVersion: string;
  };
  'payment-requested': { period: string; sppNumber: string; amount: string };
  'payment-ordered': { period: string; spmNumber: string; amount: string };
  'payment-received': { period: string; sp2dNumber: string; receipt: string; amount: string };
  'payment-overdue': { period: string; due: string };
  'premium-unpaid': { period: string; fiscalYear: number; amount: string };
  'month-reconciled': { period: string; billed: string; paid: string; received: string; personMonths: number };

  // claims
  'claim-reported': { claim: string; member: string; kind: string; eventOn: string; decideBy: string };
  'claim-granted': { claim: string; amount: string; payBy: string; regulationVersion: string; trace: Json };
  'claim-refused': { claim: string; ground: string };
  'claim-decision-withdrawn': { claim: string; decision: number };
  'claim-returned': { claim: string; decision: number };
  'claim-approved': { claim: string; amount: string };
  'claim-withdrawn': { claim: string };
  'claim-payment-sent': { claim: string; attempt: number; instruction: string; amount: string };
  'claim-payment-unknown': { claim: string; attempt: number };
  'claim-payment-renewed': { claim: string; attempt: number };
  'claim-paid': { claim: string; amount: string; reference: string };
  'claim-overdue': { claim: string; status: string; due: string };
  'claim-lapsed': { claim: string; status: string };

  // renewal
  'renewal-proposed': {
    workers: number;
    firstMonth: string;
    months: number;
    needed: string;
    gapDays: number;
    gapWorkers: number;
    regulationVersion: string;
  };
  'renewal-endorsed': { workers: number };
  'closing-refused': { minutesNumber: string; billed: string; paid: string; reconciled: string };
  'books-closed': {
    minutesNumber: string;
    billed: string;
    paid: string;
    reconciled: string;
    personMonths: number;
    claimsReported: number;
    claimsPaid: number;
    claimsRefused: number;
    claimsLapsed: number;
    claimsCarriedOver: number;
    claimsAmount: string;
  };
  'books-unclosed': { closeOn: string };

  // the house
  /** A signed-in, well-formed attempt that the rules refused: nothing changed but this line. */
  'act-refused': { command: string; code: string; workflow: string | null };
  'personal-data-revealed': { subjectKind: string; subjectId: string; reason: string };
  'work-retried': { workflow: string; activity: string; attempt: number };
}

/** How a whole submission was judged, and the roster of the year after it. */
interface RosterJudgement {
  submission: number;
  sha256: string;
  rows: number;
  accepted: number;
  rejected: number;
  unchanged: number;
  enrolled: number;
  rosterRoot: string;
  /** The rows of the law by which NIK and age were judged. */
  regulationVersion: string;
}

export type ActName = keyof ActPayloads;

/** One member of the closed union: the name decides the payload. */
export type Act = { readonly [Name in ActName]: { readonly act: Name; readonly payload: ActPayloads[Name] } }[ActName];
