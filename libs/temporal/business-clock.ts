import { dateInJakarta, type PlainDate } from '@kerjasama/kernel/plain-date';

/**
 * The one clock of the house for everything outside a workflow: who starts workflows, views ("today" as an argument)
 * and the rehearsal driver. Inside a workflow the workflow's own clock counts.
 */
export interface BusinessClock {
  now(): Promise<Date>;
  /** The day it is in Jakarta. */
  today(): Promise<PlainDate>;
  /** Milliseconds that business time is ahead of real time: 0 in production, never negative. */
  offsetMs(): Promise<number>;
}

/** The real time in milliseconds since 1970. Passed as an argument in tests. */
export type RealClock = () => number;

const NO_OFFSET = () => Promise.resolve(0);

/** Real time, and no way to move it. */
export function liveClock(real: RealClock = Date.now): BusinessClock {
  return clockAhead(NO_OFFSET, real);
}

/**
 * Real time plus an offset that is read anew each time, because another process (the rehearsal driver) raises it.
 * @param readOffset milliseconds ahead of real time; from `house.rehearsal_clock`
 */
export function rehearsalClock(readOffset: () => Promise<number>, real: RealClock = Date.now): BusinessClock {
  return clockAhead(readOffset, real);
}

function clockAhead(readOffset: () => Promise<number>, real: RealClock): BusinessClock {
  const offsetMs = async () => {
    const offset = await readOffset();
    if (!Number.isSafeInteger(offset) || offset < 0) throw new RangeError(`Not an offset in milliseconds: ${offset}`);
    return offset;
  };
  const now = async () => new Date(real() + (await offsetMs()));
  return { offsetMs, now, today: async () => dateInJakarta(await now()) };
}
