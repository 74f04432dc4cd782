import { type Writable } from 'node:stream';

import { refuse, type Refusal } from '@kerjasama/kernel/refusal';
import { computeLine, refusedLine } from '@kerjasama/regulation/batch/compute-line';
import { type Settings } from '@kerjasama/regulation/readings/register';

import { LONGEST_LINE, splitLines } from './split-lines';

const WRITE_AT = 65_536;

/**
 * Answers every line in its order as it comes, holding one line and one write's worth of answers. Ends early and quietly
 * when the reader of the answers goes away; any other failure of the output is thrown.
 */
export async function computeLines(
  input: AsyncIterable<Uint8Array>,
  output: Writable,
  settings: Settings,
): Promise<void> {
  const ignore = (): void => undefined;
  output.on('error', ignore);
  try {
    let answers = '';
    for await (const line of splitLines(input)) {
      const answered = 'tooLong' in line ? refusedLine(null, lineTooLong()) : computeLine(line.text, settings);
      answers += `${JSON.stringify(answered)}\n`;
      if (answers.length < WRITE_AT) continue;
      await write(output, answers);
      answers = '';
    }
    if (answers !== '') await write(output, answers);
  } catch (error) {
    if (!isBrokenPipe(error)) throw error;
  }
}

/** Resolves when the output has taken the text, so that a slow reader slows the reading. */
function write(output: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** The reader of the answers has left, as `| head` does: its right, and no failure of ours. */
function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

function lineTooLong(): Refusal {
  return refuse(
    'BAD_LINE',
    {
      id: `Baris ini lebih panjang dari ${LONGEST_LINE} huruf.`,
      en: `This line is longer than ${LONGEST_LINE} characters.`,
    },
    { id: 'Tulis satu objek JSON per baris.', en: 'Write one JSON object a line.' },
  );
}
