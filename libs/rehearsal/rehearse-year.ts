import { firstDayOf, nextPeriod, periodsOf } from '@kerjasama/kernel/period';
import { addDays, dateOf } from '@kerjasama/kernel/plain-date';
import { planClaims, REPORT_DAY } from './plan';
import { type RehearsedStage, type StageHand } from './stage-hand';
import { rehearseBudget, type RefusedBudget } from './steps/allocate-budget';
import { rehearseClosing } from './steps/close-year';
import { type RehearsedEnrolment, rehearseEnrolment } from './steps/enrol-workers';
import { rehearsePayment } from './steps/pay-month';
import { rehearseClaims } from './steps/settle-claims';
import { rehearseAgreement } from './steps/sign-agreement';

/** What only the run itself saw; everything else is read from the API afterwards. Times in milliseconds of real time. */
export interface RehearsedYear {
  readonly budget: RefusedBudget;
  readonly enrolment: RehearsedEnrolment;
  readonly timingsMs: Readonly<Record<RehearsedStage | 'time', number>>;
}

const BUDGET_MONTH = 12;
const BUDGET_DAY = 1;
const ROSTER_DAY = 10;

/**
 * One whole year as its people would live it, from the draft to the closed books. Every act carries a key of its own, so
 * a run that was cut off is simply run again: what was done is answered as the first time.
 */
export async function rehearseYear(hand: StageHand): Promise<RehearsedYear> {
  const { plan } = hand;
  const watch = stopwatch();
  const moveTo = (day: Parameters<StageHand['moveTo']>[0]) => watch('time', () => hand.moveTo(day));
  const within = { ...hand, moveTo };

  await moveTo(plan.bornOn);
  await watch('agreement', () => rehearseAgreement(within));
  const budgetDay = dateOf(plan.cycle.year - 1, BUDGET_MONTH, BUDGET_DAY);
  await moveTo(budgetDay);
  const { refused, months } = await watch('budget', () => rehearseBudget(within, budgetDay));
  const rosterDay = dateOf(plan.cycle.year - 1, BUDGET_MONTH, ROSTER_DAY);
  await moveTo(rosterDay);
  const enrolment = await watch('enrolment', () => rehearseEnrolment(within, rosterDay));

  const claims = planClaims(plan, months);
  const covered = periodsOf({ firstMonth: plan.firstMonth, months });
  for (const [nth, month] of covered.entries()) {
    await moveTo(firstDayOf(month));
    await watch('premium', () => rehearsePayment(within, month));
    await moveTo(addDays(firstDayOf(month), REPORT_DAY - 1));
    await watch('claims', () =>
      rehearseClaims(
        within,
        claims.filter((claim) => claim.month === month),
      ),
    );
    hand.tell({ kind: 'count', stage: 'claims', done: nth + 1, total: covered.length });
  }
  const closingStarts = firstDayOf(nextPeriod(plan.firstMonth, months));
  await moveTo(closingStarts);
  await watch('renewal', () => rehearseClosing(within, closingStarts));
  // The parent's last step: it catches up with its last child and ends.
  await moveTo(dateOf(plan.cycle.year, 12, 31));
  return { budget: refused, enrolment, timingsMs: watch.times() };
}

type Timed = RehearsedStage | 'time';

interface Stopwatch {
  <T>(stage: Timed, work: () => Promise<T>): Promise<T>;
  times(): Record<Timed, number>;
}

/** Sums what each stage takes. Time that passes within a stage counts as time, not as the stage. */
function stopwatch(): Stopwatch {
  const spent = { agreement: 0, budget: 0, enrolment: 0, premium: 0, claims: 0, renewal: 0, time: 0 };
  const watch = async <T>(stage: Timed, work: () => Promise<T>): Promise<T> => {
    const [begun, passed] = [performance.now(), spent.time];
    const value = await work();
    spent[stage] += performance.now() - begun - (stage === 'time' ? 0 : spent.time - passed);
    return value;
  };
  const times = () => mapRounded(spent);
  return Object.assign(watch, { times });
}

function mapRounded(spent: Record<Timed, number>): Record<Timed, number> {
  const entries = Object.entries(spent).map(([stage, ms]) => [stage, Math.round(ms)]);
  return Object.fromEntries(entries) as Record<Timed, number>;
}
