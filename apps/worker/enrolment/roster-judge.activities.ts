import { type ContentStore } from '@kerjasama/enrolment/content/content-store';
import {
  type EnrolmentBulkActivities,
  type EnrolmentPlace,
  type RosterJudged,
  type RosterSubmitted,
} from '@kerjasama/enrolment/contract';
import {
  type JudgedRecords,
  judgeRecords,
  type RosterFrame,
  type RosterKeys,
  toRejection,
} from '@kerjasama/enrolment/roster/judge-records';
import { oneAhead } from '@kerjasama/enrolment/roster/one-ahead';
import { readChunks } from '@kerjasama/enrolment/roster/read-records';
import { type ChunkCounts, countReasons, NO_ROWS, plus } from '@kerjasama/enrolment/rules/chunk-counts';
import { insertChunk, insertMembers, insertRejectedRows } from '@kerjasama/enrolment/store/rows';
import { insertJudgement } from '@kerjasama/enrolment/store/submissions';
import { listChunkRoots } from '@kerjasama/enrolment/views/standing';
import { type Recorded } from '@kerjasama/journal/record';
import { merkleRoot } from '@kerjasama/journal/merkle';
import { type WriteTx } from '@kerjasama/journal/tx';
import { type Coverage, firstDayOfCover } from '@kerjasama/kernel/period';
import { REGULATION_VERSION } from '@kerjasama/regulation/body';
import { Activity } from '@kerjasama/temporal/activities';
import { Inject, Injectable } from '@nestjs/common';
import { Context } from '@temporalio/activity';
import { ActRecorder } from '../act-recorder';
import { CONTENT, ROSTER_KEYS } from './tokens';

/** Rows for one act of the journal: a commit for each costs nothing extra (measured), and a killed worker repeats at most these. */
const ROWS_PER_CHUNK = 1000;

/**
 * Judges whole rosters. It promises that
 * (1) what is judged are the bytes that were submitted: they are hashed again first;
 * (2) a chunk is judged once: its act, its rows and its counts are one transaction, under a key of submission and chunk;
 * (3) so a killed worker goes on after the last recorded chunk, and the sums are those of the chunks.
 */
@Injectable()
export class RosterJudge implements EnrolmentBulkActivities {
  constructor(
    private readonly recorder: ActRecorder,
    @Inject(CONTENT) private readonly content: ContentStore,
    @Inject(ROSTER_KEYS) private readonly keys: RosterKeys,
  ) {}

  @Activity('bulk')
  judgeRoster(place: EnrolmentPlace, submitted: RosterSubmitted, coverage: Coverage): Promise<RosterJudged> {
    return this.judge(place, submitted, coverage, heartbeat);
  }

  /** @param report called after each chunk; what it throws ends the work, which a repeated call takes up there */
  async judge(
    place: EnrolmentPlace,
    submitted: RosterSubmitted,
    coverage: Coverage,
    report: (chunk: number) => Promise<void>,
  ): Promise<RosterJudged> {
    const { submission, sha256 } = submitted;
    await this.content.verify(sha256);
    const frame: RosterFrame = { cycle: place.cycle, submission, coverStart: firstDayOfCover(coverage) };
    let counts = NO_ROWS;
    let chunk = 0;
    for await (const judged of oneAhead(this.judgeContent(frame, sha256))) {
      chunk += 1;
      counts = plus(counts, await this.writeChunk(place, frame, chunk, judged));
      await report(chunk);
    }
    return this.concludeJudging(place, submitted, coverage, counts);
  }

  private async *judgeContent(frame: RosterFrame, sha256: string): AsyncGenerator<JudgedRecords> {
    for await (const records of readChunks(this.content.read(sha256), ROWS_PER_CHUNK))
      yield await judgeRecords(this.keys, frame, records);
  }

  /** The key is the chunk's: a repeated one is answered from the journal, and nothing is written again. */
  private writeChunk(
    place: EnrolmentPlace,
    frame: RosterFrame,
    chunk: number,
    judged: JudgedRecords,
  ): Promise<ChunkCounts> {
    const { cycle } = place;
    const { submission } = frame;
    const { records } = judged;
    const lines = { firstLine: records[0]?.line ?? 0, lastLine: records.at(-1)?.line ?? 0 };
    return this.recorder.house(place, `judge/${submission}/${chunk}`, cycle.agreement, async (tx) => {
      const { counts, root } = await this.writeRows(tx, frame, chunk, judged);
      await insertChunk(tx, { cycle, submission, chunk }, { ...lines, ...counts, merkleRoot: root });
      const payload = { submission, chunk, ...lines, ...counts, merkleRoot: root.toString('hex') };
      return { act: 'roster-chunk-judged', payload, result: counts };
    });
  }

  private async writeRows(
    tx: WriteTx,
    frame: RosterFrame,
    chunk: number,
    judged: JudgedRecords,
  ): Promise<{ readonly counts: ChunkCounts; readonly root: Buffer }> {
    const at = { cycle: frame.cycle, submission: frame.submission, chunk };
    const taken = new Map((await insertMembers(tx, at, judged.members)).map((row) => [row.line, row]));
    const twice = judged.records
      .filter(({ line }) => taken.get(line)?.unchanged === false)
      .map((record) => toRejection(this.keys, frame, record, ['DUPLICATE_NIK']));
    const rejected = [...judged.rejected, ...twice];
    if (rejected.length > 0) await insertRejectedRows(tx, at, rejected);
    const accepted = judged.members.filter(({ line }) => !taken.has(line));
    const counts: ChunkCounts = {
      accepted: accepted.length,
      rejected: rejected.length,
      unchanged: taken.size - twice.length,
      byReason: countReasons(rejected),
    };
    return { counts, root: merkleRoot(accepted.map(({ rowDigest }) => rowDigest)) };
  }

  private concludeJudging(
    place: EnrolmentPlace,
    { submission, sha256 }: RosterSubmitted,
    coverage: Coverage,
    counts: ChunkCounts,
  ): Promise<RosterJudged> {
    const { cycle } = place;
    return this.recorder.house(
      place,
      `judge/${submission}`,
      cycle.agreement,
      async (tx): Promise<Recorded<RosterJudged>> => {
        const chunks = await listChunkRoots(tx, cycle);
        const enrolled = chunks.reduce((sum, { accepted }) => sum + accepted, 0);
        const rosterRoot = merkleRoot(chunks.map((each) => each.merkleRoot)).toString('hex');
        const rows = counts.accepted + counts.rejected + counts.unchanged;
        const judged: RosterJudged = { submission, rows, ...counts, enrolled, rosterRoot };
        await insertJudgement(tx, cycle, judged, coverage);
        const { accepted, rejected, unchanged } = counts;
        const payload = {
          submission,
          sha256,
          rows,
          accepted,
          rejected,
          unchanged,
          enrolled,
          rosterRoot,
          regulationVersion: REGULATION_VERSION,
        };
        return { act: rejected > 0 ? 'roster-judged-faulty' : 'roster-judged', payload, result: judged };
      },
    );
  }
}

/** Tells the server that the work goes on; @throws CancelledFailure when the worker is being stopped: the next one goes on here. */
async function heartbeat(chunk: number): Promise<void> {
  const context = Context.current();
  context.heartbeat(chunk);
  if (context.cancellationSignal.aborted) await context.cancelled;
}
