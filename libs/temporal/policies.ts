import { type ActivityOptions, type LocalActivityOptions } from '@temporalio/workflow';

/*
 * How long the house waits for an activity and how it tries again. Pure data: safe inside the workflow sandbox.
 * Every failure is retried unless the activity itself says `nonRetryable`: an outage ends, and a defect is mended by
 * the next release while `kerjasama stuck` shows it. A policy that gives up would end the year with it (ADR 0051).
 */

/**
 * One short idempotent database write or read, as a local activity: a fifth of an ordinary activity's price.
 * For half a minute it is tried again within the workflow task, while which a rehearsal's clock stands; after that by
 * timers, so that an outage of hours writes few events.
 */
export const RECORD = {
  startToCloseTimeout: '15 seconds',
  localRetryThreshold: '20 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
} as const satisfies LocalActivityOptions;

/** One question to the world outside: its retries are seen in the Temporal UI and in `kerjasama stuck`. */
export const AGENCY_CALL = {
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
} as const satisfies ActivityOptions;

/** Walks many chunks and reports after each; a worker that dies is noticed within the heartbeat's time. */
export const BULK = {
  startToCloseTimeout: '4 hours',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
} as const satisfies ActivityOptions;
