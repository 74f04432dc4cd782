import { type WriteTx } from '@kerjasama/journal/tx';
import { type ClaimId, type CycleRef } from '@kerjasama/kernel/ids';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Rupiah } from '@kerjasama/kernel/rupiah';
import { type ReportClaim } from './contract';
import { type RefusalGround } from './rules/grounds';

interface NewClaim {
  readonly report: ReportClaim;
  readonly reportedBy: string;
  readonly on: PlainDate;
  readonly decideBy: PlainDate;
}

/** @returns false when the number stands already, or the member's death is claimed already */
export async function insertClaim(tx: WriteTx, cycle: CycleRef, claim: NewClaim): Promise<boolean> {
  const { report, reportedBy, on, decideBy } = claim;
  const { rowCount } = await tx.query(
    `insert into claims.claim
       (claim, agreement, year, member, kind, event_on, unable_months, unable_days, reported_by, reported_on, decide_by, status)
     values ($1::text, $2::text, $3::smallint, $4::uuid, $5::text, $6::date, $7::smallint, $8::smallint, $9::text, $10::date,
             $11::date, 'reported')
     on conflict do nothing`,
    [
      report.claim,
      cycle.agreement,
      cycle.year,
      report.member,
      report.kind,
      report.eventOn,
      report.unableToWork?.months ?? null,
      report.unableToWork?.days ?? null,
      reportedBy,
      on,
      decideBy,
    ],
  );
  return rowCount === 1;
}

interface Grant {
  readonly by: string;
  readonly on: PlainDate;
  readonly amount: Rupiah;
  readonly payBy: PlainDate;
  readonly regulationVersion: string;
  readonly trace: object;
}

export async function grantClaim(tx: WriteTx, claim: ClaimId, grant: Grant): Promise<void> {
  await change(
    tx,
    `update claims.claim
        set status = 'granted', decision = 'grant', decided_by = $2::text, decided_on = $3::date, amount = $4::bigint,
            pay_by = $5::date, regulation_version = $6::text, trace = $7::jsonb
      where claim = $1::text and status = 'reported'`,
    claim,
    [grant.by, grant.on, grant.amount, grant.payBy, grant.regulationVersion, JSON.stringify(grant.trace)],
  );
}

export async function refuseClaim(
  tx: WriteTx,
  claim: ClaimId,
  refused: { readonly by: string; readonly on: PlainDate; readonly ground: RefusalGround },
): Promise<void> {
  await change(
    tx,
    `update claims.claim
        set status = 'refused', decision = 'refuse', decided_by = $2::text, decided_on = $3::date, ground = $4::text
      where claim = $1::text and status = 'reported'`,
    claim,
    [refused.by, refused.on, refused.ground],
  );
}

export async function approveClaim(tx: WriteTx, claim: ClaimId, by: string, on: PlainDate): Promise<void> {
  await change(
    tx,
    `update claims.claim set status = 'approved', approved_by = $2::text, approved_on = $3::date
      where claim = $1::text and status = 'granted'`,
    claim,
    [by, on],
  );
}

export async function markClaimPaid(tx: WriteTx, claim: ClaimId, reference: string, on: PlainDate): Promise<void> {
  await change(
    tx,
    `update claims.claim set status = 'paid', reference = $2::text, paid_on = $3::date
      where claim = $1::text and status = 'approved'`,
    claim,
    [reference, on],
  );
}

/** An act that was being taken when the day passed may have moved the claim on: the day is missed all the same. */
export async function markDecisionOverdue(tx: WriteTx, claim: ClaimId, on: PlainDate): Promise<void> {
  await change(tx, `update claims.claim set decision_overdue_on = $2::date where claim = $1::text`, claim, [on]);
}

export async function markPaymentOverdue(tx: WriteTx, claim: ClaimId, on: PlainDate): Promise<void> {
  await change(tx, `update claims.claim set payment_overdue_on = $2::date where claim = $1::text`, claim, [on]);
}

export async function lapseClaim(tx: WriteTx, claim: ClaimId): Promise<void> {
  await change(
    tx,
    `update claims.claim set status = 'lapsed' where claim = $1::text and status in ('reported', 'granted')`,
    claim,
    [],
  );
}

/** One step of one claim. A claim that is not where the step begins is a defect and throws. */
async function change(tx: WriteTx, text: string, claim: ClaimId, values: readonly unknown[]): Promise<void> {
  const { rowCount } = await tx.query(text, [claim, ...values]);
  if (rowCount !== 1) throw new Error(`The claim ${claim} is not at this step`);
}
