import { setTimeout as pause } from 'node:timers/promises';

/** How work comes: so much of it in flight, and a pause between the acts of one piece. */
export interface Pace {
  readonly inFlight: number;
  readonly pauseMs: number;
}

/** Does `count` pieces of work, each lane one after another; with pauses the lanes begin spread over two of them, as people would. */
export async function inLanes<T>(
  count: number,
  { inFlight, pauseMs }: Pace,
  work: (nth: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const lane = async (nthLane: number): Promise<void> => {
    await pause((nthLane * 2 * pauseMs) / inFlight);
    for (let nth = next++; nth < count; nth = next++) results.push(await work(nth));
  };
  await Promise.all(Array.from({ length: Math.min(inFlight, count) }, (_, nthLane) => lane(nthLane)));
  return results;
}
