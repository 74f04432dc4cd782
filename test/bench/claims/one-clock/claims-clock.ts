import { type CycleRef } from '@kerjasama/kernel/ids';
import { addDays } from '@kerjasama/kernel/plain-date';
import { today, until } from '@kerjasama/temporal/in-workflow/calendar';
import { firstTry, onceThenVisibly } from '@kerjasama/temporal/in-workflow/once-then-visibly';
import { continueAsNew } from '@temporalio/workflow';

export interface ClockActivities {
  /** Records which claims of a cycle are overdue or have lapsed. @returns how many */
  passDeadlines(cycle: CycleRef): Promise<number>;
}

export type ClaimsClock = (cycle: CycleRef) => Promise<never>;

const clock = onceThenVisibly<ClockActivities>('Mencatat batas waktu klaim');

const DAYS_OF_A_RUN = 50;

/** One timer for all claims of a cycle: each day it asks the database which deadlines have passed. */
export async function claimsClock(cycle: CycleRef): Promise<never> {
  for (let day = 0; day < DAYS_OF_A_RUN; day += 1) {
    if ((await firstTry(clock.once.passDeadlines(cycle))) === null) await clock.visibly.passDeadlines(cycle);
    await until(addDays(today(), 1), 'Batas waktu klaim satu siklus');
  }
  return continueAsNew<ClaimsClock>(cycle);
}
