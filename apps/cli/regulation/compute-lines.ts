import { once } from 'node:events';
import { type Writable } from 'node:stream';

import { refuse, type Refusal } from '@kerjasama/kernel/refusal';
import { computeLine, refusedLine } from '@kerjasama/regulation/batch/compute-line';
import { type Settings } from '@kerjasama/regulation/readings/register';

import { LONGEST_LINE, splitLines } from './split-lines';

const WRITE_AT = 65_536;

/**
 * Answers every line in its order as it comes, holding one line and one write's worth of answers. Ends early and quietly
 * when the reader of the answers goes away.
 */
export async function computeLines(
  input: AsyncIterable<Uint8Array>,
  output: Writable,
  settings: Settings,
): Promise<void> {
  const gone = watch(output);
  let answers = '';
  for await (const line of splitLines(input)) {
    const answered = 'tooLong' in line ? refusedLine(null, lineTooLong()) : computeLine(line.text, settings);
    answers += `${JSON.stringify(answered)}\n`;
    if (answers.length < WRITE_AT) continue;
    if (!(await write(output, answers, gone))) return;
    answers = '';
  }
  await write(output, answers, gone);
}

interface Reader {
  left: boolean;
}

/** A broken pipe is the reader's right (`| head`); any other failure of the output is thrown by the write. */
function watch(output: Writable): Reader {
  const reader: Reader = { left: false };
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    reader.left = true;
  });
  return reader;
}

async function write(output: Writable, text: string, reader: Reader): Promise<boolean> {
  if (reader.left || output.destroyed) return false;
  if (output.write(text)) return true;
  await Promise.race([once(output, 'drain'), once(output, 'close')]);
  return !output.destroyed;
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
