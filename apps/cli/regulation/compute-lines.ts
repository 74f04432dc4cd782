import { type Writable } from 'node:stream';

import { refuse, type Refusal } from '@kerjasama/kernel/refusal';
import { computeLine, refusedLine } from '@kerjasama/regulation/batch/compute-line';
import { type Settings } from '@kerjasama/regulation/readings/register';

import { type InputLine, LONGEST_LINE, splitLines } from './split-lines';

const WRITE_AT = 65_536;

/**
 * Answers every line in its order as it comes: whoever waits for an answer before the next request gets it. Holds one
 * piece of the input and one write's worth of answers. Ends early and quietly when the reader of the answers goes away;
 * any other failure of the output is thrown.
 */
export async function computeLines(
  input: AsyncIterable<Uint8Array>,
  output: Writable,
  settings: Settings,
): Promise<void> {
  const ignore = (): void => undefined;
  output.on('error', ignore);
  try {
    for await (const lines of splitLines(input)) {
      let answers = '';
      for (const line of lines) {
        answers += `${answerOf(line, settings)}\n`;
        if (answers.length < WRITE_AT) continue;
        await write(output, answers);
        answers = '';
      }
      if (answers !== '') await write(output, answers);
    }
  } catch (error) {
    if (!isBrokenPipe(error)) throw error;
  }
}

function answerOf(line: InputLine, settings: Settings): string {
  if ('tooLong' in line) return JSON.stringify(refusedLine(null, lineTooLong()));
  try {
    const answered = computeLine(line.text, settings);
    return withIdAsWritten(line.text, answered.id, JSON.stringify(answered));
  } catch (error) {
    // An id may be read at a depth at which it cannot be written.
    if (error instanceof RangeError) return JSON.stringify(refusedLine(null, idTooDeep()));
    throw error;
  }
}

const NUMBER_AS_ID = /^\s*\{\s*"id"\s*:\s*(-?\d[\d.eE+-]*)\s*[,}]/;

/** JSON reads a long number as the nearest it can hold; whoever sent it must find their own again. */
function withIdAsWritten(line: string, id: unknown, answered: string): string {
  if (typeof id !== 'number' || Number.isSafeInteger(id)) return answered;
  const written = NUMBER_AS_ID.exec(line)?.[1];
  if (written === undefined) return answered;
  return answered.replace(/^\{"id":[^,]*,/, () => `{"id":${written},`);
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

function idTooDeep(): Refusal {
  return refuse(
    'BAD_ID',
    { id: 'Baris ini terlalu dalam bertingkat.', en: 'This line is nested too deep.' },
    { id: 'Pakai bilangan atau teks sebagai "id".', en: 'Use a number or text as "id".' },
    { path: 'id' },
  );
}
