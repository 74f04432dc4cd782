import { type WriteTx } from '@kerjasama/journal/tx';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { firstDayOf } from '@kerjasama/kernel/period';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type ClosedBooks, type ProposeRenewal } from './contract';
import { type RenewalNeed } from './rules/need';

interface JudgedRenewal {
  readonly proposed: ProposeRenewal;
  readonly need: RenewalNeed;
  readonly proposedBy: string;
  readonly on: PlainDate;
}

/** Numbered from 1 in its year; the last one counts. */
export async function insertRenewal(tx: WriteTx, cycle: CycleRef, renewal: JudgedRenewal): Promise<void> {
  const { proposed, need, proposedBy, on } = renewal;
  await tx.query(
    `insert into renewal.proposal
       (agreement, year, attempt, workers, first_month, months, needed, gap_days, gap_workers, regulation_version,
        proposed_by, proposed_on)
     select $1::text, $2::smallint, coalesce(max(attempt), 0) + 1, $3::integer, $4::date, $5::smallint, $6::bigint,
            $7::integer, $8::integer, $9::text, $10::text, $11::date
       from renewal.proposal
      where agreement = $1::text and year = $2::smallint`,
    [
      ...[cycle.agreement, cycle.year, proposed.workers, firstDayOf(proposed.firstMonth), proposed.months, need.needed],
      ...[need.gapDays, need.gapWorkers, need.regulationVersion, proposedBy, on],
    ],
  );
}

export async function endorseRenewal(
  tx: WriteTx,
  cycle: CycleRef,
  endorsement: { readonly attempt: number; readonly endorsedBy: string; readonly on: PlainDate },
): Promise<void> {
  await tx.query(
    `update renewal.proposal set endorsed_by = $4::text, endorsed_on = $5::date
      where agreement = $1::text and year = $2::smallint and attempt = $3::smallint`,
    [cycle.agreement, cycle.year, endorsement.attempt, endorsement.endorsedBy, endorsement.on],
  );
}

interface Closing {
  readonly minutesNumber: string;
  readonly books: ClosedBooks;
  readonly closeOn: PlainDate;
  /** Who proposed the renewal; null when nobody did. */
  readonly proposedBy: string | null;
  readonly closedBy: string;
  readonly on: PlainDate;
}

/** Throws when the sums are not one, the day is too early or the proposer closes: the rules came first. */
export async function insertClosing(tx: WriteTx, cycle: CycleRef, closing: Closing): Promise<void> {
  const { minutesNumber, books, closeOn, proposedBy, closedBy, on } = closing;
  await tx.query(
    `insert into renewal.closing
       (agreement, year, minutes_number, billed, paid, reconciled, person_months, claims_reported, claims_paid,
        claims_refused, claims_lapsed, claims_carried_over, claims_amount, close_on, proposed_by, closed_by, closed_on)
     values ($1::text, $2::smallint, $3::text, $4::bigint, $5::bigint, $6::bigint, $7::integer, $8::integer, $9::integer,
             $10::integer, $11::integer, $12::integer, $13::bigint, $14::date, $15::text, $16::text, $17::date)`,
    [
      ...[cycle.agreement, cycle.year, minutesNumber, books.billed, books.paid, books.reconciled, books.personMonths],
      ...[books.claimsReported, books.claimsPaid, books.claimsRefused, books.claimsLapsed],
      ...[books.claimsCarriedOver, books.claimsAmount],
      ...[closeOn, proposedBy, closedBy, on],
    ],
  );
}
