import { type PlainDate } from '@kerjasama/kernel/plain-date';

/*
 * What crosses Temporal: ids, statuses, numbers and dates. No person, no sum, no word.
 */

/** The one input of a workflow that follows a subject is its id; this is what it is notified of. */
export const ACT_RECORDED = 'act-recorded';

/** An act as a history shows it: no person. */
export interface SeenAct {
  readonly number: number;
  readonly act: string;
  readonly agency: string;
  readonly role: string | null;
  readonly on: PlainDate;
}

/** A subject as a workflow reads it, and what happened since it read before. */
export interface SubjectRead<Status extends string = string> {
  readonly status: Status;
  readonly since: PlainDate;
  readonly due: PlainDate | null;
  readonly overdueOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  /** What a system step must name: the act that opened the wait. */
  readonly version: number;
  /** The newest act that this read saw. */
  readonly number: number;
  /** The newest 50 at most, in order. */
  readonly acts: readonly SeenAct[];
  /** How many there were in all. */
  readonly count: number;
}

/** What became of a system's step: done now or before, overtaken by another act, or not due by the database's clock. */
export type StepAnswer = { readonly step: 'done' | 'moved-on' } | { readonly step: 'not-yet'; readonly on: PlainDate };

export interface ActActivities {
  /** Reads the primary; `after` is the number of the read before, 0 at first. */
  readSubject(subject: string, after: number): Promise<SubjectRead>;
}
