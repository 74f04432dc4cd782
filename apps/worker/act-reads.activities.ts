import { type ActActivities, type SubjectRead } from '@kerjasama/act/contract';
import { readSubject } from '@kerjasama/act/read-subject';
import { type Reads } from '@kerjasama/database/pool';
import { Activity } from '@kerjasama/temporal/activities';
import { Inject, Injectable } from '@nestjs/common';
import { ApplicationFailure } from '@temporalio/activity';
import { WORKER_POOL } from './tokens';

/** The read that every workflow shares. */
@Injectable()
export class ActReads implements ActActivities {
  constructor(@Inject(WORKER_POOL) private readonly reads: Reads) {}

  /** @throws not retried: a workflow that was started for something that nobody made ends */
  @Activity('acts')
  async readSubject(subject: string, after: number): Promise<SubjectRead> {
    const found = await readSubject(this.reads, subject, after);
    if (found === null) throw ApplicationFailure.nonRetryable('There is no such subject', 'NO_SUCH_SUBJECT');
    return found;
  }
}
