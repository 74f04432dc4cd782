import { type WorkerOptions } from '@temporalio/worker';
import { type TaskQueue } from './task-queues';

type Tuning = Pick<
  WorkerOptions,
  | 'maxCachedWorkflows'
  | 'maxConcurrentActivityTaskExecutions'
  | 'maxConcurrentLocalActivityExecutions'
  | 'shutdownGraceTime'
  | 'shutdownForceTime'
>;

const SHUTDOWN = { shutdownGraceTime: '20 seconds', shutdownForceTime: '30 seconds' } as const satisfies Tuning;

/**
 * For two cores and many short workflow tasks. Pollers stay as the SDK has them: more, fewer and scaling ones made no
 * difference, the processor does (ADR 0052).
 */
export const TUNING: Readonly<Record<TaskQueue, Tuning>> = {
  acts: {
    // An open claim that falls out of the cache is replayed at its next act.
    maxCachedWorkflows: 1000,
    // Each holds a database connection.
    maxConcurrentLocalActivityExecutions: 20,
    maxConcurrentActivityTaskExecutions: 20,
    ...SHUTDOWN,
  },
  // Each walks a partition with COPY streams: two cores have no use for more.
  bulk: { maxConcurrentActivityTaskExecutions: 4, ...SHUTDOWN },
};
