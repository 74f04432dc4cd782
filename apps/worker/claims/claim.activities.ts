import { type Bank } from '@kerjasama/agencies/bank';
import {
  type ApproveClaim,
  type ClaimActivities,
  type ClaimDecided,
  type ClaimPaid,
  type ClaimPlace,
  type ClaimReported,
  type DecideClaim,
  type ReportClaim,
} from '@kerjasama/claims/contract';
import { countBenefit, decideByOf, isBarred } from '@kerjasama/claims/rules/benefit';
import { judgeGround, type RefusalGround } from '@kerjasama/claims/rules/grounds';
import {
  claimTaken,
  judgeEvent,
  judgeIncapacity,
  judgeSum,
  memberUnknown,
  timeBarred,
} from '@kerjasama/claims/rules/report';
import {
  approveClaim,
  grantClaim,
  insertClaim,
  lapseClaim,
  markClaimPaid,
  markDecisionOverdue,
  markPaymentOverdue,
  refuseClaim,
} from '@kerjasama/claims/store';
import { type ClaimView, findClaim, getClaim } from '@kerjasama/claims/views';
import { type Reads } from '@kerjasama/database/pool';
import { findMember, getMember } from '@kerjasama/enrolment/views/members';
import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { fourEyes } from '@kerjasama/identity/four-eyes';
import { type Recorded } from '@kerjasama/journal/record';
import { type WriteTx } from '@kerjasama/journal/tx';
import { type Json } from '@kerjasama/kernel/json';
import { periodOf } from '@kerjasama/kernel/period';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome, type Refusal } from '@kerjasama/kernel/refusal';
import { NO_RUPIAH, type Rupiah, toDecimal } from '@kerjasama/kernel/rupiah';
import { countPaidMonths } from '@kerjasama/premium/views';
import { Activity } from '@kerjasama/temporal/activities';
import { Inject, Injectable } from '@nestjs/common';
import { ActRecorder, recordedRefusal } from '../act-recorder';
import { BANK } from '../agencies';
import { WORKER_POOL } from '../tokens';

type Decision = Recorded<Outcome<ClaimDecided>> | Refusal;

/** What the claims stage writes, and what it asks of the bank. The law of the day of the event is applied here. */
@Injectable()
export class ClaimRecords implements ClaimActivities {
  constructor(
    private readonly recorder: ActRecorder,
    @Inject(WORKER_POOL) private readonly reads: Reads,
    @Inject(BANK) private readonly bank: Bank,
  ) {}

  /** A start cannot be rejected like an update, so a refused report is recorded, and its workflow ends. */
  @Activity('acts')
  recordReportedClaim(place: ClaimPlace, act: SignedAct<ReportClaim>): Promise<Outcome<ClaimReported>> {
    const { claim, on } = place;
    const { member, kind, eventOn } = act.input;
    return this.recorder.officer(place, 'report-claim', act, place.cycle.agreement, async (tx) => {
      const decideBy = await judgeReport(tx, place, act.input);
      if (decideBy.refused) return recordedRefusal(place, 'report-claim', decideBy);
      const report = { report: act.input, reportedBy: act.ticket.subject, on, decideBy: decideBy.value };
      if (!(await insertClaim(tx, place.cycle, report))) {
        const taken = claimTaken((await findClaim(tx, claim)) ? 'number' : 'death');
        return recordedRefusal(place, 'report-claim', taken);
      }
      return {
        act: 'claim-reported',
        payload: { claim, member, kind, eventOn, decideBy: decideBy.value },
        result: accept({ claim, status: 'reported', decideBy: decideBy.value }),
      };
    });
  }

  @Activity('acts')
  recordDecidedClaim(place: ClaimPlace, act: SignedAct<DecideClaim>): Promise<Outcome<ClaimDecided>> {
    const { input, ticket } = act;
    return this.recorder.officer(place, 'decide-claim', act, place.cycle.agreement, async (tx) => {
      const claim = await getClaim(tx, place.claim);
      return input.decision === 'refuse'
        ? refused(tx, place, claim, ticket.subject, input.ground)
        : granted(tx, place, claim, ticket.subject);
    });
  }

  @Activity('acts')
  recordApprovedClaim(place: ClaimPlace, act: SignedAct<ApproveClaim>): Promise<Outcome<ClaimDecided>> {
    const { claim, on } = place;
    const by = act.ticket.subject;
    return this.recorder.officer(place, 'approve-claim', act, place.cycle.agreement, async (tx) => {
      const { amount, payBy, decided } = withSum(await getClaim(tx, claim));
      const refusal = fourEyes(decided?.by ?? null, by) ?? judgeSum(amount, act.input.amount);
      if (refusal) return refusal;
      await approveClaim(tx, claim, by, on);
      return {
        act: 'claim-approved',
        payload: { claim, amount: toDecimal(amount) },
        result: accept({ claim, status: 'approved', amount, payBy }),
      };
    });
  }

  @Activity('acts')
  async payClaim(place: ClaimPlace): Promise<ClaimPaid> {
    const { claim, on } = place;
    const { member, amount } = withSum(await getClaim(this.reads, claim));
    const { reference } = await this.bank.payBenefit({ claim, member, amount });
    return this.recorder.house(place, 'pay', place.cycle.agreement, async (tx) => {
      await markClaimPaid(tx, claim, reference, on);
      return {
        act: 'claim-paid',
        payload: { claim, amount: toDecimal(amount), reference },
        result: { claim, amount, reference },
      };
    });
  }

  @Activity('acts')
  async recordOverdueClaim(place: ClaimPlace, status: 'reported' | 'granted', due: PlainDate): Promise<void> {
    const { claim, on } = place;
    await this.recorder.house(place, `overdue/${status}`, place.cycle.agreement, async (tx) => {
      await (status === 'reported' ? markDecisionOverdue : markPaymentOverdue)(tx, claim, on);
      return { act: 'claim-overdue', payload: { claim, status, due }, result: null };
    });
  }

  @Activity('acts')
  async recordLapsedClaim(place: ClaimPlace, status: 'reported' | 'granted'): Promise<void> {
    const { claim } = place;
    await this.recorder.house(place, 'lapse', place.cycle.agreement, async (tx) => {
      await lapseClaim(tx, claim);
      return { act: 'claim-lapsed', payload: { claim, status }, result: null };
    });
  }
}

/** @returns the last day to decide the claim */
async function judgeReport(tx: Reads, { cycle, on }: ClaimPlace, report: ReportClaim): Promise<Outcome<PlainDate>> {
  const { kind, eventOn, unableToWork } = report;
  const member = await findMember(tx, cycle, report.member);
  if (!member?.decreed) return memberUnknown();
  const refusal = judgeEvent(eventOn, on, member.coverage) ?? judgeIncapacity(kind, unableToWork);
  if (refusal) return refusal;
  const barred = isBarred(kind, eventOn, on);
  if (barred.refused) return barred;
  return barred.value ? timeBarred(eventOn) : decideByOf(on);
}

async function refused(
  tx: WriteTx,
  { claim, on }: ClaimPlace,
  { kind }: ClaimView,
  by: string,
  ground: RefusalGround,
): Promise<Decision> {
  const refusal = judgeGround(kind, ground);
  if (refusal) return refusal;
  await refuseClaim(tx, claim, { by, on, ground });
  return {
    act: 'claim-refused',
    payload: { claim, ground },
    result: accept({ claim, status: 'refused', amount: NO_RUPIAH, payBy: null }),
  };
}

async function granted(
  tx: WriteTx,
  { cycle, claim, on }: ClaimPlace,
  { member, kind, eventOn, unableToWork }: ClaimView,
  by: string,
): Promise<Decision> {
  const { coverage } = await getMember(tx, cycle, member);
  const paidMonths = await countPaidMonths(tx, cycle, periodOf(eventOn));
  const benefit = countBenefit({ kind, eventOn, unableToWork, coverage, paidMonths }, on);
  if (benefit.refused) return benefit;
  const { amount, payBy, trace } = benefit.value;
  const { version: regulationVersion } = trace;
  await grantClaim(tx, claim, { by, on, amount, payBy, regulationVersion, trace });
  return {
    act: 'claim-granted',
    payload: { claim, amount: toDecimal(amount), payBy, regulationVersion, trace: toJson(trace) },
    result: accept({ claim, status: 'granted', amount, payBy }),
  };
}

function withSum(claim: ClaimView): ClaimView & { readonly amount: Rupiah; readonly payBy: PlainDate } {
  const { amount, payBy } = claim;
  if (amount === null || payBy === null) throw new Error(`The claim ${claim.claim} is not granted`);
  return { ...claim, amount, payBy };
}

/** A trace as the journal's bytes take it: plain JSON. */
function toJson(trace: object): Json {
  return JSON.parse(JSON.stringify(trace)) as Json;
}
