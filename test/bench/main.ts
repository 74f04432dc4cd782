import { RehearsalStopped } from '@kerjasama/rehearsal/stage-hand';
import { Command, InvalidArgumentError } from 'commander';
import { benchCycle, type CycleRun } from './bench-cycle';
import { benchClaims, type ClaimsWish } from './claims/bench-claims';
import { compareClaims } from './claims/compare-claims';
import { printClaims } from './claims/print-claims';
import { RELEASE_0_1_0 } from './claims/release-tree';
import { Interrupted, undoing } from './claims/undo';
import { compareCycles } from './compare-cycles';
import { printComparison } from './print-comparison';

interface CycleFlags {
  readonly sizes: readonly number[];
  readonly json: boolean;
}

interface ClaimsFlags {
  readonly base: string;
  readonly rounds: number;
  readonly claims: number;
  readonly human: number;
  readonly oneClock: boolean;
  readonly json: boolean;
}

const SIZES = [1000, 10_000, 102_000] as const;
const LARGEST = 989_901;

/** `npm run bench -- cycle`: whole years at several sizes, each beside a plain COPY of its own roster. Nothing here passes or fails. */
async function runCycles({ sizes, json }: CycleFlags): Promise<void> {
  const runs: CycleRun[] = [];
  for (const size of sizes) {
    runs.push(await benchCycle(size, say));
  }
  const comparison = compareCycles(runs);
  if (json) console.log(JSON.stringify(comparison));
  else printComparison(comparison, process.stdout);
}

/** `npm run bench -- claims`: the claims path of this tree beside that of an older one, and beside a bare workflow. Nothing here passes or fails. */
async function runClaims({ base, rounds, claims, human, oneClock, json }: ClaimsFlags): Promise<void> {
  const wish: ClaimsWish = { release: base, rounds, rushClaims: claims, humanClaims: human, oneClock };
  const figures = await undoing((undo) => benchClaims(wish, undo, say));
  const ratios = compareClaims(figures);
  process.stdout.write(printClaims(figures, ratios));
  if (json) console.log(JSON.stringify({ bench: 'claims', ratios, figures }, rounded));
}

/** A thousandth is finer than any of it is measured. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(3)) : value;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function toCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 100_000) return count;
  throw new InvalidArgumentError('a whole number from 1');
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

program
  .command('claims')
  .description('claims a second and what each costs, beside release 0.1.0 and a bare workflow')
  .option('--base <revision>', 'the older revision', RELEASE_0_1_0)
  .option('--rounds <number>', 'how often each has its turn', toCount, 4)
  .option('--claims <number>', 'claims of each side in a rush, in all turns together', toCount, 400)
  .option('--human <number>', 'claims of each side at human pace, in all turns together', toCount, 200)
  .option(
    '--one-clock',
    'beside it the variant: no workflow for a claim until it is approved, one timer a cycle',
    false,
  )
  .option('--json', 'one JSON object at the end of stdout', false)
  .action(runClaims);

program.parseAsync().catch((error: unknown) => {
  if (error instanceof Interrupted) process.exit(130); // what was in flight would keep this process waiting
  if (!(error instanceof RehearsalStopped)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
