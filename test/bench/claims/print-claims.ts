import { toTable } from '../to-table';
import { type ClaimFigures, type ClaimRatios, type ModeFigures, type Percentiles } from './compare-claims';
import { type SideFigures, type SideRatios } from './compare-claims';

const NOTES = [
  'release: the older revision; one clock: no workflow for a claim until it is approved. In turns with this tree. ratio: this tree for each of it.',
  'answered: until the last approval was answered; paid: until the last claim was seen paid. bare: a workflow of five activities.',
  'act to task: from the record of an act to the workflow task that takes note of it; unknown where the workflow records its acts itself.',
] as const;

type Row = readonly [what: string, figure: (side: SideFigures) => string, ratio?: keyof SideRatios];

const ROWS: readonly Row[] = [
  ['revision', ({ revision }) => revision.slice(0, 12)],
  ['flavour of the API', ({ flavour }) => flavour],
  ['idle, processor ms a second', ({ idleProcessorMsPerSecond }) => number(idleProcessorMsPerSecond)],
  ['rush: answered claims a second', ({ rush }) => number(rush.answeredPerSecond), 'rushAnsweredPerSecond'],
  ['by round', ({ rush }) => each(rush.answeredPerSecondByRound)],
  ['rush: paid claims a second', ({ rush }) => number(rush.paidPerSecond), 'rushPaidPerSecond'],
  ['by round', ({ rush }) => each(rush.paidPerSecondByRound)],
  ...modeRows('rush', 'rushProcessorPerClaim', 'rushEventsPerClaim', 'rushWorkflowTasksPerClaim'),
  ['human pace: claims', ({ human }) => String(human.claims)],
  ...modeRows('human', 'humanProcessorPerClaim', 'humanEventsPerClaim', 'humanWorkflowTasksPerClaim'),
];

/** The figures of all sides beside each other, and the ratios. */
export function printClaims(figures: ClaimFigures, ratios: ClaimRatios): string {
  const { machine, current, release, oneClock, bare } = figures;
  const others = [
    { name: 'release', side: release, ratios: ratios.release },
    ...(oneClock === null ? [] : [{ name: 'one clock', side: oneClock, ratios: ratios.oneClock }]),
  ];
  const blank = others.flatMap(() => ['', '']);
  const rows = [
    ['', 'current', ...others.flatMap(({ name }) => [name, 'ratio'])],
    ...ROWS.map(([what, figure, ratio]) => [
      what,
      figure(current),
      ...others.flatMap(({ side, ratios: those }) => [
        side === null ? 'not to be had' : figure(side),
        ratio === undefined ? '' : number(those && those[ratio], 2),
      ]),
    ]),
    [`busy before, of ${machine.processors} processors`, number(machine.busyBefore, 2), ...blank],
    ['bare: workflows a second', number(bare.workflowsPerSecond), ...blank],
    ['by round', each(bare.workflowsPerSecondByRound), ...blank],
    ['paid claims for each bare workflow', number(ratios.currentToBare, 2), ...blank],
  ];
  return `\n${[...toTable(rows, 1), '', ...NOTES].join('\n')}\n`;
}

type Ratio = keyof SideRatios;

function modeRows(mode: 'rush' | 'human', processor: Ratio, events: Ratio, tasks: Ratio): Row[] {
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
    ['events a claim', of(({ eventsPerClaim }) => number(eventsPerClaim)), events],
    ['workflow tasks a claim', of(({ workflowTasksPerClaim }) => number(workflowTasksPerClaim, 2)), tasks],
    ['act to signal, ms p50/p95', of(({ actToSignalMs }) => both(actToSignalMs))],
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
