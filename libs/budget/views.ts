import { type Reads } from '@kerjasama/database/pool';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type Coverage, periodOf } from '@kerjasama/kernel/period';
import { plainDate, type PlainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { parseRupiah, type Rupiah } from '@kerjasama/kernel/rupiah';

/** A proposed allocation as it was judged. Officers are opaque subjects. */
export interface AllocationProposal {
  /** From 1 in its year. */
  readonly attempt: number;
  readonly dipaNumber: string;
  readonly revision: number;
  readonly pagu: Rupiah;
  readonly blocked: Rupiah;
  readonly usable: Rupiah;
  readonly workers: number;
  readonly coverage: Coverage;
  readonly tariff: Rupiah;
  readonly needed: Rupiah;
  readonly fits: boolean;
  readonly regulationVersion: string;
  readonly proposedBy: string;
  readonly proposedOn: PlainDate;
  readonly approvedBy: string | null;
  readonly approvedOn: PlainDate | null;
}

export interface BudgetAddendum {
  /** The document of the agreement under which it is signed. */
  readonly document: number;
  readonly kind: 'months' | 'heads';
  readonly workers: number;
  readonly months: number;
  readonly needed: Rupiah;
  readonly proposedOn: PlainDate;
  readonly outcome: 'in-force' | 'dropped' | null;
  readonly settledOn: PlainDate | null;
}

interface ProposalRow {
  attempt: number;
  dipa_number: string;
  revision: number;
  pagu: string;
  blocked: string;
  usable: string;
  workers: number;
  first_month: string;
  months: number;
  tariff: string;
  needed: string;
  fits: boolean;
  regulation_version: string;
  proposed_by: string;
  proposed_on: string;
  approved_by: string | null;
  approved_on: string | null;
}

interface AddendumRow {
  document: number;
  kind: 'months' | 'heads';
  workers: number;
  months: number;
  needed: string;
  proposed_on: string;
  outcome: 'in-force' | 'dropped' | null;
  settled_on: string | null;
}

/** In the order in which they were proposed; the approved one names who approved it. */
export async function listProposals(reads: Reads, cycle: CycleRef): Promise<AllocationProposal[]> {
  const { rows } = await reads.query<ProposalRow>(
    `select p.attempt, p.dipa_number, p.revision, p.pagu, p.blocked, p.usable, p.workers, p.first_month, p.months,
            p.tariff, p.needed, p.fits, p.regulation_version, p.proposed_by, p.proposed_on, a.approved_by, a.approved_on
       from budget.proposal p left join budget.allocation a using (agreement, year, attempt)
      where p.agreement = $1::text and p.year = $2::smallint
      order by p.attempt`,
    [cycle.agreement, cycle.year],
  );
  return rows.map(toProposal);
}

/** The proposal on which an addendum or an approval rests. Throws when nothing was ever proposed. */
export async function getLatestProposal(reads: Reads, cycle: CycleRef): Promise<AllocationProposal> {
  const latest = (await listProposals(reads, cycle)).at(-1);
  if (latest === undefined) throw new Error(`No allocation was proposed for ${cycle.agreement} ${cycle.year}`);
  return latest;
}

/** In the order of their document numbers. */
export async function listAddenda(reads: Reads, cycle: CycleRef): Promise<BudgetAddendum[]> {
  const { rows } = await reads.query<AddendumRow>(
    `select document, kind, workers, months, needed, proposed_on, outcome, settled_on
       from budget.addendum
      where agreement = $1::text and year = $2::smallint
      order by document`,
    [cycle.agreement, cycle.year],
  );
  return rows.map(toAddendum);
}

function toProposal(row: ProposalRow): AllocationProposal {
  return {
    attempt: row.attempt,
    dipaNumber: row.dipa_number,
    revision: row.revision,
    pagu: toRupiah(row.pagu),
    blocked: toRupiah(row.blocked),
    usable: toRupiah(row.usable),
    workers: row.workers,
    coverage: { firstMonth: periodOf(plainDate(row.first_month)), months: row.months },
    tariff: toRupiah(row.tariff),
    needed: toRupiah(row.needed),
    fits: row.fits,
    regulationVersion: row.regulation_version,
    proposedBy: row.proposed_by,
    proposedOn: plainDate(row.proposed_on),
    approvedBy: row.approved_by,
    approvedOn: row.approved_on === null ? null : plainDate(row.approved_on),
  };
}

function toAddendum(row: AddendumRow): BudgetAddendum {
  return {
    document: row.document,
    kind: row.kind,
    workers: row.workers,
    months: row.months,
    needed: toRupiah(row.needed),
    proposedOn: plainDate(row.proposed_on),
    outcome: row.outcome,
    settledOn: row.settled_on === null ? null : plainDate(row.settled_on),
  };
}

function toRupiah(text: string): Rupiah {
  return expectAccepted(parseRupiah(text));
}
