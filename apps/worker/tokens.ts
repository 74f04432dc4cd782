/** The pool of the role `worker`. */
export const WORKER_POOL = Symbol('WORKER_POOL');
