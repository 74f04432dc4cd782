import { proxyActivities } from '@temporalio/workflow';

export interface BareActivities {
  answer(step: number): Promise<number>;
}

const { answer } = proxyActivities<BareActivities>({ startToCloseTimeout: '1 minute' });

/** Five activities that do nothing, one after another: what the engine itself takes for so many steps. */
export async function passFiveActivities(): Promise<number> {
  let steps = 0;
  for (let step = 1; step <= 5; step += 1) steps += (await answer(step)) > 0 ? 1 : 0;
  return steps;
}
