import { type Reads } from '@kerjasama/database/pool';
import { articleSums } from '../support/article-sums';

/** How often each kind of act stands in an agreement's chain, and what the year came to. Refusals on the way do not count. */
export interface YearFacts {
  readonly acts: Readonly<Record<string, number>>;
  readonly sums: Readonly<Record<string, string>>;
}

const SUMS: Readonly<Record<string, string>> = {
  'members, each NIK once': 'select count(distinct nik_digest)::text from enrolment.member where agreement = $1::text',
  members: 'select count(*)::text from enrolment.member where agreement = $1::text',
  'bills reconciled': `select count(*)::text from premium.bill where agreement = $1::text and status = 'reconciled'`,
  billed: 'select coalesce(sum(amount), 0)::text from premium.bill where agreement = $1::text',
  paid: 'select coalesce(sum(paid), 0)::text from premium.bill where agreement = $1::text',
  claims: 'select count(*)::text from claims.claim where agreement = $1::text',
  'claims paid': `select coalesce(sum(amount), 0)::text from claims.claims where agreement = $1::text and status = 'paid'`,
  'books closed': 'select count(*)::text from renewal.closing where agreement = $1::text',
};

/** Read as superuser, straight from the tables: nothing that could hide a fault lies between. */
export async function readYear(superuser: Reads, agreement: string): Promise<YearFacts> {
  const { rows } = await superuser.query<{ act: string; times: number }>(
    `select act, count(*)::integer as times from journal.act
      where chain = $1::text and act <> 'act-refused' group by act order by act`,
    [agreement],
  );
  const sums: Record<string, string> = {};
  for (const [name, sql] of Object.entries(SUMS)) {
    const { rows: told } = await superuser.query<{ [column: string]: string }>(sql, [agreement]);
    sums[name] = Object.values(told[0] ?? {})[0] ?? '';
  }
  return { acts: Object.fromEntries(rows.map(({ act, times }) => [act, times])), sums };
}

/** What is wrong with a year of this size, beside one that nobody disturbed; nothing when all is well. */
export function judgeYear(year: YearFacts, undisturbed: YearFacts, size: number): string[] {
  const { premium, claimsReported } = articleSums(size);
  const expected: Readonly<Record<string, string>> = {
    ...undisturbed.sums,
    members: `${size}`,
    'members, each NIK once': `${size}`,
    billed: premium.billed,
    paid: premium.paid,
    claims: `${claimsReported}`,
    'books closed': '1',
  };
  const kinds = new Set([...Object.keys(undisturbed.acts), ...Object.keys(year.acts)]);
  return [
    ...Object.keys(expected).flatMap((name) => difference(name, year.sums[name], expected[name])),
    ...[...kinds].flatMap((act) => difference(`act ${act}`, year.acts[act] ?? 0, undisturbed.acts[act] ?? 0)),
  ];
}

function difference(name: string, is: string | number | undefined, should: string | number | undefined): string[] {
  return is === should ? [] : [`${name}: ${String(is)}, not ${String(should)}`];
}
