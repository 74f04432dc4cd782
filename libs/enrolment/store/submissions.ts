import { type WriteTx } from '@kerjasama/journal/tx';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type Coverage, firstDayOfCover } from '@kerjasama/kernel/period';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type RosterJudged, type RosterSubmitted } from '../contract';

export async function insertSubmission(
  tx: WriteTx,
  cycle: CycleRef,
  { submission, sha256 }: RosterSubmitted,
  by: { readonly submittedBy: string; readonly on: PlainDate },
): Promise<void> {
  await tx.query(
    `insert into enrolment.submission (agreement, year, submission, sha256, submitted_by, submitted_on)
     values ($1::text, $2::smallint, $3::smallint, $4::text, $5::text, $6::date)`,
    [cycle.agreement, cycle.year, submission, sha256, by.submittedBy, by.on],
  );
}

/** How a submission was judged, for the months of cover for which the ages were judged. */
export async function insertJudgement(
  tx: WriteTx,
  cycle: CycleRef,
  judged: RosterJudged,
  coverage: Coverage,
): Promise<void> {
  await tx.query(
    `insert into enrolment.judgement
       (agreement, year, submission, rows, accepted, rejected, unchanged, by_reason, enrolled, roster_root, first_month, months)
     values ($1::text, $2::smallint, $3::smallint, $4::integer, $5::integer, $6::integer, $7::integer, $8::jsonb,
             $9::integer, decode($10::text, 'hex'), $11::date, $12::smallint)`,
    [
      cycle.agreement,
      cycle.year,
      judged.submission,
      judged.rows,
      judged.accepted,
      judged.rejected,
      judged.unchanged,
      JSON.stringify(judged.byReason),
      judged.enrolled,
      judged.rosterRoot,
      firstDayOfCover(coverage),
      coverage.months,
    ],
  );
}

export async function insertLapse(tx: WriteTx, cycle: CycleRef, on: PlainDate): Promise<void> {
  await tx.query(`insert into enrolment.lapse (agreement, year, lapsed_on) values ($1::text, $2::smallint, $3::date)`, [
    cycle.agreement,
    cycle.year,
    on,
  ]);
}
