import { toTable } from '../to-table';
import { type ClaimFigures, type ClaimRatios, type ModeFigures, type Percentiles } from './compare-claims';
import { type SideFigures } from './compare-claims';

const NOTES = [
  'release: the older revision, measured in turns with this tree. ratio: this tree for each of it. bare: a workflow of five activities.',
  'act to task: from the record of an act to the workflow task that takes note of it; unknown where the workflow records its acts itself.',
] as const;

type Row = readonly [what: string, figure: (side: SideFigures) => string, ratio?: keyof ClaimRatios];

const ROWS: readonly Row[] = [
  ['revision', ({ revision }) => revision.slice(0, 12)],
  ['flavour of the API', ({ flavour }) => flavour],
  ['idle, processor ms a second', ({ idleProcessorMsPerSecond }) => number(idleProcessorMsPerSecond)],
  ['rush: claims a second', ({ rush }) => number(rush.claimsPerSecond), 'rushClaimsPerSecond'],
  ['by round', ({ rush }) => each(rush.claimsPerSecondByRound)],
  ['ms a claim', ({ rush }) => number(rush.msPerClaim)],
  ...modeRows('rush', 'rushProcessorPerClaim', 'rushWorkflowTasksPerClaim'),
  ['human pace: claims', ({ human }) => String(human.claims)],
  ...modeRows('human', 'humanProcessorPerClaim', 'humanWorkflowTasksPerClaim'),
];

/** The figures of both sides beside each other, and the ratios. */
export function printClaims({ machine, current, release, bare }: ClaimFigures, ratios: ClaimRatios): string {
  const rows = [
    ['', 'current', 'release', 'ratio'],
    ...ROWS.map(([what, figure, ratio]) => [
      what,
      figure(current),
      release === null ? 'not to be had' : figure(release),
      ratio === undefined ? '' : number(ratios[ratio], 2),
    ]),
    [`busy before, of ${machine.processors} processors`, number(machine.busyBefore, 2), '', ''],
    ['bare: workflows a second', number(bare.workflowsPerSecond), '', ''],
    ['by round', each(bare.workflowsPerSecondByRound), '', ''],
    ['claims for each bare workflow', '', '', number(ratios.currentToBare, 2)],
  ];
  return `\n${[...toTable(rows, 1), '', ...NOTES].join('\n')}\n`;
}

function modeRows(mode: 'rush' | 'human', processor: keyof ClaimRatios, tasks: keyof ClaimRatios): Row[] {
  const of = (figure: (figures: ModeFigures) => string) => (side: SideFigures) => figure(side[mode]);
  return [
    ['processor ms a claim', of(({ processorMsPerClaim }) => number(processorMsPerClaim)), processor],
    ...['postgres', 'temporal', 'worker', 'api'].map((name): Row => [
      `  ${name}`,
      of(({ processorMsByProcess }) => number(processorMsByProcess[name] ?? null)),
    ]),
    ['report, ms p50/p95', of(({ answersMs }) => both(answersMs.report))],
    ['decide, ms p50/p95', of(({ answersMs }) => both(answersMs.decide))],
    ['approve, ms p50/p95', of(({ answersMs }) => both(answersMs.approve))],
    ['then paid after, ms p50/p95', of(({ paidAfterMs }) => both(paidAfterMs))],
    ['looks until paid', of(({ looksPerClaim }) => number(looksPerClaim))],
    ['events a claim', of(({ eventsPerClaim }) => number(eventsPerClaim))],
    ['workflow tasks a claim', of(({ workflowTasksPerClaim }) => number(workflowTasksPerClaim, 2)), tasks],
    ['act to task, ms p50/p95', of(({ actToTaskMs }) => both(actToTaskMs))],
  ];
}

function both(percentiles: Percentiles | null): string {
  return percentiles === null ? 'unknown' : `${number(percentiles.p50, 0)}/${number(percentiles.p95, 0)}`;
}

function number(value: number | null, digits = 1): string {
  return value === null ? 'unknown' : value.toFixed(digits);
}

function each(values: readonly number[]): string {
  return values.map((value) => number(value)).join(' ');
}
