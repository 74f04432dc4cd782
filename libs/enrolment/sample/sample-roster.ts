import { COLUMNS } from '../rules/header';
import { breakWorker, placeFaults } from './faults';
import { type SampleFrame, type SampleWorker, sampleWorker } from './worker';

export interface SampleRoster extends SampleFrame {
  /** How many workers. */
  readonly size: number;
  /** Only the rows that the first file has wrong, put right: both files together enrol `size` workers. */
  readonly corrected: boolean;
}

const ROWS_PER_BLOCK = 1000;

/** A synthetic roster as CSV, block by block: it depends on size, seed and the first day of cover alone. */
export function* sampleRoster(request: SampleRoster): Generator<string> {
  const { size, corrected } = request;
  const faults = placeFaults(size);
  const rows = corrected ? [...faults.keys()] : Array.from({ length: size }, (_, index) => index);
  let block = toLine(COLUMNS);
  for (const [nth, index] of rows.entries()) {
    const fault = corrected ? undefined : faults.get(index);
    block += toCsv(fault === undefined ? sampleWorker(request, index) : breakWorker(request, index, fault));
    if ((nth + 1) % ROWS_PER_BLOCK > 0) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

function toCsv(worker: SampleWorker): string {
  return toLine(COLUMNS.map((column) => worker[column]));
}

function toLine(fields: readonly string[]): string {
  return `${fields.map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\n`;
}
