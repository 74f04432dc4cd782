import { agreementWorkflowId, SIGN_AGREEMENT, type SignAgreement } from '@kerjasama/agreement/contract';
import { ALLOCATE_BUDGET, type AllocateBudget, budgetWorkflowId } from '@kerjasama/budget/contract';
import { type CycleClosed, type CycleStage, type RunAnnualCycleInput } from '@kerjasama/cycle/contract';
import { ENROL_WORKERS, enrolmentWorkflowId, type EnrolWorkers } from '@kerjasama/enrolment/contract';
import { type FiscalYear, firstDayOfCover } from '@kerjasama/kernel/period';
import { addDays, dateOf, type PlainDate } from '@kerjasama/kernel/plain-date';
import { PAY_PREMIUM, type PayPremium, premiumWorkflowId } from '@kerjasama/premium/contract';
import { RENEW_AGREEMENT, type RenewAgreement, renewalWorkflowId } from '@kerjasama/renewal/contract';
import { today } from '@kerjasama/temporal/in-workflow/calendar';
import { executeChild } from '@temporalio/workflow';
import { CycleStory } from './cycle-story';

const DAYS_TO_SIGN = 30;

/** One year of one agreement, from the first draft to the closed books. Each stage is a child; acts go to the child. */
export async function runAnnualCycle({ cycle, draft }: RunAnnualCycleInput): Promise<CycleClosed> {
  const story = new CycleStory(cycle);
  const endedAt = (stage: CycleStage) => story.end({ outcome: `ended-at-${stage}`, closedOn: today() });

  const agreement = await story.run('agreement', agreementWorkflowId(cycle), (options) =>
    executeChild<SignAgreement>(SIGN_AGREEMENT, {
      ...options,
      args: [{ cycle, document: 0, daysToSign: DAYS_TO_SIGN, draft }],
    }),
  );
  if (agreement.outcome !== 'in-force' || agreement.terms === null) return endedAt('agreement');
  const agreed = agreement.terms;
  const dayBeforeCover = addDays(firstDayOfCover(agreed.coverage), -1);

  const budget = await story.run('budget', budgetWorkflowId(cycle), (options) =>
    executeChild<AllocateBudget>(ALLOCATE_BUDGET, {
      ...options,
      args: [{ cycle, terms: agreed, allocateBy: dayBeforeCover }],
    }),
  );
  if (budget.outcome !== 'allocated' || budget.allocation === null) return endedAt('budget');
  const { terms, allocation } = budget;

  const enrolment = await story.run('enrolment', enrolmentWorkflowId(cycle), (options) =>
    executeChild<EnrolWorkers>(ENROL_WORKERS, {
      ...options,
      args: [{ cycle, workers: terms.workers, coverage: terms.coverage, decreeBy: dayBeforeCover }],
    }),
  );
  if (enrolment.outcome !== 'decreed' || enrolment.decree === null) return endedAt('enrolment');
  const { enrolled: heads, rosterRoot } = enrolment.decree;

  const { fiscalYear } = terms;
  const premium = await story.run('premium', premiumWorkflowId(cycle), (options) =>
    executeChild<PayPremium>(PAY_PREMIUM, {
      ...options,
      args: [{ cycle, coverage: terms.coverage, fiscalYear, heads, rosterRoot, allocated: allocation.needed }],
    }),
  );
  if (premium.outcome !== 'reconciled') return endedAt('premium');

  const renewal = await story.run('renewal', renewalWorkflowId(cycle), (options) =>
    executeChild<RenewAgreement>(RENEW_AGREEMENT, {
      ...options,
      args: [{ cycle, terms, closeOn: lastDayOf(fiscalYear) }],
    }),
  );
  return renewal.outcome === 'closed' ? story.end({ outcome: 'closed', closedOn: today() }) : endedAt('renewal');
}

/** The fiscal year is the calendar year (UU 17/2003; domain, section 7). */
function lastDayOf(fiscalYear: FiscalYear): PlainDate {
  return dateOf(fiscalYear, 12, 31);
}
