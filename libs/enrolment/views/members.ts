import { type Reads } from '@kerjasama/database/pool';
import { type CycleRef, type MemberId, memberId } from '@kerjasama/kernel/ids';
import { type Coverage, periodOf } from '@kerjasama/kernel/period';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { type Reason, type Review } from '../rules/reasons';

/** A place in a roster: pages are cut after one. */
export interface RowRef {
  readonly submission: number;
  readonly line: number;
}

/** One page, and where the next one begins; null after the last row. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: RowRef | null;
}

export const LARGEST_PAGE = 1000;

/** A worker without anything that names a person. */
export interface Member extends RowRef {
  readonly member: MemberId;
  readonly job: string;
  readonly region: string;
  readonly sex: string;
  readonly bornYear: number;
  readonly reviews: readonly Review[];
}

interface MemberRow extends Omit<Member, 'member'> {
  member: string;
}

const MEMBER_COLUMNS = `member, submission, line, job, region, sex, born_year as "bornYear", reviews`;

/** In the order of submission and line, after a row of the page before. */
export async function listMembers(
  reads: Reads,
  cycle: CycleRef,
  page: { readonly after: RowRef | null; readonly limit: number },
): Promise<Page<Member>> {
  const { rows } = await reads.query<MemberRow>(
    `select ${MEMBER_COLUMNS} from enrolment.members
      where agreement = $1::text and year = $2::smallint and (submission, line) > ($3::smallint, $4::integer)
      order by submission, line limit $5::integer`,
    [cycle.agreement, cycle.year, ...afterOf(page.after), page.limit + 1],
  );
  return toPage(rows.map(toMember), page.limit);
}

export interface RejectedRow extends RowRef {
  readonly reasons: readonly Reason[];
}

/** Line numbers and reasons of the rejected rows, in the order of submission and line. */
export async function listRejectedRows(
  reads: Reads,
  cycle: CycleRef,
  page: { readonly after: RowRef | null; readonly limit: number },
): Promise<Page<RejectedRow>> {
  const { rows } = await reads.query<{ submission: number; line: number; reasons: Reason[] }>(
    `select submission, line, reasons from enrolment.rejected_rows
      where agreement = $1::text and year = $2::smallint and (submission, line) > ($3::smallint, $4::integer)
      order by submission, line limit $5::integer`,
    [cycle.agreement, cycle.year, ...afterOf(page.after), page.limit + 1],
  );
  return toPage(rows, page.limit);
}

/** Who has this NIK in the roster of a year, for the claims desk. @param digest the keyed digest of the NIK */
export async function findMemberByNik(reads: Reads, cycle: CycleRef, digest: Buffer): Promise<MemberId | null> {
  const { rows } = await reads.query<{ member: string }>({
    name: 'enrolment.find_member_by_nik',
    text: `select member from enrolment.member_by_nik
            where agreement = $1::text and year = $2::smallint and nik_digest = $3::bytea`,
    values: [cycle.agreement, cycle.year, digest],
  });
  return rows[0] === undefined ? null : memberId(rows[0].member);
}

/** What a claim must know of its worker. */
export interface CoveredMember {
  readonly memberId: MemberId;
  readonly submission: number;
  readonly line: number;
  /** Whether the decree of beneficiaries stands: without it nobody is covered. */
  readonly decreed: boolean;
  /** The months of cover for which the roster was judged. */
  readonly coverage: Coverage;
}

export async function findMember(reads: Reads, cycle: CycleRef, id: MemberId): Promise<CoveredMember | null> {
  const { rows } = await reads.query<{
    submission: number;
    line: number;
    decreed: boolean;
    first_month: string;
    months: number;
  }>({
    name: 'enrolment.find_member',
    text: `select member.submission, member.line, decree.number is not null as decreed, judgement.first_month, judgement.months
             from enrolment.members as member
             join enrolment.judgement using (agreement, year, submission)
             left join enrolment.decree using (agreement, year)
            where member.member = $3::uuid and agreement = $1::text and year = $2::smallint`,
    values: [cycle.agreement, cycle.year, id],
  });
  const [row] = rows;
  if (row === undefined) return null;
  const coverage = { firstMonth: periodOf(plainDate(row.first_month)), months: row.months };
  return { memberId: id, submission: row.submission, line: row.line, decreed: row.decreed, coverage };
}

/** @throws when the worker is not in the roster of the year */
export async function getMember(reads: Reads, cycle: CycleRef, id: MemberId): Promise<CoveredMember> {
  const member = await findMember(reads, cycle, id);
  if (member === null) throw new Error(`Member ${id} is not in the roster of ${cycle.agreement}/${cycle.year}`);
  return member;
}

function toMember(row: MemberRow): Member {
  return { ...row, member: memberId(row.member) };
}

function afterOf(after: RowRef | null): [number, number] {
  return after === null ? [0, 0] : [after.submission, after.line];
}

function toPage<Item extends RowRef>(rows: readonly Item[], limit: number): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? { submission: last.submission, line: last.line } : null };
}
