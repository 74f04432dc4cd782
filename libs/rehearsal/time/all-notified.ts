import { setTimeout as pause } from 'node:timers/promises';
import { oldestBehind } from '@kerjasama/act/notifications';
import { type Reads } from '@kerjasama/database/pool';

const LOOK_AGAIN_MS = 20;

/** Waits until every workflow was notified of every act. @throws when patience ends */
export async function untilAllNotified(db: Reads, patienceMs: number): Promise<void> {
  const patienceEnds = performance.now() + patienceMs;
  while ((await oldestBehind(db)) !== null) {
    if (performance.now() > patienceEnds) throw new Error('Time does not pass: a workflow is not notified of its acts');
    await pause(LOOK_AGAIN_MS);
  }
}
