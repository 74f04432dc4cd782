import { type WorkerOptions } from '@temporalio/worker';
import { type TaskQueue } from './task-queues';

type Tuning = Pick<
  WorkerOptions,
  | 'maxCachedWorkflows'
  | 'maxConcurrentActivityTaskExecutions'
  | 'maxConcurrentLocalActivityExecutions'
  | 'maxConcurrentWorkflowTaskExecutions'
  | 'workflowTaskPollerBehavior'
  | 'activityTaskPollerBehavior'
  | 'shutdownGraceTime'
  | 'shutdownForceTime'
>;

/** Tuned by measurement on two cores with many short workflow tasks (ADR 0052). */
export const TUNING: Readonly<Record<TaskQueue, Tuning>> = {
  acts: {
    maxCachedWorkflows: 1000,
    maxConcurrentWorkflowTaskExecutions: 40,
    maxConcurrentLocalActivityExecutions: 40,
    maxConcurrentActivityTaskExecutions: 40,
    workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 10 },
    activityTaskPollerBehavior: { type: 'simple-maximum', maximum: 5 },
    shutdownGraceTime: '20 seconds',
    shutdownForceTime: '30 seconds',
  },
  bulk: {
    // Each walks a partition with COPY streams: two cores have no use for more.
    maxConcurrentActivityTaskExecutions: 4,
    activityTaskPollerBehavior: { type: 'simple-maximum', maximum: 2 },
    shutdownGraceTime: '20 seconds',
    shutdownForceTime: '30 seconds',
  },
};
