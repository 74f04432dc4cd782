import { assertNever } from '@kerjasama/kernel/assert-never';
import { type Coverage, firstDayOfCover, lastDayOfCover } from '@kerjasama/kernel/period';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome } from '@kerjasama/kernel/refusal';
import { type Rupiah } from '@kerjasama/kernel/rupiah';
import { type Benefit, type Calculated } from '@kerjasama/regulation/benefit';
import { deadlineOf } from '@kerjasama/regulation/deadline';
import { jkkDeath } from '@kerjasama/regulation/jkk-death';
import { jkkStmb } from '@kerjasama/regulation/jkk-stmb';
import { jkmDeath } from '@kerjasama/regulation/jkm-death';
import { isTimeBarred } from '@kerjasama/regulation/limitation';
import { type Trace } from '@kerjasama/regulation/worksheet';
import { type ClaimKind } from './lifecycle';

/** W of band 1, in which the state insures (domain, sections 1.2 and 2.1). */
const WAGE_BASE = 1_000_000;

/** What the sum of a claim depends on. */
export interface ClaimFacts {
  readonly kind: ClaimKind;
  readonly eventOn: PlainDate;
  readonly unableToWork: { readonly months: number; readonly days: number } | null;
  readonly coverage: Coverage;
  /** Months of cover up to the event whose contribution the insurer has received. */
  readonly paidMonths: number;
}

export interface GrantedBenefit {
  readonly amount: Rupiah;
  /** The last day to pay: 7 working days for JKK, 3 for JKM, after the decision. */
  readonly payBy: PlainDate;
  readonly trace: Trace;
}

/** The benefit under the version of the day of the event, and the day by which it is paid. Refuses what the law has no rule for. */
export function countBenefit(facts: ClaimFacts, decidedOn: PlainDate): Outcome<GrantedBenefit> {
  const benefit = benefitOf(facts);
  if (benefit.refused) return benefit;
  const clock = facts.kind === 'death' ? 'JKM_PAYMENT' : 'JKK_PAYMENT';
  const due = deadlineOf({ clock, startOn: decidedOn });
  if (due.refused) return due;
  const { total, trace } = benefit.value;
  return accept({ amount: total, payBy: dayOf(due.value), trace });
}

/** Children are not known to this stage yet: the scholarship is a right beside the sum, never inside it (convention 8). */
function benefitOf({ kind, eventOn, unableToWork, coverage, paidMonths }: ClaimFacts): Calculated<Benefit> {
  switch (kind) {
    case 'work-accident':
      return jkkStmb({ eventDate: eventOn, wageBase: WAGE_BASE, ...(unableToWork ?? { months: 0, days: 0 }) });
    case 'accident-death':
      return jkkDeath({ eventDate: eventOn, wageBase: WAGE_BASE, children: 0 });
    case 'death': {
      const covers = [{ from: firstDayOfCover(coverage), to: lastDayOfCover(coverage) }];
      return jkmDeath({ eventDate: eventOn, tenure: { covers }, contributionMonths: paidMonths, children: 0 });
    }
    default:
      return assertNever(kind);
  }
}

/**
 * The last day to decide: 30 days after the report (PP 49/2023 Pasal 25A, which speaks of suspected accidents). No
 * source gives a clock for deciding a death; the house holds itself to the same one (ADR 0072).
 */
export function decideByOf(reportedOn: PlainDate): Outcome<PlainDate> {
  const clock = deadlineOf({ clock: 'SUSPECTED_DECISION', startOn: reportedOn });
  return clock.refused ? clock : accept(dayOf(clock.value));
}

/** Whether the right to claim has run out on the day of the report. */
export function isBarred(kind: ClaimKind, eventOn: PlainDate, reportedOn: PlainDate): Outcome<boolean> {
  const program = kind === 'death' ? 'JKM' : 'JKK';
  const answer = isTimeBarred({ program, cause: 'ACCIDENT', eventOn, claimOn: reportedOn });
  return answer.refused ? answer : accept(answer.value.timeBarred);
}

function dayOf({ deadline }: { readonly deadline?: PlainDate }): PlainDate {
  if (deadline === undefined) throw new Error('This clock counts days');
  return deadline;
}
