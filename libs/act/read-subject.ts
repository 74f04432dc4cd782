import { type Reads } from '@kerjasama/database/pool';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { type SeenAct, type SubjectRead } from './contract';
import { toDate } from './transaction';

const MOST_ACTS = 50;

interface ReadRow {
  status: string;
  since: string;
  due: string | null;
  overdue_on: string | null;
  ends_on: string | null;
  version: string;
  number: string;
  acts: { number: number; act: string; agency: string; role: string | null; on: string }[];
  count: number;
}

/**
 * A subject as it is on the primary, and its acts after a number; refused attempts are none. One statement, so that status and
 * acts are of one moment.
 * @returns null when there is no such subject
 */
export async function readSubject(reads: Reads, subject: string, after: number): Promise<SubjectRead | null> {
  const { rows } = await reads.query<ReadRow>({
    name: 'act.read_subject',
    text: `select subject.status, subject.since, subject.due, subject.overdue_on, subject.ends_on, subject.version, subject.number,
            coalesce(newest.acts, '[]') as acts, coalesce(newest.count, 0)::integer as count
       from act.subject
       cross join lateral (
         select json_agg(json_build_object('number', seq, 'act', act, 'agency', agency, 'role', role, 'on', business_date)
                         order by seq) as acts, max(count) as count
           from (select seq, act, agency, role, business_date, count(*) over () as count
                   from journal.acts
                  where acts.subject = subject.subject and seq > $2::bigint and origin <> 'witness'
                  order by seq desc limit ${MOST_ACTS}) as recent) as newest
      where subject.subject = $1::text`,
    values: [subject, after],
  });
  const [row] = rows;
  if (row === undefined) return null;
  return {
    status: row.status,
    since: plainDate(row.since),
    due: toDate(row.due),
    overdueOn: toDate(row.overdue_on),
    endsOn: toDate(row.ends_on),
    version: Number(row.version),
    number: Number(row.number),
    acts: row.acts.map((act): SeenAct => ({ ...act, on: plainDate(act.on) })),
    count: row.count,
  };
}
