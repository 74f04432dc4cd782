import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines } from '@kerjasama/stack/processes/log-file';

const LINES_AT_FIRST = 40;
const POLL_MS = 300;

/** The logs of a stack that exist, by name. */
export function logNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.log'))
    .map((file) => file.slice(0, -'.log'.length));
}

/** Prints the ends of logs; each line carries the log's name when there are several. Follows until the signal, if asked. */
export async function printLogs(
  folder: string,
  names: readonly string[],
  print: (line: string) => void,
  follow?: AbortSignal,
): Promise<void> {
  const tag = (name: string, line: string): string => (names.length > 1 ? `${name.padEnd(10)} ${line}` : line);
  const logs = names.map((name) => ({ name, file: join(folder, `${name}.log`), seen: 0, rest: '' }));
  for (const log of logs) {
    log.seen = sizeOf(log.file);
    for (const line of lastLines(log.file, LINES_AT_FIRST)) print(tag(log.name, line));
  }
  while (follow !== undefined && !follow.aborted) {
    for (const log of logs) {
      const size = sizeOf(log.file);
      const from = size < log.seen ? 0 : log.seen; // shorter than before: it was turned over
      const lines = `${log.rest}${read(log.file, from, size)}`.split('\n');
      log.rest = lines.pop() ?? '';
      log.seen = size;
      for (const line of lines) print(tag(log.name, line));
    }
    await sleep(POLL_MS, undefined, { signal: follow }).catch(() => undefined);
  }
}

function sizeOf(file: string): number {
  if (!existsSync(file)) return 0;
  const handle = openSync(file, 'r');
  try {
    return fstatSync(handle).size;
  } finally {
    closeSync(handle);
  }
}

function read(file: string, from: number, to: number): string {
  if (to <= from || !existsSync(file)) return '';
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(to - from);
    const count = readSync(handle, bytes, 0, bytes.length, from);
    return bytes.subarray(0, count).toString('utf8');
  } finally {
    closeSync(handle);
  }
}
