import { type Reads } from '@kerjasama/database/pool';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type Period, periodOf } from '@kerjasama/kernel/period';
import { plainDate, type PlainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { parseRupiah, type Rupiah } from '@kerjasama/kernel/rupiah';
import { type ClosedBooks } from './contract';

/** What the ministry would cover next. Officers are opaque subjects. */
export interface RenewalProposal {
  /** From 1 in its year; the last one counts. */
  readonly attempt: number;
  readonly workers: number;
  readonly firstMonth: Period;
  readonly months: number;
  readonly needed: Rupiah;
  readonly gapDays: number;
  readonly gapWorkers: number;
  readonly regulationVersion: string;
  readonly proposedBy: string;
  readonly proposedOn: PlainDate;
  readonly endorsedBy: string | null;
  readonly endorsedOn: PlainDate | null;
}

export interface Closing {
  readonly books: ClosedBooks;
  readonly minutesNumber: string;
  readonly closedBy: string;
  readonly closedOn: PlainDate;
}

interface ProposalRow {
  attempt: number;
  workers: number;
  first_month: string;
  months: number;
  needed: string;
  gap_days: number;
  gap_workers: number;
  regulation_version: string;
  proposed_by: string;
  proposed_on: string;
  endorsed_by: string | null;
  endorsed_on: string | null;
}

interface ClosingRow {
  minutes_number: string;
  billed: string;
  paid: string;
  reconciled: string;
  person_months: number;
  claims_reported: number;
  claims_paid: number;
  claims_refused: number;
  claims_lapsed: number;
  claims_carried_over: number;
  claims_amount: string;
  closed_by: string;
  closed_on: string;
}

/** The proposal that counts; null when nobody proposed a renewal. */
export async function findLatestRenewal(reads: Reads, cycle: CycleRef): Promise<RenewalProposal | null> {
  const { rows } = await reads.query<ProposalRow>(
    `select attempt, workers, first_month, months, needed, gap_days, gap_workers, regulation_version,
            proposed_by, proposed_on, endorsed_by, endorsed_on
       from renewal.proposal
      where agreement = $1::text and year = $2::smallint
      order by attempt desc limit 1`,
    [cycle.agreement, cycle.year],
  );
  const [row] = rows;
  return row === undefined ? null : toProposal(row);
}

/** The closed books; null while they are open. */
export async function findClosing(reads: Reads, cycle: CycleRef): Promise<Closing | null> {
  const { rows } = await reads.query<ClosingRow>(
    `select minutes_number, billed, paid, reconciled, person_months, claims_reported, claims_paid, claims_refused,
            claims_lapsed, claims_carried_over, claims_amount, closed_by, closed_on
       from renewal.closing
      where agreement = $1::text and year = $2::smallint`,
    [cycle.agreement, cycle.year],
  );
  const [row] = rows;
  return row === undefined ? null : toClosing(row);
}

function toProposal(row: ProposalRow): RenewalProposal {
  return {
    attempt: row.attempt,
    workers: row.workers,
    firstMonth: periodOf(plainDate(row.first_month)),
    months: row.months,
    needed: toRupiah(row.needed),
    gapDays: row.gap_days,
    gapWorkers: row.gap_workers,
    regulationVersion: row.regulation_version,
    proposedBy: row.proposed_by,
    proposedOn: plainDate(row.proposed_on),
    endorsedBy: row.endorsed_by,
    endorsedOn: row.endorsed_on === null ? null : plainDate(row.endorsed_on),
  };
}

function toClosing(row: ClosingRow): Closing {
  return {
    minutesNumber: row.minutes_number,
    books: {
      billed: toRupiah(row.billed),
      paid: toRupiah(row.paid),
      reconciled: toRupiah(row.reconciled),
      personMonths: row.person_months,
      claimsReported: row.claims_reported,
      claimsPaid: row.claims_paid,
      claimsRefused: row.claims_refused,
      claimsLapsed: row.claims_lapsed,
      claimsCarriedOver: row.claims_carried_over,
      claimsAmount: toRupiah(row.claims_amount),
    },
    closedBy: row.closed_by,
    closedOn: plainDate(row.closed_on),
  };
}

function toRupiah(text: string): Rupiah {
  return expectAccepted(parseRupiah(text));
}
