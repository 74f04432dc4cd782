/** One physical line without its end. */
export interface Line {
  /** From 1, as a spreadsheet or an editor counts. */
  readonly number: number;
  /** Null when its bytes are not UTF-8. */
  readonly text: string | null;
  /** What can be shown of a line that is not UTF-8; empty otherwise. */
  readonly garbled: string;
}

const LF = 0x0a;
const BOM = Buffer.of(0xef, 0xbb, 0xbf);

/** Cuts a stream of bytes into lines, block by block: LF or CRLF, a BOM at the start is dropped. A last line needs no end. */
export async function* readLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<readonly Line[]> {
  let rest = Buffer.alloc(0);
  let next = 1;
  for await (const block of bytes) {
    const held = rest.length > 0 ? Buffer.concat([rest, block]) : block;
    const end = held.lastIndexOf(LF) + 1;
    rest = Buffer.from(held.subarray(end));
    if (end === 0) continue;
    const lines = toLines(held.subarray(0, end - 1), next);
    next += lines.length;
    yield lines;
  }
  if (rest.length > 0) yield toLines(rest, next);
}

/** @param block whole lines, without the last one's LF */
function toLines(block: Buffer, first: number): readonly Line[] {
  const start = first === 1 && block.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0;
  const bytes = block.subarray(start);
  const whole = decode(bytes);
  if (whole === null) return splitBytes(bytes).map((line, index) => toLine(line, first + index));
  return whole.split('\n').map((line, index) => ({ number: first + index, text: withoutCr(line), garbled: '' }));
}

function toLine(bytes: Buffer, number: number): Line {
  const text = decode(bytes);
  return { number, text: text && withoutCr(text), garbled: text === null ? withoutCr(bytes.toString('utf8')) : '' };
}

function splitBytes(block: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from <= block.length;) {
    const found = block.indexOf(LF, from);
    const end = found === -1 ? block.length : found;
    lines.push(block.subarray(from, end));
    from = end + 1;
  }
  return lines;
}

/** Null when the bytes are not UTF-8. A new decoder each time: one that has failed keeps what it failed on. */
function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function withoutCr(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
