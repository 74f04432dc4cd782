import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** How many of the processors are busy, with whatever anybody does on the machine, over so many seconds. */
export async function measureBusy(seconds: number): Promise<number> {
  const before = workedMs();
  const begun = performance.now();
  await pause(seconds * 1000);
  return (workedMs() - before) / (performance.now() - begun);
}

function workedMs(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}
