import { type Reads } from '@kerjasama/database/pool';

/** A workflow that has not been notified of its newest act. */
export interface Behind {
  readonly workflow: string;
  readonly latestAct: number;
  readonly act: string;
  /** Nobody has notified it of anything yet: it is to be started. */
  readonly unborn: boolean;
  /** Whether anything that it follows still leads on; a workflow of what is over has rightly ended. */
  readonly open: boolean;
}

/** How long one relay has to notify a workflow before another one may. */
const LEASE_SECONDS = 15;
const PAUSE_SECONDS = 1;

/**
 * Takes the workflows that have waited longest, for this relay alone. Read as `worker`. Written so that each row is found by its
 * index, however few rows there were when the statement was planned.
 */
export async function leaseBehind(db: Reads, most: number): Promise<Behind[]> {
  const { rows } = await db.query<{
    workflow: string;
    latest_act: string;
    act: string;
    unborn: boolean;
    open: boolean;
  }>({
    name: 'act.lease_behind',
    text: `update act.workflow
              set leased_until = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
            where workflow = any (array (
                    select behind.workflow from act.workflow as behind
                     where notified_act < latest_act and (leased_until is null or leased_until < clock_timestamp())
                     order by behind_since
                     limit $1::integer
                       for update skip locked))
        returning workflow, latest_act, notified_act = 0 as unborn,
                  (select act from act.subject
                    where subject.workflow = workflow.workflow and subject.number = workflow.latest_act) as act,
                  (select coalesce(bool_or(status.waits_id is not null), false) from act.subject join act.status using (kind, status)
                    where subject.workflow = workflow.workflow) as open`,
    values: [most],
  });
  return rows.map(({ latest_act: latest, ...row }) => ({ ...row, latestAct: Number(latest) }));
}

/**
 * It was notified of everything up to this act.
 * @returns whether more came meanwhile, which it is still to be notified of
 */
export async function markNotified(db: Reads, { workflow, latestAct }: Behind): Promise<boolean> {
  const { rows } = await db.query<{ behind: boolean }>({
    name: 'act.mark_notified',
    text: `update act.workflow
              set notified_act = greatest(notified_act, $2::bigint), leased_until = null,
                  behind_since = case when latest_act > $2::bigint then behind_since end
            where workflow = $1::text
        returning notified_act < latest_act as behind`,
    values: [workflow, latestAct],
  });
  return rows[0]?.behind === true;
}

/** It could not be notified: another try comes in a moment. */
export async function postpone(db: Reads, { workflow }: Behind): Promise<void> {
  await db.query(
    `update act.workflow set leased_until = clock_timestamp() + ${PAUSE_SECONDS} * interval '1 second'
      where workflow = $1::text`,
    [workflow],
  );
}

/** How long the workflow that waits longest has not been notified of everything, in seconds; null when all know all. */
export async function oldestBehind(db: Reads): Promise<number | null> {
  const { rows } = await db.query<{ seconds: number | null }>(
    `select extract(epoch from clock_timestamp() - min(behind_since))::float8 as seconds
       from act.workflow where notified_act < latest_act`,
  );
  return rows[0]?.seconds ?? null;
}
