import { type Reads } from '@kerjasama/database/pool';
import { type ClaimId, claimId, type CycleRef, memberId, type MemberId } from '@kerjasama/kernel/ids';
import { type Json } from '@kerjasama/kernel/json';
import { plainDate, type PlainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { parseRupiah, type Rupiah } from '@kerjasama/kernel/rupiah';
import { type RefusalGround } from './rules/grounds';
import { type ClaimKind, type ClaimStatus } from './rules/lifecycle';

/** One claim as it stands. Officers are opaque subjects; what has not happened yet is null. */
export interface ClaimView {
  readonly claim: ClaimId;
  readonly member: MemberId;
  readonly kind: ClaimKind;
  readonly status: ClaimStatus;
  readonly eventOn: PlainDate;
  readonly unableToWork: { readonly months: number; readonly days: number } | null;
  readonly reported: ByOn;
  readonly decideBy: PlainDate;
  readonly decided: ByOn | null;
  readonly ground: RefusalGround | null;
  readonly amount: Rupiah | null;
  readonly payBy: PlainDate | null;
  readonly regulationVersion: string | null;
  /** How the sum was counted. */
  readonly trace: Json;
  readonly approved: ByOn | null;
  readonly paid: { readonly reference: string; readonly on: PlainDate } | null;
  /** The days on which a deadline was seen to have passed. */
  readonly overdue: { readonly decision: PlainDate | null; readonly payment: PlainDate | null };
}

export interface ByOn {
  readonly by: string;
  readonly on: PlainDate;
}

/** A cycle's claims in counts; `amount` is what was paid, in rupiah. reported = paid + refused + lapsed + open. */
export interface ClaimTotals {
  readonly reported: number;
  readonly paid: number;
  readonly refused: number;
  readonly lapsed: number;
  /** Neither paid nor refused: what a closing year carries over. */
  readonly open: number;
  readonly amount: Rupiah;
}

/** A page of a cycle's claims, in the order of their numbers, after the last one of the page before. */
export interface ClaimPage {
  readonly status: ClaimStatus | null;
  readonly after: ClaimId | null;
  readonly limit: number;
}

const COLUMNS = `claim, member, kind, status, event_on, unable_months, unable_days, reported_by, reported_on, decide_by,
  decided_by, decided_on, ground, amount, pay_by, regulation_version, trace, approved_by, approved_on, reference, paid_on,
  decision_overdue_on, payment_overdue_on`;

export async function findClaim(reads: Reads, claim: ClaimId): Promise<ClaimView | null> {
  const { rows } = await reads.query<ClaimRow>(`select ${COLUMNS} from claims.claim where claim = $1::text`, [claim]);
  return rows[0] ? toClaim(rows[0]) : null;
}

export async function getClaim(reads: Reads, claim: ClaimId): Promise<ClaimView> {
  const found = await findClaim(reads, claim);
  if (!found) throw new Error(`The claim ${claim} is not reported`);
  return found;
}

export async function listClaims(reads: Reads, cycle: CycleRef, page: ClaimPage): Promise<ClaimView[]> {
  const { rows } = await reads.query<ClaimRow>(
    `select ${COLUMNS} from claims.claim
      where agreement = $1::text and year = $2::smallint
        and ($3::text is null or status = $3::text)
        and ($4::text is null or claim > $4::text)
      order by claim
      limit $5::integer`,
    [cycle.agreement, cycle.year, page.status, page.after, page.limit],
  );
  return rows.map(toClaim);
}

export async function getClaimTotals(reads: Reads, cycle: CycleRef): Promise<ClaimTotals> {
  const { rows } = await reads.query<Omit<ClaimTotals, 'amount'> & { amount: string }>(
    `select count(*)::integer as reported,
            count(*) filter (where status = 'paid')::integer as paid,
            count(*) filter (where status = 'refused')::integer as refused,
            count(*) filter (where status = 'lapsed')::integer as lapsed,
            count(*) filter (where status in ('reported', 'granted', 'approved'))::integer as open,
            coalesce(sum(amount) filter (where status = 'paid'), 0)::bigint as amount
       from claims.claim
      where agreement = $1::text and year = $2::smallint`,
    [cycle.agreement, cycle.year],
  );
  const [row] = rows;
  if (!row) throw new Error('A count without groups always has one row');
  return { ...row, amount: toRupiah(row.amount) };
}

interface ClaimRow {
  claim: string;
  member: string;
  kind: ClaimKind;
  status: ClaimStatus;
  event_on: string;
  unable_months: number | null;
  unable_days: number | null;
  reported_by: string;
  reported_on: string;
  decide_by: string;
  decided_by: string | null;
  decided_on: string | null;
  ground: RefusalGround | null;
  amount: string | null;
  pay_by: string | null;
  regulation_version: string | null;
  trace: Json;
  approved_by: string | null;
  approved_on: string | null;
  reference: string | null;
  paid_on: string | null;
  decision_overdue_on: string | null;
  payment_overdue_on: string | null;
}

function toClaim(row: ClaimRow): ClaimView {
  const { unable_months: months, unable_days: days } = row;
  return {
    claim: claimId(row.claim),
    member: memberId(row.member),
    kind: row.kind,
    status: row.status,
    eventOn: plainDate(row.event_on),
    unableToWork: months === null || days === null ? null : { months, days },
    reported: { by: row.reported_by, on: plainDate(row.reported_on) },
    decideBy: plainDate(row.decide_by),
    decided: toByOn(row.decided_by, row.decided_on),
    ground: row.ground,
    amount: row.amount === null ? null : toRupiah(row.amount),
    payBy: toDate(row.pay_by),
    regulationVersion: row.regulation_version,
    trace: row.trace,
    approved: toByOn(row.approved_by, row.approved_on),
    paid:
      row.reference === null || row.paid_on === null ? null : { reference: row.reference, on: plainDate(row.paid_on) },
    overdue: { decision: toDate(row.decision_overdue_on), payment: toDate(row.payment_overdue_on) },
  };
}

function toByOn(by: string | null, on: string | null): ByOn | null {
  return by === null || on === null ? null : { by, on: plainDate(on) };
}

function toDate(text: string | null): PlainDate | null {
  return text === null ? null : plainDate(text);
}

function toRupiah(text: string): Rupiah {
  return expectAccepted(parseRupiah(text));
}
