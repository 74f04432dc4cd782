import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sampleRoster } from '@kerjasama/enrolment/sample/sample-roster';
import { parsePlainDate, type PlainDate } from '@kerjasama/kernel/plain-date';
import { Command, InvalidArgumentError } from 'commander';

interface Flags {
  readonly size: number;
  readonly seed: number;
  readonly coverStart: PlainDate;
  readonly corrected: boolean;
  readonly output?: string;
}

/** Beyond it two rows might share a NIK. */
const LARGEST_SIZE = 989_901;
const LARGEST_SEED = 2_147_483_647;

/** `kerjasama sample roster`: a synthetic roster, the same on every machine for the same size, seed and first day of cover. */
export function sampleCommand(): Command {
  const sample = new Command('sample').description('data contoh / sample data');
  sample
    .command('roster')
    .description('daftar pekerja sintetis sebagai CSV / a synthetic roster as CSV')
    .requiredOption('--size <workers>', 'jumlah pekerja / number of workers', wholeUpTo(LARGEST_SIZE, 1))
    .option('--seed <seed>', 'benih / seed', wholeUpTo(LARGEST_SEED, 0), 1)
    .requiredOption('--cover-start <date>', 'hari pertama perlindungan / first day of cover', toDate)
    .option('--corrected', 'hanya baris yang salah, sudah diperbaiki / only the broken rows, put right', false)
    .option('-o, --output <file>', 'berkas; tanpa ini ke stdout / file; stdout without it')
    .action(writeRoster);
  return sample;
}

async function writeRoster({ size, seed, coverStart, corrected, output }: Flags): Promise<void> {
  const roster = Readable.from(sampleRoster({ size, seed, coverStart, corrected }));
  if (output !== undefined) return pipeline(roster, createWriteStream(output));
  await pipeline(roster, process.stdout, { end: false }).catch((error: unknown) => {
    // Whoever reads has enough, e.g. `| head`.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  });
}

function wholeUpTo(largest: number, least: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d{1,10}$/.test(text) && number >= least && number <= largest) return number;
    throw new InvalidArgumentError(`bilangan bulat ${least}–${largest} / a whole number from ${least} to ${largest}`);
  };
}

function toDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date.refused) throw new InvalidArgumentError(`${date.remedy.id} / ${date.remedy.en}`);
  return date.value;
}
