import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, type ProcessIdentity, signalProcess } from './process-identity';

/** A signal and how long the process has to act on it before the next, ruder one. */
export interface EndingStep {
  readonly signal: NodeJS.Signals;
  readonly patienceMs: number;
}

export const POLITELY: readonly EndingStep[] = [
  { signal: 'SIGTERM', patienceMs: 15_000 },
  { signal: 'SIGKILL', patienceMs: 5_000 },
];

/** Ends a process step by step. False when it outlived even the last step (a process stuck in the kernel). */
export async function endProcess(identity: ProcessIdentity, steps: readonly EndingStep[] = POLITELY): Promise<boolean> {
  for (const step of steps) {
    if (!signalProcess(identity, step.signal)) return true;
    if (await isGoneWithin(identity, step.patienceMs)) return true;
  }
  return false;
}

export async function isGoneWithin(identity: ProcessIdentity, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (isRunning(identity)) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}
