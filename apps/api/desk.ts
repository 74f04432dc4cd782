/** The one `DeskDeps` record of the process. */
export const DESK = Symbol('DESK');
