import { type CycleRun } from './bench-cycle';
import { compareCycles } from './compare-cycles';

const run = (size: number, copyMs: number, enrolment: number): CycleRun => ({
  size,
  copyMs,
  stagesMs: { enrolment, time: 500 },
  workerPeakBytes: null,
  largestHistory: 90,
});

const stageOf = (stage: string, ...runs: CycleRun[]) => compareCycles(runs).stages.find((each) => each.stage === stage);

test('a stage that takes ten times as long for ten times the members grows as they do', () => {
  expect(stageOf('enrolment', run(1000, 5, 100), run(10_000, 40, 1000))).toMatchObject({
    growsWith: 'members',
    growth: [1],
    at: [
      { size: 1000, ms: 100, copies: 20 },
      { size: 10_000, ms: 1000, copies: 25 },
    ],
  });
});

test('a stage that takes forty times as long for ten times the members is seen to outgrow them', () => {
  expect(stageOf('enrolment', run(1000, 5, 100), run(10_000, 40, 4000))?.growth).toEqual([4]);
});

test('the timers of the year cost the same at any size, so they grow slower than the members', () => {
  expect(stageOf('time', run(1000, 5, 100), run(10_000, 40, 1000), run(100_000, 400, 9000))?.growth).toEqual([
    0.1, 0.1,
  ]);
});

test('one size alone has ratios and no growth', () => {
  expect(stageOf('enrolment', run(1000, 5, 100))).toMatchObject({ growth: [], at: [{ copies: 20 }] });
});
