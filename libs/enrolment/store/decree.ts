import { type WriteTx } from '@kerjasama/journal/tx';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type DecreeBeneficiaries } from '../contract';

/**
 * Writes the decree beside everybody who handed in one of its rosters; the constraint `decree_four_eyes` holds even when
 * whoever calls has forgotten to compare them.
 */
export async function insertDecree(
  tx: WriteTx,
  cycle: CycleRef,
  { number, rosterRoot, workers }: DecreeBeneficiaries,
  by: { readonly decreedBy: string; readonly on: PlainDate },
): Promise<void> {
  await tx.query(
    `insert into enrolment.decree (agreement, year, number, enrolled, roster_root, submitted_by, decreed_by, decreed_on)
     select $1::text, $2::smallint, $3::text, $4::integer, decode($5::text, 'hex'),
            array_agg(distinct submission.submitted_by), $6::text, $7::date
       from enrolment.submission where agreement = $1::text and year = $2::smallint`,
    [cycle.agreement, cycle.year, number, workers, rosterRoot, by.decreedBy, by.on],
  );
}
