import { violatedConstraint } from '@kerjasama/database/sql-state';
import { type WriteTx } from '@kerjasama/journal/tx';
import { type ClaimId, type CycleRef, type MemberId } from '@kerjasama/kernel/ids';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Rupiah } from '@kerjasama/kernel/rupiah';
import { type RefusalGround } from './rules/grounds';
import { type ClaimKind } from './rules/lifecycle';
import { type UnableToWork } from './rules/report';

export interface NewClaim {
  readonly claim: ClaimId;
  readonly cycle: CycleRef;
  readonly member: MemberId;
  /** Hex: the keyed digest of the NIK. */
  readonly person: string;
  readonly kind: ClaimKind;
  readonly eventOn: PlainDate;
  readonly unableToWork: UnableToWork | null;
  readonly untilOn: PlainDate;
  readonly reportedBy: string;
  readonly reportedOn: PlainDate;
  readonly decideBy: PlainDate;
}

/** @returns false when the schema knows of a claim of the same event that was committed meanwhile */
export async function insertClaim(tx: WriteTx, claim: NewClaim): Promise<boolean> {
  try {
    await tx.query({
      name: 'claims.insert_claim',
      text: `insert into claims.claim
               (claim, agreement, year, member, person, kind, event_on, unable_months, unable_days, until_on, reported_by,
                reported_on, decide_by)
             values ($1::text, $2::text, $3::smallint, $4::uuid, $5::bytea, $6::text, $7::date, $8::smallint, $9::smallint,
                     $10::date, $11::text, $12::date, $13::date)`,
      values: [
        ...[claim.claim, claim.cycle.agreement, claim.cycle.year, claim.member, Buffer.from(claim.person, 'hex')],
        ...[claim.kind, claim.eventOn, claim.unableToWork?.months ?? null, claim.unableToWork?.days ?? null],
        ...[claim.untilOn, claim.reportedBy, claim.reportedOn, claim.decideBy],
      ],
    });
    return true;
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === 'claim_event_once' || constraint === 'claim_death_once') return false;
    throw error;
  }
}

interface Decided {
  readonly nth: number;
  readonly by: string;
  readonly on: PlainDate;
  /** The last day there was for it. */
  readonly decideBy: PlainDate;
}

export interface Granted extends Decided {
  readonly amount: Rupiah;
  readonly payBy: PlainDate;
  readonly regulationVersion: string;
  readonly trace: object;
}

export async function insertGrant(tx: WriteTx, claim: ClaimId, grant: Granted): Promise<void> {
  await tx.query({
    name: 'claims.insert_grant',
    text: `insert into claims.decision
             (claim, nth, decision, decided_by, decided_on, decide_by, amount, pay_by, regulation_version, trace)
           values ($1::text, $2::smallint, 'grant', $3::text, $4::date, $5::date, $6::bigint, $7::date, $8::text, $9::jsonb)`,
    values: [
      ...[claim, grant.nth, grant.by, grant.on, grant.decideBy, grant.amount, grant.payBy, grant.regulationVersion],
      JSON.stringify(grant.trace),
    ],
  });
}

export async function insertRefusal(
  tx: WriteTx,
  claim: ClaimId,
  refused: Decided & { readonly ground: RefusalGround },
): Promise<void> {
  await tx.query(
    `insert into claims.decision (claim, nth, decision, decided_by, decided_on, decide_by, ground)
     values ($1::text, $2::smallint, 'refuse', $3::text, $4::date, $5::date, $6::text)`,
    [claim, refused.nth, refused.by, refused.on, refused.decideBy, refused.ground],
  );
  await freeEvent(tx, claim);
}

/** What became of a decision: only one verdict fits each. */
export interface Verdict {
  readonly nth: number;
  readonly verdict: 'approved' | 'returned' | 'refused' | 'withdrawn';
  readonly by: string;
  readonly on: PlainDate;
  readonly decidedBy: string;
  readonly ground?: RefusalGround;
  readonly reason?: string;
}

export async function insertVerdict(tx: WriteTx, claim: ClaimId, given: Verdict): Promise<void> {
  await tx.query({
    name: 'claims.insert_verdict',
    text: `insert into claims.verdict (claim, nth, verdict, given_by, given_on, decided_by, ground, reason)
           values ($1::text, $2::smallint, $3::text, $4::text, $5::date, $6::text, $7::text, $8::text)`,
    values: [
      ...[claim, given.nth, given.verdict, given.by, given.on, given.decidedBy],
      ...[given.ground ?? null, given.reason ?? null],
    ],
  });
  if (given.verdict === 'refused') await freeEvent(tx, claim);
}

export async function insertEnding(
  tx: WriteTx,
  claim: ClaimId,
  ending: { readonly ending: 'withdrawn' | 'lapsed'; by: string | null; on: PlainDate; reason: string | null },
): Promise<void> {
  await tx.query(
    `insert into claims.ending (claim, ending, ended_by, ended_on, reason)
     values ($1::text, $2::text, $3::text, $4::date, $5::text)`,
    [claim, ending.ending, ending.by, ending.on, ending.reason],
  );
  await freeEvent(tx, claim);
}

export interface Payment {
  readonly attempt: number;
  /** Under which the bank knows it. */
  readonly instruction: string;
  readonly amount: Rupiah;
  readonly sentOn: PlainDate;
}

/** Before the bank is asked: from then on it is known that it may have been. */
export async function insertPayment(tx: WriteTx, claim: ClaimId, payment: Payment): Promise<void> {
  await tx.query({
    name: 'claims.insert_payment',
    text: `insert into claims.payment (claim, attempt, instruction, amount, sent_on)
           values ($1::text, $2::smallint, $3::text, $4::bigint, $5::date)`,
    values: [claim, payment.attempt, payment.instruction, payment.amount, payment.sentOn],
  });
}

export async function insertReceipt(
  tx: WriteTx,
  claim: ClaimId,
  receipt: { readonly attempt: number; readonly reference: string; readonly on: PlainDate },
): Promise<void> {
  await tx.query({
    name: 'claims.insert_receipt',
    text: `insert into claims.receipt (claim, attempt, reference, paid_on) values ($1::text, $2::smallint, $3::text, $4::date)`,
    values: [claim, receipt.attempt, receipt.reference, receipt.on],
  });
}

/** The same event may be claimed again. */
async function freeEvent(tx: WriteTx, claim: ClaimId): Promise<void> {
  await tx.query(`update claims.claim set active = false where claim = $1::text`, [claim]);
}
