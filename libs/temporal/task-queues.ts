/** `acts`: workflows and everything a person waits for. `bulk`: activities that walk a whole roster. Safe in the sandbox. */
export type TaskQueue = 'acts' | 'bulk';

export const ACTS_QUEUE = 'acts' satisfies TaskQueue;
export const BULK_QUEUE = 'bulk' satisfies TaskQueue;
