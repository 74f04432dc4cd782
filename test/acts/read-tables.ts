import { type Reads } from '@kerjasama/database/pool';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Facts, type JournalAct, type SubjectRow } from './order-model';

export interface InboxRow {
  readonly agency: string;
  readonly role: string;
  readonly status: string;
  readonly version: number;
  readonly since: PlainDate;
  readonly due: PlainDate | null;
  readonly overdueOn: PlainDate | null;
}

/** Everything that the database says of one claim, of one moment. */
export interface Tables {
  /** Refused attempts included. */
  readonly journal: readonly JournalAct[];
  readonly row: SubjectRow | null;
  readonly facts: Facts | null;
  readonly inbox: readonly InboxRow[];
  readonly latestAct: number | null;
}

/** One statement, so that all that is read is of one moment, whoever goes on meanwhile. */
const READ = `
  select asked.subject,
         coalesce((select json_agg(json_build_object('number', seq, 'act', act, 'origin', origin, 'actor', actor,
                                                     'basis', basis, 'key', key, 'on', business_date, 'payload', payload)
                                   order by seq)
                     from journal.acts where acts.subject = asked.subject), '[]') as journal,
         (select json_build_object('status', status, 'act', act, 'number', number, 'version', version, 'since', since,
                                   'due', due, 'overdueOn', overdue_on, 'endsOn', ends_on)
            from act.subject where subject.subject = asked.subject) as row,
         (select json_build_object('reportedBy', reported_by, 'nth', nth, 'decision', decision, 'decidedBy', decided_by,
                                   'verdict', verdict, 'givenBy', given_by, 'ground', ground, 'attempt', attempt,
                                   'reference', reference)
            from claims.claims where claims.claim = substr(asked.subject, 7)) as facts,
         coalesce((select json_agg(json_build_object('agency', agency, 'role', role, 'status', status, 'version', version,
                                                     'since', since, 'due', due, 'overdueOn', overdue_on))
                     from act.inbox where inbox.subject = asked.subject and kind = 'claim'), '[]') as inbox,
         (select latest_act::float8 from act.workflow where workflow.workflow = asked.subject) as "latestAct"
    from unnest($1::text[]) as asked (subject)`;

/** The tables of each subject; of one that nobody made, empty ones. */
export async function readTables(reads: Reads, subjects: readonly string[]): Promise<ReadonlyMap<string, Tables>> {
  const { rows } = await reads.query<Tables & { readonly subject: string }>({
    name: 'test.read_tables',
    text: READ,
    values: [subjects],
  });
  return new Map(rows.map(({ subject, ...tables }) => [subject, tables]));
}
