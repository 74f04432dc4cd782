import { join } from 'node:path';
import { type Reads } from '@kerjasama/database/pool';
import { packageRoot } from '@kerjasama/stack/package-root';
import { type AppCommand } from '@kerjasama/stack/supervisor/app-plan';
import { ACTS_QUEUE } from '@kerjasama/temporal/task-queues';
import { type Client } from '@temporalio/client';
import { type CoveredYear } from '../enrol-members';
import { type ClaimsClock } from './claims-clock';

/*
 * A variant that is measured and not used: no workflow follows a claim until it is approved, and one workflow a cycle keeps the
 * deadlines of those that wait for officers.
 */

export function oneClockSupervisor(): AppCommand {
  const cwd = packageRoot();
  const script = join(cwd, 'dist', 'test', 'bench', 'claims', 'one-clock', 'supervise.js');
  return { command: process.execPath, args: [script], cwd };
}

/** Acts that leave a claim with officers wake no relay, and a workflow that nobody started yet stays one to be started. */
const TELL_OF_APPROVED_CLAIMS = `
do $do$
declare
  before text := pg_get_functiondef('act.record_person'::regproc);
  after text := replace(before, 'moves, true,', $$moves, status not in ('reported', 'returned', 'granted'),$$);
begin
  if after = before then raise exception 'act.record_person is not as it was'; end if;
  execute after;
end
$do$;
create function act.stay_unborn() returns trigger language plpgsql as $$
begin
  new.latest_act := 0;
  new.notified_act := 0;
  return new;
end
$$;
create trigger stays_unborn before update of latest_act on act.workflow
  for each row when (old.notified_act = 0 and new.notified_act = new.latest_act) execute function act.stay_unborn();
`;

export async function setUpOneClock(
  { superuser, temporal }: { readonly superuser: Reads; readonly temporal: Client },
  { cycle }: CoveredYear,
): Promise<void> {
  await superuser.query(TELL_OF_APPROVED_CLAIMS);
  await temporal.workflow.start<ClaimsClock>('claimsClock', {
    workflowId: `claims-clock/${cycle.agreement}/${cycle.year}`,
    taskQueue: ACTS_QUEUE,
    args: [cycle],
  });
}
