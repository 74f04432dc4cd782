import { type Reads } from '@kerjasama/database/pool';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { period, type Period } from '@kerjasama/kernel/period';
import { plainDate, type PlainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { parseRupiah, type Rupiah } from '@kerjasama/kernel/rupiah';
import { type BillStatus } from './rules/lifecycle';

/** One month's bill as it stands. Officers are opaque subjects; what has not happened yet is null. */
export interface BillView {
  readonly period: Period;
  readonly status: BillStatus;
  readonly heads: number;
  readonly tariff: Rupiah;
  readonly amount: Rupiah;
  readonly regulationVersion: string;
  readonly issuedOn: PlainDate;
  readonly requestBy: PlainDate;
  readonly overdueOn: PlainDate | null;
  readonly request: LetterView | null;
  readonly order: LetterView | null;
  readonly remitted: RemittedView | null;
  readonly reconciledOn: PlainDate | null;
}

/** An SPP or SPM: its number, who signed it, and when. */
export interface LetterView {
  readonly number: string;
  readonly by: string;
  readonly on: PlainDate;
}

export interface RemittedView {
  readonly sp2dNumber: string;
  readonly paid: Rupiah;
  readonly receipt: string;
  readonly received: Rupiah;
  readonly on: PlainDate;
}

/** A cycle's premium in sums. `paid` and `received` are what treasury and insurer said; `reconciled` the bills that tied. */
export interface PremiumTotals {
  readonly billed: Rupiah;
  readonly paid: Rupiah;
  readonly received: Rupiah;
  readonly reconciled: Rupiah;
  /** Heads × months that are paid for: reconciled months only. */
  readonly personMonths: number;
  readonly monthsByStatus: Readonly<Record<BillStatus, number>>;
}

const COLUMNS = `period, status, heads, tariff, amount, regulation_version, issued_on, request_by, overdue_on,
  spp_number, requested_by, requested_on, spm_number, ordered_by, ordered_on,
  sp2d_number, paid, receipt, received, received_on, reconciled_on`;

export async function findBill(reads: Reads, cycle: CycleRef, month: Period): Promise<BillView | null> {
  const { rows } = await reads.query<BillRow>(
    `select ${COLUMNS} from premium.bill where agreement = $1::text and year = $2::smallint and period = $3::text`,
    [cycle.agreement, cycle.year, month],
  );
  return rows[0] ? toBill(rows[0]) : null;
}

/** @throws when the month is not billed */
export async function getBill(reads: Reads, cycle: CycleRef, month: Period): Promise<BillView> {
  const bill = await findBill(reads, cycle, month);
  if (!bill) throw new Error(`${month} of ${cycle.agreement}/${cycle.year} is not billed`);
  return bill;
}

/** The bills of a cycle, in the order of the months. */
export async function listBills(reads: Reads, cycle: CycleRef): Promise<BillView[]> {
  const { rows } = await reads.query<BillRow>(
    `select ${COLUMNS} from premium.bill where agreement = $1::text and year = $2::smallint order by period`,
    [cycle.agreement, cycle.year],
  );
  return rows.map(toBill);
}

/** The months of cover up to and with this one whose contribution the insurer has received. */
export async function countPaidMonths(reads: Reads, cycle: CycleRef, upTo: Period): Promise<number> {
  const { rows } = await reads.query<{ months: number }>({
    name: 'premium.count_paid_months',
    text: `select count(*)::integer as months from premium.bill
            where agreement = $1::text and year = $2::smallint and period <= $3::text and received is not null`,
    values: [cycle.agreement, cycle.year, upTo],
  });
  return rows[0]?.months ?? 0;
}

export async function getPremiumTotals(reads: Reads, cycle: CycleRef): Promise<PremiumTotals> {
  const { rows } = await reads.query<TotalsRow>(
    `select coalesce(sum(amount), 0)::bigint as billed,
            coalesce(sum(paid), 0)::bigint as paid,
            coalesce(sum(received), 0)::bigint as received,
            coalesce(sum(amount) filter (where status = 'reconciled'), 0)::bigint as reconciled,
            coalesce(sum(heads) filter (where status = 'reconciled'), 0)::bigint as person_months,
            count(*) filter (where status = 'billed')::integer as months_billed,
            count(*) filter (where status = 'requested')::integer as months_requested,
            count(*) filter (where status = 'ordered')::integer as months_ordered,
            count(*) filter (where status = 'paid')::integer as months_paid,
            count(*) filter (where status = 'reconciled')::integer as months_reconciled,
            count(*) filter (where status = 'unpaid')::integer as months_unpaid
       from premium.bill
      where agreement = $1::text and year = $2::smallint`,
    [cycle.agreement, cycle.year],
  );
  const [row] = rows;
  if (!row) throw new Error('A sum without groups always has one row');
  return {
    billed: toRupiah(row.billed),
    paid: toRupiah(row.paid),
    received: toRupiah(row.received),
    reconciled: toRupiah(row.reconciled),
    personMonths: Number(row.person_months),
    monthsByStatus: {
      billed: row.months_billed,
      requested: row.months_requested,
      ordered: row.months_ordered,
      paid: row.months_paid,
      reconciled: row.months_reconciled,
      unpaid: row.months_unpaid,
    },
  };
}

interface BillRow {
  period: string;
  status: BillStatus;
  heads: number;
  tariff: string;
  amount: string;
  regulation_version: string;
  issued_on: string;
  request_by: string;
  overdue_on: string | null;
  spp_number: string | null;
  requested_by: string | null;
  requested_on: string | null;
  spm_number: string | null;
  ordered_by: string | null;
  ordered_on: string | null;
  sp2d_number: string | null;
  paid: string | null;
  receipt: string | null;
  received: string | null;
  received_on: string | null;
  reconciled_on: string | null;
}

interface TotalsRow extends Record<'billed' | 'paid' | 'received' | 'reconciled' | 'person_months', string> {
  months_billed: number;
  months_requested: number;
  months_ordered: number;
  months_paid: number;
  months_reconciled: number;
  months_unpaid: number;
}

function toBill(row: BillRow): BillView {
  return {
    period: period(row.period),
    status: row.status,
    heads: row.heads,
    tariff: toRupiah(row.tariff),
    amount: toRupiah(row.amount),
    regulationVersion: row.regulation_version,
    issuedOn: plainDate(row.issued_on),
    requestBy: plainDate(row.request_by),
    overdueOn: row.overdue_on === null ? null : plainDate(row.overdue_on),
    request: toLetter(row.spp_number, row.requested_by, row.requested_on),
    order: toLetter(row.spm_number, row.ordered_by, row.ordered_on),
    remitted: toRemitted(row),
    reconciledOn: row.reconciled_on === null ? null : plainDate(row.reconciled_on),
  };
}

function toLetter(number: string | null, by: string | null, on: string | null): LetterView | null {
  return number === null || by === null || on === null ? null : { number, by, on: plainDate(on) };
}

function toRemitted({ sp2d_number: sp2dNumber, paid, receipt, received, received_on: on }: BillRow) {
  if (sp2dNumber === null || paid === null || receipt === null || received === null || on === null) return null;
  return { sp2dNumber, paid: toRupiah(paid), receipt, received: toRupiah(received), on: plainDate(on) };
}

function toRupiah(text: string): Rupiah {
  return expectAccepted(parseRupiah(text));
}
