import { type PlainDate, addDays, dateOf } from '@kerjasama/kernel/plain-date';
import { firstDayOf, nextPeriod, type Period, periodsOf } from '@kerjasama/kernel/period';
import { type RehearsalPlan } from '@kerjasama/rehearsal/plan';
import { actAt, expectAnswer, type StageHand } from '@kerjasama/rehearsal/stage-hand';
import { rehearseBudget } from '@kerjasama/rehearsal/steps/allocate-budget';
import { rehearseEnrolment } from '@kerjasama/rehearsal/steps/enrol-workers';
import { rehearsePayment } from '@kerjasama/rehearsal/steps/pay-month';
import { rehearseAgreement } from '@kerjasama/rehearsal/steps/sign-agreement';
import { type NeglectedYear } from '../neglected-year';

/** The article's money pays for this many months of cover: the addendum of the rehearsed budget says so. */
const MONTHS = 11;

/** A day of the year before cover, when agreement, budget and enrolment are due. */
export function dayBefore({ cycle }: RehearsalPlan, month: number, day: number): PlainDate {
  return dateOf(cycle.year - 1, month, day);
}

/** A day of the year of cover. */
export function dayOf({ cycle }: RehearsalPlan, month: number, day: number): PlainDate {
  return dateOf(cycle.year, month, day);
}

/** The day on which the deadlines of the year before cover have passed. */
export function coverStarts({ firstMonth }: RehearsalPlan): PlainDate {
  return firstDayOf(firstMonth);
}

/** The day on which money of the fiscal year can no longer be paid. */
export function newYear({ cycle }: RehearsalPlan): PlainDate {
  return dateOf(cycle.year + 1, 1, 1);
}

/** A day on which both agencies have had their 30 days to sign what was drafted today. */
export function afterSigning(draftedOn: PlainDate): PlainDate {
  return addDays(draftedOn, 31);
}

/** Up to an agreement in force, with the budget to do on this day. */
export async function untilBudget({ hand, moveTo }: NeglectedYear, on: PlainDate): Promise<void> {
  await rehearseAgreement(hand);
  await moveTo(on);
}

/** Up to an allocated budget, with the roster to submit. */
export async function untilEnrolment(year: NeglectedYear): Promise<PlainDate> {
  const on = dayBefore(year.plan, 12, 1);
  await untilBudget(year, on);
  await rehearseBudget(year.hand, on);
  await year.moveTo(on);
  return on;
}

/** Up to decreed workers, before the first day of cover. */
export async function untilCover(year: NeglectedYear): Promise<void> {
  await rehearseEnrolment(year.hand, await untilEnrolment(year));
}

/** Pays each month of cover on its first day, those of `from` and later. */
export async function payMonths({ hand, moveTo, plan }: NeglectedYear, from: Period, months?: number): Promise<void> {
  const covered = periodsOf({ firstMonth: plan.firstMonth, months: MONTHS }).filter((month) => month >= from);
  for (const month of covered.slice(0, months)) {
    await moveTo(firstDayOf(month));
    await rehearsePayment(hand, month);
  }
}

/** Up to the last month of cover reconciled, with the year to close. */
export async function untilClosing(year: NeglectedYear, from = year.plan.firstMonth): Promise<PlainDate> {
  await payMonths(year, from);
  const closingStarts = firstDayOf(nextPeriod(year.plan.firstMonth, MONTHS));
  await year.moveTo(closingStarts);
  return closingStarts;
}

/** Closes the books without a word about the next year. */
export async function closeBooks({ plan, as }: StageHand): Promise<void> {
  const closed = await as('kemensos-checker').POST('/cycles/{agreement}/{year}/renewal/close-books', {
    params: actAt(plan, 'close-books'),
    body: { minutesNumber: `BA-${plan.cycle.agreement}` },
  });
  expectAnswer('close-books', closed);
}
