import { type WriteTx } from '@kerjasama/journal/tx';
import { type CycleRef, type MemberId } from '@kerjasama/kernel/ids';
import { type RosterRow } from '../rules/judge-row';
import { type Reason, type Review } from '../rules/reasons';

/** One chunk of one submission. */
export interface ChunkRef {
  readonly cycle: CycleRef;
  readonly submission: number;
  readonly chunk: number;
}

/** A worker as the database holds him: ciphertext, keyed digests, and what statistics need. */
export interface SealedMember extends Pick<RosterRow, 'sex' | 'job' | 'region'> {
  readonly member: MemberId;
  readonly line: number;
  readonly nikDigest: Buffer;
  readonly rowDigest: Buffer;
  readonly sealed: Buffer;
  readonly bornYear: number;
  readonly reviews: readonly Review[];
}

/** A row that was not enrolled because its NIK is there already; `unchanged`: by the very same row of an earlier submission. */
export interface TakenRow {
  readonly line: number;
  readonly unchanged: boolean;
}

/**
 * Enrols a chunk's rows in one statement; of two rows with one NIK the first line wins, in the chunk, in the file and over
 * all submissions of the year, because the database says so and not a check before it.
 * @returns the rows whose NIK was taken
 */
export async function insertMembers(
  tx: WriteTx,
  { cycle, submission }: ChunkRef,
  members: readonly SealedMember[],
): Promise<TakenRow[]> {
  const { rows } = await tx.query<TakenRow>(
    `with incoming as (
       select * from unnest($4::uuid[], $5::integer[], $6::bytea[], $7::bytea[], $8::bytea[], $9::smallint[], $10::text[],
                            $11::text[], $12::text[], $13::text[])
         as row(member, line, nik_digest, row_digest, sealed, born_year, sex, job, region, reviews)
     ), enrolled as (
       insert into enrolment.member
         (member, agreement, year, submission, line, nik_digest, row_digest, sealed, born_year, sex, job, region, reviews)
       select member, $1::text, $2::smallint, $3::smallint, line, nik_digest, row_digest, sealed, born_year, sex, job,
              region, string_to_array(reviews, ' ')
         from incoming order by line
       on conflict on constraint member_nik_once do nothing
       returning line
     )
     select incoming.line, coalesce(earlier.row_digest = incoming.row_digest, false) as unchanged
       from incoming
       left join lateral (
         select row_digest from enrolment.member
          where agreement = $1::text and year = $2::smallint and nik_digest = incoming.nik_digest
            and submission < $3::smallint
       ) as earlier on true
      where incoming.line not in (select line from enrolled)
      order by incoming.line`,
    [
      cycle.agreement,
      cycle.year,
      submission,
      members.map((each) => each.member),
      members.map((each) => each.line),
      members.map((each) => each.nikDigest),
      members.map((each) => each.rowDigest),
      members.map((each) => each.sealed),
      members.map((each) => each.bornYear),
      members.map((each) => each.sex),
      members.map((each) => each.job),
      members.map((each) => each.region),
      members.map((each) => each.reviews.join(' ')),
    ],
  );
  return rows;
}

export interface SealedRejection {
  readonly line: number;
  readonly reasons: readonly Reason[];
  /** The row as it stands in the file. */
  readonly sealed: Buffer;
}

export async function insertRejectedRows(
  tx: WriteTx,
  { cycle, submission }: ChunkRef,
  rejected: readonly SealedRejection[],
): Promise<void> {
  await tx.query(
    `insert into enrolment.rejected_row (agreement, year, submission, line, reasons, sealed)
     select $1::text, $2::smallint, $3::smallint, line, string_to_array(reasons, ' '), sealed
       from unnest($4::integer[], $5::text[], $6::bytea[]) as row(line, reasons, sealed)`,
    [
      cycle.agreement,
      cycle.year,
      submission,
      rejected.map((each) => each.line),
      rejected.map((each) => each.reasons.join(' ')),
      rejected.map((each) => each.sealed),
    ],
  );
}

/** What a chunk came to. */
export interface ChunkStand {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly unchanged: number;
  readonly byReason: Readonly<Record<string, number>>;
  readonly merkleRoot: Buffer;
}

export async function insertChunk(tx: WriteTx, place: ChunkRef, stand: ChunkStand): Promise<void> {
  await tx.query(
    `insert into enrolment.chunk
       (agreement, year, submission, chunk, first_line, last_line, accepted, rejected, unchanged, by_reason, merkle_root)
     values ($1::text, $2::smallint, $3::smallint, $4::integer, $5::integer, $6::integer, $7::integer, $8::integer,
             $9::integer, $10::jsonb, $11::bytea)`,
    [
      place.cycle.agreement,
      place.cycle.year,
      place.submission,
      place.chunk,
      stand.firstLine,
      stand.lastLine,
      stand.accepted,
      stand.rejected,
      stand.unchanged,
      JSON.stringify(stand.byReason),
      stand.merkleRoot,
    ],
  );
}
