import { firstDayOf, nextPeriod, type Period } from '@kerjasama/kernel/period';
import { addDays } from '@kerjasama/kernel/plain-date';
import { DAYS_TO_CLOSE } from '@kerjasama/renewal/rules/lifecycle';
import { type PlannedClaim } from '@kerjasama/rehearsal/plan';
import { rehearseClosing } from '@kerjasama/rehearsal/steps/close-year';
import { rehearsePayment } from '@kerjasama/rehearsal/steps/pay-month';
import { rehearseClaims } from '@kerjasama/rehearsal/steps/settle-claims';
import { type NeglectStory } from './before-cover';
import { closeBooks, coverStarts, dayOf, newYear, payMonths, untilClosing, untilCover } from './year-parts';

/** Years whose premium is paid late or never. */
export const PREMIUMS: readonly NeglectStory[] = [
  async function thePremiumIsPaidLate(year) {
    const { firstMonth } = year.plan;
    const late = dayOf(year.plan, 2, 25);
    await untilCover(year);
    await year.moveTo(late);
    await year.sees('premium', 'waits-billed-overdue');
    await rehearsePayment(year.hand, firstMonth);
    await year.moveTo(late);
    await year.sees('premium', 'waits-billed', 'after-overdue');
    const closing = await untilClosing(year, nextPeriod(firstMonth));
    await year.sees('premium', 'closed-reconciled', 'after-overdue');
    await rehearseClosing(year.hand, closing);
  },
  async function nobodyRequestsThePaymentOfTheThirdMonth(year) {
    await untilCover(year);
    await payMonths(year, year.plan.firstMonth, 2);
    await year.moveTo(dayOf(year.plan, 12, 31));
    await year.endsUnattended('premium', { from: 'billed-overdue', on: newYear(year.plan) });
    await year.sees('cycle', 'closed-ended-at-premium');
  },
  async function nobodyOrdersThePayment(year) {
    const { firstMonth } = year.plan;
    await untilCover(year);
    await year.moveTo(coverStarts(year.plan));
    await year.leaves(`order-${firstMonth}`, (hand) => rehearsePayment(hand, firstMonth));
    await year.moveTo(dayOf(year.plan, 2, 25));
    await year.sees('premium', 'waits-requested-overdue');
    await year.endsUnattended('premium', { from: 'requested-overdue', on: newYear(year.plan) });
  },
];

/** Years whose renewal, or whose closing, nobody sees to. */
export const RENEWALS: readonly NeglectStory[] = [
  async function nothingIsDoneAfterTheLastMonth(year) {
    await untilCover(year);
    await untilClosing(year);
    await year.moveTo(dayOf(year.plan, 12, 31));
    await year.sees('renewal', 'waits-open', 'past-last-day');
    await year.endsUnattended('renewal', { from: 'open', on: afterClosing(year) });
    await year.sees('cycle', 'closed-ended-at-renewal');
  },
  async function nobodyEndorsesTheRenewal(year) {
    await untilCover(year);
    const closing = await untilClosing(year);
    await year.leaves('endorse-renewal', (hand) => rehearseClosing(hand, closing));
    await year.endsUnattended('renewal', { from: 'proposed', on: afterClosing(year) });
  },
  async function nobodyClosesTheBooks(year) {
    await untilCover(year);
    const closing = await untilClosing(year);
    await year.leaves('close-books', (hand) => rehearseClosing(hand, closing));
    await year.endsUnattended('renewal', { from: 'endorsed', on: afterClosing(year) });
  },
  async function theBooksAreClosedWithoutRenewal(year) {
    await untilCover(year);
    await untilClosing(year);
    await year.moveTo(dayOf(year.plan, 12, 31));
    await closeBooks(year.hand);
    await year.moveTo(newYear(year.plan));
    await year.sees('renewal', 'closed-closed', 'without-renewal');
  },
  async function theBooksAreClosedWhileAClaimIsOpen(year) {
    const { firstMonth } = year.plan;
    await untilCover(year);
    await payMonths(year, firstMonth, 1);
    await rehearseClaims(year.hand, [openClaim(firstMonth)]);
    await untilClosing(year, nextPeriod(firstMonth));
    await year.moveTo(dayOf(year.plan, 12, 31));
    await closeBooks(year.hand);
    await year.moveTo(newYear(year.plan));
    await year.sees('renewal', 'closed-closed', 'claims-carried-over');
  },
  async function theBooksAreClosedWithoutEndorsement(year) {
    await untilCover(year);
    const closing = await untilClosing(year);
    await year.leaves('endorse-renewal', (hand) => rehearseClosing(hand, closing));
    await year.moveTo(dayOf(year.plan, 12, 31));
    await closeBooks(year.hand);
    await year.moveTo(newYear(year.plan));
    await year.sees('renewal', 'closed-closed', 'without-endorsement');
  },
];

/** A death on the first day of a month, reported and left undecided. */
function openClaim(month: Period): PlannedClaim {
  return {
    reference: '000001',
    row: 1,
    kind: 'death',
    month,
    eventOn: firstDayOf(month),
    unableToWork: null,
    ground: null,
    staysOpen: true,
  };
}

function afterClosing({ plan }: Parameters<NeglectStory>[0]) {
  return addDays(dayOf(plan, 12, 31), DAYS_TO_CLOSE + 1);
}
