import { performStep } from '@kerjasama/act/perform-step';
import { lapseClaim, markClaimOverdue } from '@kerjasama/claims/acts/deadlines';
import { claimSubject } from '@kerjasama/claims/contract';
import { type ClaimId, claimId, type CycleRef } from '@kerjasama/kernel/ids';
import { Activity } from '@kerjasama/temporal/activities';
import { Inject, Injectable } from '@nestjs/common';
import { type Pool } from 'pg';
import { WORKER_POOL } from '../../../../apps/worker/tokens';
import { type ClockActivities } from './claims-clock';

const PREFIX = claimSubject('' as ClaimId).length;

/** The deadlines of claims that no workflow follows. */
@Injectable()
export class ClockSteps implements ClockActivities {
  constructor(@Inject(WORKER_POOL) private readonly pool: Pool) {}

  @Activity('acts')
  async passDeadlines({ agreement, year }: CycleRef): Promise<number> {
    const { rows } = await this.pool.query<{ subject: string; version: string; lapsed: boolean }>(
      `select subject, version, ends_on < act.today() as lapsed from act.subject
        where chain = $1::text and year = $2::smallint and kind = 'claim' and status in ('reported', 'returned', 'granted')
          and (ends_on < act.today() or (due < act.today() and overdue_on is null))`,
      [agreement, year],
    );
    for (const { subject, version, lapsed } of rows) {
      const request = { id: claimId(subject.slice(PREFIX)), version: Number(version), input: null };
      if (lapsed) await performStep(this.pool, lapseClaim, request);
      else await performStep(this.pool, markClaimOverdue, request);
    }
    return rows.length;
  }
}
