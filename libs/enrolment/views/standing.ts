import { type Reads } from '@kerjasama/database/pool';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type Decree } from '../contract';

/** Counts of one submission; those of its judging are null until it is judged. */
export interface SubmissionStand {
  readonly submission: number;
  readonly sha256: string;
  readonly submittedOn: string;
  readonly judged: {
    readonly rows: number;
    readonly accepted: number;
    readonly rejected: number;
    readonly unchanged: number;
    readonly byReason: Readonly<Record<string, number>>;
  } | null;
}

/** How the enrolment of a year stands. `status` says what the rows prove; what is waited for, the workflow knows. */
export interface EnrolmentStand {
  readonly status: 'none' | 'submitted' | 'judged' | 'decreed' | 'lapsed';
  readonly enrolled: number;
  readonly rosterRoot: string | null;
  readonly submissions: readonly SubmissionStand[];
  readonly decree: Decree | null;
}

interface SubmissionRow {
  submission: number;
  sha256: string;
  submitted_on: string;
  rows: number | null;
  accepted: number;
  rejected: number;
  unchanged: number;
  by_reason: Readonly<Record<string, number>>;
  enrolled: number;
  roster_root: string;
}

export async function getEnrolment(reads: Reads, cycle: CycleRef): Promise<EnrolmentStand> {
  const { rows } = await reads.query<SubmissionRow>(
    `select submission, sha256, submitted_on, rows, accepted, rejected, unchanged, by_reason, enrolled,
            encode(roster_root, 'hex') as roster_root
       from enrolment.submission left join enrolment.judgement using (agreement, year, submission)
      where agreement = $1::text and year = $2::smallint
      order by submission`,
    [cycle.agreement, cycle.year],
  );
  const last = rows.findLast((row) => row.rows !== null);
  const decree = await findDecree(reads, cycle);
  const lapsed = await hasLapsed(reads, cycle);
  const open = rows.length === 0 ? 'none' : rows.at(-1)?.rows === null ? 'submitted' : 'judged';
  return {
    status: decree ? 'decreed' : lapsed ? 'lapsed' : open,
    enrolled: last?.enrolled ?? 0,
    rosterRoot: last?.roster_root ?? null,
    submissions: rows.map(toSubmission),
    decree,
  };
}

/** The whole roster as the last judging left it; null before the first. */
export async function findRoster(
  reads: Reads,
  cycle: CycleRef,
): Promise<{ readonly rosterRoot: string; readonly workers: number } | null> {
  const { rows } = await reads.query<{ rosterRoot: string; workers: number }>(
    `select encode(roster_root, 'hex') as "rosterRoot", enrolled as workers from enrolment.judgement
      where agreement = $1::text and year = $2::smallint
      order by submission desc limit 1`,
    [cycle.agreement, cycle.year],
  );
  return rows[0] ?? null;
}

/** Root and accepted rows of every chunk of the year so far, in the order of the roster root's leaves. */
export async function listChunkRoots(
  reads: Reads,
  cycle: CycleRef,
): Promise<{ readonly merkleRoot: Buffer; readonly accepted: number }[]> {
  const { rows } = await reads.query<{ merkleRoot: Buffer; accepted: number }>(
    `select merkle_root as "merkleRoot", accepted from enrolment.chunk
      where agreement = $1::text and year = $2::smallint
      order by submission, chunk`,
    [cycle.agreement, cycle.year],
  );
  return rows;
}

export async function findDecree(reads: Reads, cycle: CycleRef): Promise<Decree | null> {
  const { rows } = await reads.query<Decree>(
    `select number as decree, enrolled, encode(roster_root, 'hex') as "rosterRoot" from enrolment.decree
      where agreement = $1::text and year = $2::smallint`,
    [cycle.agreement, cycle.year],
  );
  return rows[0] ?? null;
}

/** Everybody who handed in a roster of the year: none of them may decree it. */
export async function listSubmitters(reads: Reads, cycle: CycleRef): Promise<string[]> {
  const { rows } = await reads.query<{ submitted_by: string }>(
    `select distinct submitted_by from enrolment.submission where agreement = $1::text and year = $2::smallint`,
    [cycle.agreement, cycle.year],
  );
  return rows.map((row) => row.submitted_by);
}

async function hasLapsed(reads: Reads, cycle: CycleRef): Promise<boolean> {
  const { rowCount } = await reads.query(
    `select from enrolment.lapse where agreement = $1::text and year = $2::smallint`,
    [cycle.agreement, cycle.year],
  );
  return rowCount === 1;
}

/** Of these contents, those that a submitted roster names: they are never swept away. */
export async function findClaimedContent(reads: Reads, sha256s: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await reads.query<{ sha256: string }>(
    `select distinct sha256 from enrolment.submission where sha256 = any ($1::text[])`,
    [sha256s],
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}

function toSubmission(row: SubmissionRow): SubmissionStand {
  const {
    submission,
    sha256,
    submitted_on: submittedOn,
    rows,
    accepted,
    rejected,
    unchanged,
    by_reason: byReason,
  } = row;
  const judged = rows === null ? null : { rows, accepted, rejected, unchanged, byReason };
  return { submission, sha256, submittedOn, judged };
}
