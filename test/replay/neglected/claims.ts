import { claimId } from '@kerjasama/kernel/ids';
import { firstDayOf, nextPeriod } from '@kerjasama/kernel/period';
import { addDays, addMonths } from '@kerjasama/kernel/plain-date';
import { type PlannedClaim } from '@kerjasama/rehearsal/plan';
import { rehearseClaims } from '@kerjasama/rehearsal/steps/settle-claims';
import { type NeglectedYear } from '../neglected-year';
import { ofClaim, type Recordable } from '../recorder';
import { type NeglectStory } from './before-cover';
import { closeBooks, dayOf, newYear, payMonths, untilClosing, untilCover } from './year-parts';

/** What the claim's workflow allows: after these months a claim that nobody decided or approved lapses. */
const MONTHS_TO_SETTLE = 60;

/** A year that closes with claims that nobody settles, while others are settled late. */
export const CLAIMS: readonly NeglectStory[] = [
  async function claimsAreLeftUnsettled(year) {
    const { firstMonth } = year.plan;
    const [undecided, unapproved] = [accident(year, 1), accident(year, 2)];
    const [decidedLate, approvedLate] = [accident(year, 3), accident(year, 4)];
    const refusedLate: PlannedClaim = { ...accident(year, 5), ground: 'ABLE_TO_WORK' };
    const uncovered: PlannedClaim = { ...accident(year, 6), eventOn: addDays(firstDayOf(firstMonth), -5) };
    const settle = (claim: PlannedClaim) => rehearseClaims(year.hand, [claim]);
    const report = (claim: PlannedClaim) => settle({ ...claim, staysOpen: true });

    await untilCover(year);
    await payMonths(year, firstMonth, 1);
    const reportedOn = dayOf(year.plan, 1, 20);
    await year.moveTo(reportedOn);
    for (const claim of [undecided, decidedLate, refusedLate]) await report(claim);
    for (const claim of [unapproved, approvedLate])
      await year.leaves(`approve-${claim.reference}`, () => settle(claim));
    await year.isRefused('NOT_COVERED_ON_EVENT_DATE', () => report(uncovered));

    await payMonths(year, nextPeriod(firstMonth), 3);
    await year.sees(recordable(year, uncovered), 'closed-not-accepted');
    await year.sees(recordable(year, undecided), 'waits-reported-overdue');
    await year.sees(recordable(year, unapproved), 'waits-granted-overdue');
    for (const claim of [decidedLate, approvedLate, refusedLate]) await settle(claim);
    await year.moveTo(dayOf(year.plan, 4, 2));
    await year.sees(recordable(year, decidedLate), 'closed-paid', 'decided-overdue');
    await year.sees(recordable(year, approvedLate), 'closed-paid', 'approved-overdue');
    await year.sees(recordable(year, refusedLate), 'closed-refused', 'overdue');

    await untilClosing(year, nextPeriod(firstMonth, 4));
    await year.moveTo(dayOf(year.plan, 12, 31));
    await closeBooks(year.hand);
    await year.moveTo(newYear(year.plan));
    await year.sees('renewal', 'closed-closed', 'claims-carried-over');

    const lapsedOn = addDays(addMonths(reportedOn, MONTHS_TO_SETTLE), 1);
    await year.endsUnattended(recordable(year, undecided), { from: 'reported-overdue', on: lapsedOn });
    await year.sees(recordable(year, unapproved), 'closed-lapsed', 'from-granted');
  },
];

/** A work accident of the first days of January; each has its own member. */
function accident({ plan }: NeglectedYear, nth: number): PlannedClaim {
  return {
    reference: String(nth).padStart(6, '0'),
    row: nth,
    kind: 'work-accident',
    month: plan.firstMonth,
    eventOn: addDays(firstDayOf(plan.firstMonth), nth),
    unableToWork: { months: 0, days: 5 },
    ground: null,
    staysOpen: false,
  };
}

function recordable({ plan }: NeglectedYear, { reference }: PlannedClaim): Recordable {
  return ofClaim(claimId(`${plan.cycle.agreement}.${plan.cycle.year}.${reference}`));
}
