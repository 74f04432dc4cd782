import { randomUUID } from 'node:crypto';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type Pool } from 'pg';

/** Puts a decreed roster without a member into a database: cover is the whole of the cycle's year. */
export async function decreeRoster(superuser: Pool, { agreement, year }: CycleRef): Promise<void> {
  await superuser.query(`
    insert into enrolment.submission
    values ('${agreement}', ${year}, 1, repeat('a', 64), 'maker', '${year - 1}-12-01');
    insert into enrolment.judgement
    values ('${agreement}', ${year}, 1, 9, 9, 0, 0, '{}', 9, decode(repeat('00', 32), 'hex'), '${year}-01-01', 12);
    insert into enrolment.decree
      (agreement, year, number, enrolled, roster_root, submitted_by, decreed_by, decreed_on)
    values ('${agreement}', ${year}, 'SK-1', 9, decode(repeat('00', 32), 'hex'), '{maker}', 'checker', '${year - 1}-12-10');
  `);
}

/** Puts one member into a decreed roster. `nth`, from 1, is new in the roster. */
export async function enrolMember(
  superuser: Pool,
  { agreement, year }: CycleRef,
  nth: number,
  nikDigest: Buffer,
): Promise<void> {
  await superuser.query(
    `insert into enrolment.member
       (member, agreement, year, submission, line, nik_digest, row_digest, sealed, born_year, sex, job, region, reviews)
     values ($1::uuid, $2::text, $3::smallint, 1, $4::integer, $5::bytea, sha256($1::text::bytea), '\\x00', 1980, 'P',
             'pedagang', '3273', '{}')`,
    [randomUUID(), agreement, year, nth + 1, nikDigest],
  );
}

/** A NIK of its own for each number up to 9999. */
export function nikOf(nth: number): string {
  return `327301140785${String(nth).padStart(4, '0')}`;
}
