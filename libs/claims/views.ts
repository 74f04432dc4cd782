import { type Reads } from '@kerjasama/database/pool';
import { type ClaimId, claimId, type CycleRef, memberId, type MemberId } from '@kerjasama/kernel/ids';
import { type Json } from '@kerjasama/kernel/json';
import { plainDate, type PlainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { parseRupiah, type Rupiah } from '@kerjasama/kernel/rupiah';
import { type OtherClaim } from './rules/conflicts';
import { type RefusalGround } from './rules/grounds';
import { type ClaimKind, type ClaimStatus } from './rules/lifecycle';
import { type UnableToWork } from './rules/report';

export interface ByOn {
  readonly by: string;
  readonly on: PlainDate;
}

/** The newest decision, and what became of it. */
export interface Decision {
  /** From 1 in its claim. */
  readonly nth: number;
  readonly decision: 'grant' | 'refuse';
  readonly made: ByOn;
  /** Of a grant; null of a refusal. */
  readonly granted: { readonly amount: Rupiah; readonly payBy: PlainDate; readonly regulationVersion: string } | null;
  /** How the sum was counted. */
  readonly trace: Json;
  readonly verdict: ({ readonly verdict: string; readonly reason: string | null } & ByOn) | null;
}

/** One claim as it is. Officers are opaque subjects; what has not happened yet is null. */
export interface ClaimView {
  readonly claim: ClaimId;
  readonly member: MemberId;
  readonly kind: ClaimKind;
  readonly status: ClaimStatus;
  /** What the next act on it names as seen. */
  readonly version: number;
  readonly since: PlainDate;
  /** The last day of the present wait, whether or not it has passed. */
  readonly due: PlainDate | null;
  readonly overdueOn: PlainDate | null;
  readonly eventOn: PlainDate;
  readonly unableToWork: UnableToWork | null;
  readonly untilOn: PlainDate;
  readonly reported: ByOn;
  readonly decideBy: PlainDate;
  readonly decision: Decision | null;
  /** Why it was refused, by whom ever. */
  readonly ground: RefusalGround | null;
  readonly payment: { readonly attempt: number; readonly instruction: string; readonly sentOn: PlainDate } | null;
  readonly paid: { readonly reference: string; readonly on: PlainDate } | null;
}

/** A cycle's claims in counts; `amount` is what was paid, in rupiah. reported = paid + refused + withdrawn + lapsed + open. */
export interface ClaimTotals {
  readonly reported: number;
  readonly paid: number;
  readonly refused: number;
  readonly withdrawn: number;
  readonly lapsed: number;
  /** Neither paid nor ended otherwise: what a closing year carries over. */
  readonly open: number;
  readonly amount: Rupiah;
}

/** A page of a cycle's claims, in the order of their numbers, after the last one of the page before. */
export interface ClaimPage {
  readonly status: ClaimStatus | null;
  readonly after: ClaimId | null;
  readonly limit: number;
}

const COLUMNS = `claim, member, kind, status, version, since, due, overdue_on, event_on, unable_months, unable_days, until_on,
  reported_by, reported_on, decide_by, nth, decision, decided_by, decided_on, amount, pay_by, regulation_version, trace, ground,
  verdict, given_by, given_on, reason, attempt, instruction, sent_on, reference, paid_on`;

export async function findClaim(reads: Reads, claim: ClaimId): Promise<ClaimView | null> {
  const { rows } = await reads.query<ClaimRow>({
    name: 'claims.find_claim',
    text: `select ${COLUMNS} from claims.claims where claim = $1::text`,
    values: [claim],
  });
  return rows[0] ? toClaim(rows[0]) : null;
}

export async function getClaim(reads: Reads, claim: ClaimId): Promise<ClaimView> {
  const found = await findClaim(reads, claim);
  if (!found) throw new Error(`The claim ${claim} is not reported`);
  return found;
}

export async function listClaims(reads: Reads, cycle: CycleRef, page: ClaimPage): Promise<ClaimView[]> {
  const { rows } = await reads.query<ClaimRow>(
    `select ${COLUMNS} from claims.claims
      where agreement = $1::text and year = $2::smallint
        and ($3::text is null or status = $3::text)
        and ($4::text is null or claim > $4::text)
      order by claim
      limit $5::integer`,
    [cycle.agreement, cycle.year, page.status, page.after, page.limit],
  );
  return rows.map(toClaim);
}

/** Every other claim of the same person that is not over without payment. Read as `api`. */
export async function listOtherClaims(reads: Reads, person: string, but: ClaimId): Promise<OtherClaim[]> {
  const { rows } = await reads.query<{
    claim: string;
    kind: ClaimKind;
    event_on: string;
    until_on: string;
    sent: boolean;
  }>({
    name: 'claims.other_claims',
    text: `select claim, claim.kind, event_on, until_on,
                  status in ('approved', 'paying', 'payment-unknown', 'paid') as sent
             from claims.claim join act.subject using (subject)
            where person = decode($1::text, 'hex') and active and claim <> $2::text
            order by claim`,
    values: [person, but],
  });
  return rows.map(({ claim, kind, event_on, until_on, sent }) => ({
    ...{ claim: claimId(claim), kind, sent },
    ...{ eventOn: plainDate(event_on), untilOn: plainDate(until_on) },
  }));
}

/** The keyed digest, in hex, of the NIK of a claim's member. Read as `api`. */
export async function getPersonOf(reads: Reads, claim: ClaimId): Promise<string> {
  const { rows } = await reads.query<{ person: string }>({
    name: 'claims.person_of',
    text: `select encode(person, 'hex') as person from claims.claim where claim = $1::text`,
    values: [claim],
  });
  const [row] = rows;
  if (!row) throw new Error(`The claim ${claim} is not reported`);
  return row.person;
}

export async function getClaimTotals(reads: Reads, cycle: CycleRef): Promise<ClaimTotals> {
  const { rows } = await reads.query<Omit<ClaimTotals, 'amount'> & { amount: string }>(
    `select count(*)::integer as reported,
            count(*) filter (where status = 'paid')::integer as paid,
            count(*) filter (where status = 'refused')::integer as refused,
            count(*) filter (where status = 'withdrawn')::integer as withdrawn,
            count(*) filter (where status = 'lapsed')::integer as lapsed,
            count(*) filter (where status not in ('paid', 'refused', 'withdrawn', 'lapsed'))::integer as open,
            coalesce(sum(amount) filter (where status = 'paid'), 0)::bigint as amount
       from claims.claims
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
  version: string;
  since: string;
  due: string | null;
  overdue_on: string | null;
  event_on: string;
  unable_months: number | null;
  unable_days: number | null;
  until_on: string;
  reported_by: string;
  reported_on: string;
  decide_by: string;
  nth: number | null;
  decision: 'grant' | 'refuse' | null;
  decided_by: string | null;
  decided_on: string | null;
  amount: string | null;
  pay_by: string | null;
  regulation_version: string | null;
  trace: Json;
  ground: RefusalGround | null;
  verdict: string | null;
  given_by: string | null;
  given_on: string | null;
  reason: string | null;
  attempt: number | null;
  instruction: string | null;
  sent_on: string | null;
  reference: string | null;
  paid_on: string | null;
}

function toClaim(row: ClaimRow): ClaimView {
  const { unable_months: months, unable_days: days, attempt, instruction, sent_on: sent } = row;
  return {
    claim: claimId(row.claim),
    member: memberId(row.member),
    ...{ kind: row.kind, status: row.status, ground: row.ground },
    version: Number(row.version),
    since: plainDate(row.since),
    due: toDate(row.due),
    overdueOn: toDate(row.overdue_on),
    eventOn: plainDate(row.event_on),
    unableToWork: months === null || days === null ? null : { months, days },
    untilOn: plainDate(row.until_on),
    reported: { by: row.reported_by, on: plainDate(row.reported_on) },
    decideBy: plainDate(row.decide_by),
    decision: toDecision(row),
    payment:
      attempt === null || instruction === null || sent === null
        ? null
        : { attempt, instruction, sentOn: plainDate(sent) },
    paid:
      row.reference === null || row.paid_on === null ? null : { reference: row.reference, on: plainDate(row.paid_on) },
  };
}

function toDecision(row: ClaimRow): Decision | null {
  const { nth, decision, trace, verdict, reason, amount, regulation_version: regulationVersion } = row;
  const made = toByOn(row.decided_by, row.decided_on);
  if (nth === null || decision === null || made === null) return null;
  const payBy = toDate(row.pay_by);
  const granted =
    amount === null || payBy === null || regulationVersion === null
      ? null
      : { amount: toRupiah(amount), payBy, regulationVersion };
  const given = toByOn(row.given_by, row.given_on);
  return {
    nth,
    decision,
    made,
    granted,
    trace,
    verdict: verdict === null || given === null ? null : { verdict, reason, ...given },
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
