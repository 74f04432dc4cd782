import { type Comparison, type StageComparison } from './compare-cycles';
import { toTable } from './to-table';

const HEAD = [
  'copies: how many plain COPYs of the same roster, in the same Postgres, would have fitted into it.',
  'growth: how much longer than the size before, for each time more members; at most 1 is no faster than the members.',
] as const;

/** The comparison as a table for people: a row a stage; at each size milliseconds and copies, then the growth from size to size. */
export function printComparison(comparison: Comparison, stream: NodeJS.WritableStream): void {
  const { sizes, copyMs, stages, workerPeakBytes, largestHistory } = comparison;
  const perSize = (cell: (nth: number) => readonly [string, string]) => sizes.flatMap((_, nth) => cell(nth));
  const rows = [
    ['', '', ...sizes.flatMap((size) => [`ms at ${whole(size)}`, 'copies']), ...sizes.slice(1).map(() => 'growth')],
    ['plain COPY', 'members', ...perSize((nth) => [whole(copyMs[nth] ?? 0), '1']), ...growthOfCopy(comparison)],
    ...stages.map(toRow),
    ['worker, peak MB', '', ...perSize((nth) => [megabytes(workerPeakBytes[nth] ?? null), ''])],
    ['longest history', '', ...perSize((nth) => [whole(largestHistory[nth] ?? 0), ''])],
  ];
  stream.write(`\n${[...toTable(rows, 2), '', ...HEAD].join('\n')}\n`);
}

function toRow({ stage, growsWith, at, growth }: StageComparison): string[] {
  return [
    stage,
    growsWith,
    ...at.flatMap(({ ms, copies }) => [whole(ms), copies.toFixed(1)]),
    ...growth.map((factor) => factor.toFixed(2)),
  ];
}

function growthOfCopy({ sizes, copyMs }: Comparison): string[] {
  return sizes.slice(1).map((size, nth) => {
    const members = size / (sizes[nth] ?? size);
    return ((copyMs[nth + 1] ?? 0) / (copyMs[nth] ?? 1) / members).toFixed(2);
  });
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function megabytes(bytes: number | null): string {
  return bytes === null ? 'unknown' : whole(bytes / 1_000_000);
}
