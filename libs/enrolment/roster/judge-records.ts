import { randomUUID } from 'node:crypto';
import { setImmediate as otherWork } from 'node:timers/promises';
import { type KeyRing } from '@kerjasama/keys/key-ring';
import { type CycleRef, memberId } from '@kerjasama/kernel/ids';
import { type PlainDate, yearOf } from '@kerjasama/kernel/plain-date';
import { judgeRow, type RosterRow } from '../rules/judge-row';
import { type Reason, type Review } from '../rules/reasons';
import { rosterLawOn } from '../rules/roster-law';
import { type SealedMember, type SealedRejection } from '../store/rows';
import { type RosterRecord } from './record-cutter';
import { nikDigest, rowDigest, sealOriginal, sealRow } from './sealing';

/** The keys under which rows are sealed and digested. */
export interface RosterKeys {
  readonly 'nik-encryption': KeyRing;
  readonly 'nik-digest': KeyRing;
}

/** Which roster is judged, and for cover from which day. */
export interface RosterFrame {
  readonly cycle: CycleRef;
  readonly submission: number;
  readonly coverStart: PlainDate;
}

/** The rows of a chunk by their own content: whether a NIK is taken, the database says. */
export interface JudgedRecords {
  readonly records: readonly RosterRecord[];
  readonly members: readonly SealedMember[];
  readonly rejected: readonly SealedRejection[];
}

/** So often other work gets its turn, above all the database's answers for the chunk before: it writes while we seal. */
const ROWS_PER_TURN = 100;

/** Judges and seals: what is to be written holds no plain personal data. */
export async function judgeRecords(
  keys: RosterKeys,
  frame: RosterFrame,
  records: readonly RosterRecord[],
): Promise<JudgedRecords> {
  const law = rosterLawOn(frame.coverStart);
  const members: SealedMember[] = [];
  const rejected: SealedRejection[] = [];
  for (const [index, record] of records.entries()) {
    if (index % ROWS_PER_TURN === 0) await otherWork();
    if (typeof record.content === 'string') {
      rejected.push(toRejection(keys, frame, record, [record.content]));
      continue;
    }
    const judged = judgeRow(record.content, law);
    if (judged.accepted) members.push(toMember(keys, frame, record.line, judged.row, judged.reviews));
    else rejected.push(toRejection(keys, frame, record, judged.reasons));
  }
  return { records, members, rejected };
}

/** A row is never lost: its reasons, and the row itself, sealed as it stood in the file. */
export function toRejection(
  keys: RosterKeys,
  { cycle, submission }: RosterFrame,
  { line, original }: RosterRecord,
  reasons: readonly Reason[],
): SealedRejection {
  return { line, reasons, sealed: sealOriginal(keys['nik-encryption'], { cycle, submission, line }, original) };
}

function toMember(
  keys: RosterKeys,
  { cycle, submission }: RosterFrame,
  line: number,
  row: RosterRow,
  reviews: readonly Review[],
): SealedMember {
  return {
    member: memberId(randomUUID()),
    line,
    nikDigest: nikDigest(keys['nik-digest'], row.nik),
    rowDigest: rowDigest(keys['nik-digest'], row),
    sealed: sealRow(keys['nik-encryption'], { cycle, submission, line }, row),
    bornYear: yearOf(row.bornOn),
    sex: row.sex,
    job: row.job,
    region: row.region,
    reviews,
  };
}
