/** The pool of the role `hands`. */
export const HANDS_POOL = Symbol('HANDS_POOL');
