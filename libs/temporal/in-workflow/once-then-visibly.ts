import { type ActivityFunction } from '@temporalio/common';
import { isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import { AGENCY_CALL, RECORD } from '../policies';

/** The same activities twice. */
export interface OnceThenVisibly<T> {
  /** Tried once within the workflow task, at a fifth of the price. */
  readonly once: T;
  /** Tried again as ordinary activities, for as long as it takes, where operators see them (`kerjasama stuck`, Temporal UI). */
  readonly visibly: T;
}

/** @param summary what operators read beside an activity that is tried again */
export function onceThenVisibly<T extends { readonly [Name in keyof T]: ActivityFunction }>(
  summary: string,
): OnceThenVisibly<T> {
  const once: unknown = proxyLocalActivities({ ...RECORD, retry: { maximumAttempts: 1 } });
  const visibly: unknown = proxyActivities({ ...AGENCY_CALL, summary });
  return { once: once as T, visibly: visibly as T };
}

/** The first try's answer; null when it failed and has to be tried again visibly. */
export async function firstTry<Answer>(trying: Promise<Answer>): Promise<Answer | null> {
  try {
    return await trying;
  } catch (error) {
    if (isCancellation(error)) throw error;
    return null;
  }
}
