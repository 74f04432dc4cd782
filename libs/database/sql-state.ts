import { DatabaseError } from 'pg';

/** The SQLSTATE codes that the house acts on. */
export const SQL_STATE = {
  serializationFailure: '40001',
  deadlockDetected: '40P01',
  uniqueViolation: '23505',
  checkViolation: '23514',
  insufficientPrivilege: '42501',
} as const;

/** Whether the same transaction may succeed when it is simply run again. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return false;
  return error.code === SQL_STATE.serializationFailure || error.code === SQL_STATE.deadlockDetected;
}

/** The constraint that refused a row, so that a store can turn it into a refusal by name; undefined for any other error. */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof DatabaseError)) return undefined;
  const violated = error.code === SQL_STATE.uniqueViolation || error.code === SQL_STATE.checkViolation;
  return violated ? error.constraint : undefined;
}
