import { RehearsalStopped } from '@kerjasama/rehearsal/stage-hand';
import { Command, InvalidArgumentError } from 'commander';
import { benchCycle, type CycleRun } from './bench-cycle';
import { compareCycles } from './compare-cycles';
import { printComparison } from './print-comparison';

interface CycleFlags {
  readonly sizes: readonly number[];
  readonly json: boolean;
}

const SIZES = [1000, 10_000, 102_000] as const;
const LARGEST = 989_901;

/** `npm run bench -- cycle`: whole years at several sizes, each beside a plain COPY of its own roster. Nothing here passes or fails. */
async function runCycles({ sizes, json }: CycleFlags): Promise<void> {
  const runs: CycleRun[] = [];
  for (const size of sizes) {
    runs.push(
      await benchCycle(size, (line) => {
        process.stderr.write(`${line}\n`);
      }),
    );
  }
  const comparison = compareCycles(runs);
  if (json) console.log(JSON.stringify(comparison));
  else printComparison(comparison, process.stdout);
}

/** `1000,10000`: ascending, so that each column grows from the one before it. */
function toSizes(text: string): number[] {
  const sizes = text.split(',').map(Number);
  const ascending = sizes.every((size, nth) => nth === 0 || size > (sizes[nth - 1] ?? 0));
  if (ascending && sizes.every((size) => Number.isInteger(size) && size >= 1 && size <= LARGEST)) return sizes;
  throw new InvalidArgumentError(`whole numbers from 1 to ${LARGEST}, ascending, with commas between them`);
}

const program = new Command('bench').description(
  'how long things take, as ratios to a baseline measured in the same run',
);
program
  .command('cycle')
  .description('one whole annual cycle at each size, beside a plain COPY of the same roster')
  .option('--sizes <sizes>', 'numbers of workers', toSizes, [...SIZES])
  .option('--json', 'one JSON object on stdout', false)
  .action(runCycles);

program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof RehearsalStopped)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
