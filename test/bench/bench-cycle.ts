import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rehearse } from '@kerjasama/rehearsal/rehearse';
import { connectStack, type StackClient } from '@kerjasama/stack/client';
import { measureCopy } from './measure-copy';
import { peakMemory } from './peak-memory';

/** One whole year at one size, on a stack that had nothing in it. Times in milliseconds of real time, memory in bytes. */
export interface CycleRun {
  readonly size: number;
  readonly copyMs: number;
  /** By stage; `time`: what the year's timers took; `verify`: the auditor's proof; `total`: everything from the first act on. */
  readonly stagesMs: Readonly<Record<string, number>>;
  /** The most that the worker ever held; null where the system does not say (no /proc). */
  readonly workerPeakBytes: number | null;
  readonly largestHistory: number;
}

const SEED = 1;

/** Rehearses a year on a fresh stack in a temporary home, and removes all of it again. Throws when the year does not close. */
export async function benchCycle(size: number, say: (line: string) => void): Promise<CycleRun> {
  const home = mkdtempSync(join(tmpdir(), 'kerjasama-bench-'));
  chmodSync(home, 0o711); // PostgreSQL may run under an account of its own
  const stack = connectStack('rehearsal', { home });
  try {
    say(`${size} members: the stack comes up in ${home}`);
    const status = await stack.up();
    const copyMs = await measureCopy(stack, { size, seed: SEED });
    say(`${size} members: plain COPY ${Math.round(copyMs)} ms; the year begins`);
    const rehearsal = await rehearse(stack, status, { size, seed: SEED, next: false }, () => undefined);
    if (rehearsal.kind !== 'closed-now' || rehearsal.summary.status !== 'closed')
      throw new Error(`The year of ${size} members did not close: its times would mean nothing`);
    const { timingsMs, temporal } = rehearsal.summary;
    say(`${size} members: closed after ${timingsMs['total'] ?? 0} ms`);
    return {
      size,
      copyMs,
      stagesMs: timingsMs,
      workerPeakBytes: await workerPeak(stack),
      largestHistory: temporal.largestHistory,
    };
  } finally {
    await stack.down();
    rmSync(home, { recursive: true, force: true });
  }
}

async function workerPeak(stack: StackClient): Promise<number | null> {
  const status = await stack.status();
  const worker = status?.processes.find(({ name }) => name === 'worker');
  return worker?.pid === undefined ? null : peakMemory(worker.pid);
}
