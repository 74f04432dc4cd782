import { DatabaseError } from 'pg';

/** The SQLSTATE codes that are acted on. */
export const SQL_STATE = {
  serializationFailure: '40001',
  deadlockDetected: '40P01',
  lockNotAvailable: '55P03',
  uniqueViolation: '23505',
  exclusionViolation: '23P01',
  checkViolation: '23514',
  insufficientPrivilege: '42501',
} as const;

/** Whether the same transaction may succeed when it is simply run again. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return false;
  const { code } = error;
  const { serializationFailure, deadlockDetected, lockNotAvailable } = SQL_STATE;
  return code === serializationFailure || code === deadlockDetected || code === lockNotAvailable;
}

/** The constraint that refused a row, so that a store can turn it into a refusal by name; undefined for any other error. */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof DatabaseError)) return undefined;
  const { code } = error;
  const { uniqueViolation, checkViolation, exclusionViolation } = SQL_STATE;
  const violated = code === uniqueViolation || code === checkViolation || code === exclusionViolation;
  return violated ? error.constraint : undefined;
}
