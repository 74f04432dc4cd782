import { type Reads } from '@kerjasama/database/pool';
import { agreementId, type CycleRef } from '@kerjasama/kernel/ids';
import { type Nik } from '@kerjasama/kernel/nik';
import { cycleYear } from '@kerjasama/kernel/period';
import { type PlainDate, yearOf } from '@kerjasama/kernel/plain-date';

/** A year of cover that has the given day in it, and the workers it covers. */
export interface CoveredYear {
  readonly cycle: CycleRef;
  /** The day of every event that is claimed. */
  readonly eventOn: PlainDate;
  readonly niks: readonly Nik[];
}

export interface EnrolWish {
  readonly today: PlainDate;
  readonly members: number;
  /** As the API of the stack finds a worker: with the stack's own key. */
  readonly digestNik: (nik: Nik) => Buffer;
}

const FIRST_NIK = 3_273_000_000_000_000;

/**
 * Puts a decreed year into a database by SQL, as its superuser: the calendar year of today, with a worker for each claim. The
 * claims of it are real; how it came about is not what is measured.
 */
export async function enrolMembers(superuser: Reads, { today, members, digestNik }: EnrolWish): Promise<CoveredYear> {
  const year = yearOf(today);
  const cycle = { agreement: agreementId(`PKS-BENCH-${year}`), year: cycleYear(year) };
  const niks = Array.from({ length: members }, (_, nth) => String(FIRST_NIK + nth) as Nik);
  const key = [cycle.agreement, cycle.year] as const;
  await superuser.query(
    `insert into enrolment.submission (agreement, year, submission, sha256, submitted_by, submitted_on)
     values ($1::text, $2::smallint, 1, repeat('a', 64), 'maker', $3::date)`,
    [...key, today],
  );
  await superuser.query(
    `insert into enrolment.judgement
       (agreement, year, submission, rows, accepted, rejected, unchanged, by_reason, enrolled, roster_root, first_month, months)
     values ($1::text, $2::smallint, 1, $3::integer, $3::integer, 0, 0, '{}', $3::integer, decode(repeat('00', 32), 'hex'),
             make_date($2::integer, 1, 1), 12)`,
    [...key, members],
  );
  await superuser.query(
    `insert into enrolment.decree (agreement, year, number, enrolled, roster_root, submitted_by, decreed_by, decreed_on)
     values ($1::text, $2::smallint, 'SK-BENCH', $3::integer, decode(repeat('00', 32), 'hex'), '{maker}', 'checker', $4::date)`,
    [...key, members, today],
  );
  await superuser.query(
    `insert into enrolment.member
       (member, agreement, year, submission, line, nik_digest, row_digest, sealed, born_year, sex, job, region, reviews)
     select gen_random_uuid(), $1::text, $2::smallint, 1, nth + 1, digest, sha256(digest), '\\x00', 1980, 'P', 'pedagang',
            '3273', '{}'
       from unnest($3::bytea[]) with ordinality as given (digest, nth)`,
    [...key, niks.map(digestNik)],
  );
  await superuser.query('analyze enrolment.member');
  return { cycle, eventOn: today, niks };
}
