import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';

const ROTATE_ABOVE_BYTES = 20_000_000;
const TAIL_BYTES = 64_000;

/** The last lines of a log; none when there is no log. Reads only its end. */
export function lastLines(file: string, count: number): string[] {
  if (!existsSync(file)) return [];
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
    readSync(handle, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8').split('\n').filter(Boolean).slice(-count);
  } finally {
    closeSync(handle);
  }
}

/** Keeps one older log beside a log that has grown long. Called before its process starts. */
export function rotateLog(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > ROTATE_ABOVE_BYTES) renameSync(file, `${file}.1`);
}
