import { randomUUID } from 'node:crypto';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type Pool } from 'pg';

/* Members put in place by SQL, for tests of what comes after a year's enrolment. */

/** A decreed roster without a member yet; its cover is the whole year. */
export async function insertDecree(superuser: Pool, { agreement, year }: CycleRef): Promise<void> {
  await superuser.query(`
    insert into enrolment.submission values ('${agreement}', ${year}, 1, repeat('a', 64), 'maker', '${year - 1}-12-01');
    insert into enrolment.judgement
    values ('${agreement}', ${year}, 1, 9, 9, 0, 0, '{}', 9, decode(repeat('00', 32), 'hex'), '${year}-01-01', 12);
    insert into enrolment.decree
      (agreement, year, number, enrolled, roster_root, submitted_by, decreed_by, decreed_on)
    values ('${agreement}', ${year}, 'SK-1', 9, decode(repeat('00', 32), 'hex'), '{maker}', 'checker', '${year - 1}-12-10');
  `);
}

/** @param nikDigest what the member's NIK is found by */
export async function insertMember(
  superuser: Pool,
  { agreement, year }: CycleRef,
  { line, nikDigest }: { readonly line: number; readonly nikDigest: Buffer },
): Promise<void> {
  await superuser.query(
    `insert into enrolment.member
       (member, agreement, year, submission, line, nik_digest, row_digest, sealed, born_year, sex, job, region, reviews)
     values ($1::uuid, $2::text, $3::integer, 1, $4::integer, $5::bytea, sha256($1::text::bytea), '\\x00', 1980, 'P',
             'pedagang', '3273', '{}')`,
    [randomUUID(), agreement, year, line, nikDigest],
  );
}
