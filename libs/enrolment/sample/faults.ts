import { assertNever } from '@kerjasama/kernel/assert-never';
import { addMonths } from '@kerjasama/kernel/plain-date';
import { type SampleFrame, sampleNik, type SampleWorker, sampleWorker } from './worker';

/** The nine ways in which rows of real rosters are broken, in the order in which the sample uses them. */
export const FAULTS = [
  'nik-length',
  'nik-letters',
  'nik-scientific',
  'nik-date',
  'birth-date-impossible',
  'birth-date-missing',
  'under-age',
  'name-missing',
  'nik-twice',
] as const;
export type Fault = (typeof FAULTS)[number];

const ROWS_PER_FAULT = 745;

/** One row in 745 is broken, rounded: 137 of 102,000. */
export function faultyRows(size: number): number {
  return Math.round(size / ROWS_PER_FAULT);
}

/** Where the broken rows stand, from 0, spread evenly, and what is wrong with each. Never the first row. */
export function placeFaults(size: number): ReadonlyMap<number, Fault> {
  const count = faultyRows(size);
  return new Map(
    Array.from({ length: count }, (_, nth) => [
      Math.floor(((2 * nth + 1) * size) / (2 * count)),
      FAULTS[nth % FAULTS.length] ?? 'nik-length',
    ]),
  );
}

/** The worker of a row, broken in one way. */
export function breakWorker(frame: SampleFrame, index: number, fault: Fault): SampleWorker {
  const worker = sampleWorker(frame, index);
  const { nik } = worker;
  switch (fault) {
    case 'nik-length':
      return { ...worker, nik: nik.slice(0, 15) };
    case 'nik-letters':
      return { ...worker, nik: `${nik.slice(0, 12)}O${nik.slice(13)}` };
    case 'nik-scientific':
      return { ...worker, nik: `${nik[0] ?? ''},${nik.slice(1, 6)}E+15` };
    case 'nik-date':
      return { ...worker, nik: `${nik.slice(0, 6)}${worker.jenis_kelamin === 'P' ? '71' : '31'}02${nik.slice(10)}` };
    case 'birth-date-impossible':
      return { ...worker, tanggal_lahir: `${worker.tanggal_lahir.slice(0, 4)}-02-30` };
    case 'birth-date-missing':
      return { ...worker, tanggal_lahir: '' };
    case 'under-age': {
      const bornOn = addMonths(frame.coverStart, -12 * 17);
      const isWoman = worker.jenis_kelamin === 'P';
      return { ...worker, tanggal_lahir: bornOn, nik: sampleNik(worker.kode_kabupaten, bornOn, isWoman, index) };
    }
    case 'name-missing':
      return { ...worker, nama: '' };
    case 'nik-twice':
      return { ...worker, nik: sampleWorker(frame, index - 1).nik };
    default:
      return assertNever(fault);
  }
}
