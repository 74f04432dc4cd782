import { setTimeout as pause } from 'node:timers/promises';
import { type Pool } from 'pg';

/**
 * Makes the acts of a test slow, so that something can happen to a process within a transaction: after the act was written, and
 * within the commit. Needs a superuser; no table of ours is changed.
 */
export async function slowActs(superuser: Pool): Promise<void> {
  await superuser.query(`
    create schema chaos;
    create table chaos.slow (subject text not null, at text not null check (at in ('act', 'commit')), seconds float8 not null);
    create function chaos.wait() returns trigger language plpgsql security definer as $$
    begin
      perform pg_sleep(seconds) from chaos.slow where slow.subject = new.subject and at = tg_argv[0];
      perform pg_sleep(random() * seconds) from chaos.slow where slow.subject = '*' and at = tg_argv[0];
      return null;
    end $$;
    create trigger slow_act after insert or update on act.subject
      for each row execute function chaos.wait('act');
    create constraint trigger slow_commit after insert or update on act.subject deferrable initially deferred
      for each row execute function chaos.wait('commit');
  `);
}

/** One subject's acts take this long; `*`: the acts of all, up to this long. */
export async function slowDown(superuser: Pool, subject: string, at: 'act' | 'commit', seconds: number): Promise<void> {
  await superuser.query(`insert into chaos.slow values ($1::text, $2::text, $3::float8)`, [subject, at, seconds]);
}

/** All acts are as fast as before. */
export async function speedUp(superuser: Pool): Promise<void> {
  await superuser.query(`delete from chaos.slow`);
}

/** How far a process's transactions are: its statement runs, it commits, or it has to say what comes next. */
export type Moment = 'acting' | 'committing' | 'idle';

/** The open transactions of a process, by the name under which it is connected. */
export async function openTransactions(superuser: Pool, application: string): Promise<Moment[]> {
  const { rows } = await superuser.query<{ moment: Moment }>({
    name: 'chaos.open-transactions',
    text: `select case when state <> 'active' then 'idle' when query ilike 'commit%' then 'committing' else 'acting' end as moment
             from pg_stat_activity where application_name = $1::text and xact_start is not null`,
    values: [application],
  });
  return rows.map(({ moment }) => moment);
}

/** Waits until the process is in a transaction that is this far, at most ten seconds. */
export async function untilOpen(superuser: Pool, application: string, moment: Moment): Promise<void> {
  for (let tries = 0; tries < 2_000; tries += 1) {
    if ((await openTransactions(superuser, application)).includes(moment)) return;
    await pause(5);
  }
  throw new Error(`${application} was in no such transaction within ten seconds`);
}
