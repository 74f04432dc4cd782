import { expectAccepted, type Outcome } from '@kerjasama/kernel/refusal';
import { COLUMNS, parseHeader, rosterUnreadable, type RosterShape } from '../rules/header';
import { type Line, readLines } from './read-lines';
import { RecordCutter, type RosterRecord } from './record-cutter';

/** The shape of a roster, out of its first line alone. */
export async function readShape(bytes: AsyncIterable<Buffer>): Promise<Outcome<RosterShape>> {
  for await (const [header] of readLines(bytes)) return parseHeader(header?.text ?? '');
  return rosterUnreadable(COLUMNS);
}

/**
 * The rows of a roster in their order, in chunks of `size`, the last one smaller: the same bytes give the same chunks.
 * A blank line is no row. @throws when the header cannot be read
 */
export async function* readChunks(bytes: AsyncIterable<Buffer>, size: number): AsyncGenerator<readonly RosterRecord[]> {
  let cutter: RecordCutter | null = null;
  let waiting: RosterRecord[] = [];
  for await (const lines of withEnd(readLines(bytes))) {
    const [header] = lines ?? [];
    const rows = cutter === null ? lines?.slice(1) : lines;
    cutter ??= new RecordCutter(expectAccepted(parseHeader(header?.text ?? '')));
    waiting.push(...cutter.cut(rows ?? [], lines === null));
    for (; waiting.length >= size; waiting = waiting.slice(size)) yield waiting.slice(0, size);
  }
  if (waiting.length > 0) yield waiting;
}

/** Ends with null, so that what waits for another line learns that none comes. */
async function* withEnd(blocks: AsyncIterable<readonly Line[]>): AsyncGenerator<readonly Line[] | null> {
  yield* blocks;
  yield null;
}
