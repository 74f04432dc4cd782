import { type WriteTx } from '@kerjasama/journal/tx';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type Coverage, firstDayOf } from '@kerjasama/kernel/period';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Rupiah } from '@kerjasama/kernel/rupiah';
import { type ProposeAddendum, type ProposeAllocation } from './contract';
import { type Fit } from './rules/fit';

/** A proposed allocation as it was judged, whether it fits or not. */
interface JudgedProposal {
  readonly dipa: ProposeAllocation;
  readonly terms: { readonly workers: number; readonly coverage: Coverage; readonly ceiling: Rupiah };
  readonly fit: Fit;
  readonly proposedBy: string;
  readonly on: PlainDate;
}

/** Numbered from 1 in its year. */
export async function insertProposal(tx: WriteTx, cycle: CycleRef, proposal: JudgedProposal): Promise<void> {
  const { dipa, terms, fit, proposedBy, on } = proposal;
  await tx.query(
    `insert into budget.proposal
       (agreement, year, attempt, dipa_number, revision, pagu, blocked, ceiling, usable,
        workers, first_month, months, tariff, needed, regulation_version, proposed_by, proposed_on)
     select $1::text, $2::smallint, coalesce(max(attempt), 0) + 1, $3::text, $4::smallint, $5::bigint, $6::bigint,
            $7::bigint, $8::bigint, $9::integer, $10::date, $11::smallint, $12::bigint, $13::bigint, $14::text, $15::text,
            $16::date
       from budget.proposal
      where agreement = $1::text and year = $2::smallint`,
    [
      ...[
        cycle.agreement,
        cycle.year,
        dipa.dipaNumber,
        dipa.revision,
        dipa.pagu,
        dipa.blocked,
        terms.ceiling,
        fit.usable,
      ],
      ...[terms.workers, firstDayOf(terms.coverage.firstMonth), terms.coverage.months, fit.tariff, fit.needed],
      ...[fit.regulationVersion, proposedBy, on],
    ],
  );
}

interface NewAddendum {
  readonly document: number;
  readonly addendum: ProposeAddendum;
  readonly needed: Rupiah;
  readonly proposedBy: string;
  readonly on: PlainDate;
}

export async function insertAddendum(tx: WriteTx, cycle: CycleRef, proposed: NewAddendum): Promise<void> {
  const { document, addendum, needed, proposedBy, on } = proposed;
  await tx.query(
    `insert into budget.addendum
       (agreement, year, document, kind, workers, months, needed, text_sha256, proposed_by, proposed_on)
     values ($1::text, $2::smallint, $3::smallint, $4::text, $5::integer, $6::smallint, $7::bigint, $8::text, $9::text,
             $10::date)`,
    [
      ...[cycle.agreement, cycle.year, document, addendum.kind, addendum.heads, addendum.months, needed],
      ...[addendum.textSha256, proposedBy, on],
    ],
  );
}

/** @param settled `in-force` when both agencies signed, `dropped` when not in time */
export async function settleAddendum(
  tx: WriteTx,
  cycle: CycleRef,
  settled: { readonly document: number; readonly outcome: 'in-force' | 'dropped'; readonly on: PlainDate },
): Promise<void> {
  await tx.query(
    `update budget.addendum set outcome = $4::text, settled_on = $5::date
      where agreement = $1::text and year = $2::smallint and document = $3::smallint`,
    [cycle.agreement, cycle.year, settled.document, settled.outcome, settled.on],
  );
}

interface Approval {
  readonly attempt: number;
  readonly needed: Rupiah;
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly on: PlainDate;
}

/** Throws when the approval is not exactly the proposal, or when maker and checker are one person: the rules came first. */
export async function insertAllocation(tx: WriteTx, cycle: CycleRef, approval: Approval): Promise<void> {
  const { attempt, needed, proposedBy, approvedBy, on } = approval;
  await tx.query(
    `insert into budget.allocation (agreement, year, attempt, needed, proposed_by, approved_by, approved_on)
     values ($1::text, $2::smallint, $3::smallint, $4::bigint, $5::text, $6::text, $7::date)`,
    [cycle.agreement, cycle.year, attempt, needed, proposedBy, approvedBy, on],
  );
}
