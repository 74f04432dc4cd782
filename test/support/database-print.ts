import { type Reads } from '@kerjasama/database/pool';

/** Every table of the house with its number of rows and a digest of them: two prints are equal when nothing changed. */
export type DatabasePrint = Readonly<Record<string, string>>;

/** As superuser. Rows are compared as text; the order in which they lie does not matter. */
export async function printDatabase(superuser: Reads): Promise<DatabasePrint> {
  const { rows } = await superuser.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name
       from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
      order by 1`,
  );
  const print: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: told } = await superuser.query<{ told: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as told from ${name} t`,
    );
    print[name] = told[0]?.told ?? '';
  }
  return print;
}

/** What only a witnessed refusal adds to. */
const WITNESSED = ['journal.act', 'journal.chain_head', 'journal.log_head'];

/** A print without the journal: for attempts that are refused and witnessed. */
export function facts(print: DatabasePrint): DatabasePrint {
  return Object.fromEntries(Object.entries(print).filter(([table]) => !WITNESSED.includes(table)));
}

export interface Witnessed {
  readonly actor: string;
  readonly command: string;
  readonly code: string;
}

/** The refused acts of the journal, in their order. */
export async function refusedActs(reads: Reads): Promise<Witnessed[]> {
  const { rows } = await reads.query<{ actor: string; command: string; code: string }>(
    `select actor, payload ->> 'command' as command, payload ->> 'code' as code
       from journal.acts where act = 'act-refused' order by leaf_index`,
  );
  return rows;
}
