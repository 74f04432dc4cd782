/** The content store of uploaded rosters. */
export const CONTENT = Symbol('CONTENT');
/** The keys under which rows are sealed and digested. */
export const ROSTER_KEYS = Symbol('ROSTER_KEYS');
