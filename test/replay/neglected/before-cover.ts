import { nextPeriod } from '@kerjasama/kernel/period';
import { actAt, expectAnswer, pathOf, type StageHand } from '@kerjasama/rehearsal/stage-hand';
import { rehearseBudget } from '@kerjasama/rehearsal/steps/allocate-budget';
import { rehearseEnrolment } from '@kerjasama/rehearsal/steps/enrol-workers';
import { rehearseAgreement } from '@kerjasama/rehearsal/steps/sign-agreement';
import { type NeglectedYear } from '../neglected-year';
import { afterSigning, coverStarts, dayBefore, untilBudget, untilEnrolment } from './year-parts';

/** A story of one year that is left to itself at some point. */
export type NeglectStory = (year: NeglectedYear) => Promise<void>;

/** Years whose agreement does not come about. */
export const AGREEMENTS: readonly NeglectStory[] = [
  async function nobodyAcceptsTheText(year) {
    await year.leaves('accept-0', rehearseAgreement);
    await year.endsUnattended('agreement', { from: 'drafted', on: afterSigning(year.plan.bornOn) });
    await year.sees('cycle', 'closed-ended-at-agreement');
  },
  async function nobodySigns(year) {
    await year.leaves('sign-Kemensos-0', rehearseAgreement);
    await year.endsUnattended('agreement', { from: 'text-agreed', on: afterSigning(year.plan.bornOn) });
  },
  async function onlyTheMinistrySigns(year) {
    await year.leaves('sign-BPJSTK-0', rehearseAgreement);
    await year.endsUnattended('agreement', { from: 'signed-by-kemensos', on: afterSigning(year.plan.bornOn) });
  },
  async function onlyTheInsurerSigns(year) {
    await year.leaves('sign-Kemensos-0', rehearseAgreement);
    await signAsInsurer(year.hand);
    await year.sees('agreement', 'waits-signed-by-bpjs-tk');
    await year.endsUnattended('agreement', { from: 'signed-by-bpjs-tk', on: afterSigning(year.plan.bornOn) });
  },
  async function theDraftCannotBePromised(year) {
    const pastTheYear = { ...year.plan, firstMonth: nextPeriod(year.plan.firstMonth, 6) };
    await year.isRefused('BAD_TERMS', (hand) => rehearseAgreement({ ...hand, plan: pastTheYear }));
    await year.moveTo(year.plan.bornOn);
    await year.sees('agreement', 'closed-refused');
    await year.sees('cycle', 'closed-ended-at-agreement', 'draft-refused');
  },
];

/** Years without a budget. */
export const BUDGETS: readonly NeglectStory[] = [
  async function nobodyProposesAnAllocation(year) {
    await untilBudget(year, dayBefore(year.plan, 12, 1));
    await year.endsUnattended('budget', { from: 'open', on: coverStarts(year.plan) });
    await year.sees('cycle', 'closed-ended-at-budget');
  },
  async function theShortBudgetIsLeft(year) {
    await untilBudget(year, dayBefore(year.plan, 12, 1));
    await year.leaves('addendum', (hand) => rehearseBudget(hand, dayBefore(year.plan, 12, 1)));
    await year.endsUnattended('budget', { from: 'short', on: coverStarts(year.plan) });
  },
  async function nobodyAcceptsTheAddendum(year) {
    const { bornOn } = year.plan;
    await untilBudget(year, bornOn);
    await year.leaves('accept-1', (hand) => rehearseBudget(hand, bornOn));
    await year.endsUnattended('addendum', { from: 'drafted', on: afterSigning(bornOn) });
    await year.sees('budget', 'waits-short', 'after-lapsed-addendum');
    const road = 'from-short-after-lapsed-addendum';
    await year.endsUnattended('budget', { from: 'short', on: coverStarts(year.plan), road });
  },
  async function nobodySignsTheAddendumUntilTheBudgetLapses(year) {
    const late = dayBefore(year.plan, 12, 15);
    await untilBudget(year, late);
    await year.leaves('sign-Kemensos-1', (hand) => rehearseBudget(hand, late));
    await year.endsUnattended('addendum', { from: 'text-agreed', on: coverStarts(year.plan) });
    await year.sees('budget', 'closed-lapsed', 'with-addendum');
  },
  async function onlyTheMinistrySignsTheAddendum(year) {
    const { bornOn } = year.plan;
    await untilBudget(year, bornOn);
    await year.leaves('sign-BPJSTK-1', (hand) => rehearseBudget(hand, bornOn));
    await year.endsUnattended('addendum', { from: 'signed-by-kemensos', on: afterSigning(bornOn) });
  },
  async function nobodyProposesAgainAfterTheAddendum(year) {
    const on = dayBefore(year.plan, 12, 1);
    await untilBudget(year, on);
    await year.leaves('allocation-2', (hand) => rehearseBudget(hand, on));
    await year.sees('budget', 'waits-open', 'after-addendum');
    await year.endsUnattended('budget', { from: 'open', on: coverStarts(year.plan), road: 'from-open-after-addendum' });
  },
  async function nobodyApprovesTheAllocation(year) {
    const on = dayBefore(year.plan, 12, 1);
    await untilBudget(year, on);
    await year.leaves('approve-allocation', (hand) => rehearseBudget(hand, on));
    await year.endsUnattended('budget', { from: 'proposed', on: coverStarts(year.plan) });
  },
];

/** Years in which nobody is enrolled. */
export const ENROLMENTS: readonly NeglectStory[] = [
  async function nobodySubmitsARoster(year) {
    await untilEnrolment(year);
    await year.endsUnattended('enrolment', { from: 'awaiting-roster', on: coverStarts(year.plan) });
    await year.sees('cycle', 'closed-ended-at-enrolment');
  },
  async function nobodyDecrees(year) {
    const on = await untilEnrolment(year);
    await year.leaves('decree', (hand) => rehearseEnrolment(hand, on));
    await year.endsUnattended('enrolment', { from: 'awaiting-decree', on: coverStarts(year.plan) });
  },
];

/** Years of a roster with a broken row, which takes at least 373: nobody is enrolled, or the broken row stays out. */
export const FAULTY_ENROLMENTS: readonly NeglectStory[] = [
  async function nobodyCorrectsTheRoster(year) {
    const on = await untilEnrolment(year);
    await year.leaves('roster-2', (hand) => rehearseEnrolment(hand, on));
    await year.endsUnattended('enrolment', { from: 'awaiting-correction', on: coverStarts(year.plan) });
  },
  async function theAcceptedRowsAreDecreedWithoutTheBroken(year) {
    const on = await untilEnrolment(year);
    await year.leaves('roster-2', (hand) => rehearseEnrolment(hand, on));
    await decreeAccepted(year.hand);
    await year.moveTo(on);
    await year.sees('enrolment', 'closed-decreed', 'uncorrected');
    await year.sees('premium', 'waits-before-cover');
  },
];

async function signAsInsurer({ plan, as }: StageHand): Promise<void> {
  const at = actAt(plan, 'sign-BPJSTK-0');
  const signed = await as('bpjs-tk-checker').POST('/cycles/{agreement}/{year}/documents/{document}/sign-agreement', {
    params: { ...at, path: { ...at.path, document: 0 } },
    body: { textSha256: plan.textSha256, number: `${plan.cycle.agreement}/BPJSTK/0` },
  });
  expectAnswer('sign-agreement', signed);
}

async function decreeAccepted({ plan, as }: StageHand): Promise<void> {
  const shown = await as('kemensos-checker').GET('/cycles/{agreement}/{year}', { params: { path: pathOf(plan) } });
  const { rosterRoot, enrolled } = expectAnswer('cycle', shown).enrolment;
  const decreed = await as('kemensos-checker').POST('/cycles/{agreement}/{year}/enrolment/decree-beneficiaries', {
    params: actAt(plan, 'decree'),
    body: { number: `SK-${plan.cycle.agreement}`, rosterRoot: rosterRoot ?? '', workers: enrolled },
  });
  expectAnswer('decree-beneficiaries', decreed);
}
