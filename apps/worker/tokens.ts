/** The pool of the role `worker`. */
export const WORKER_POOL = Symbol('WORKER_POOL');
/** The client by which the worker starts and signals workflows. */
export const TEMPORAL = Symbol('TEMPORAL');
