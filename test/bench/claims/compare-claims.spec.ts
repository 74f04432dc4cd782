import { compareClaims, percentile, sum, type ModeFigures, type SideFigures } from './compare-claims';

const mode = (perSecond: number, processor: number | null, tasks: number): ModeFigures => ({
  ...{ claims: 400, answeredPerSecond: 2 * perSecond, answeredPerSecondByRound: [2 * perSecond] },
  ...{ paidPerSecond: perSecond, paidPerSecondByRound: [perSecond] },
  processorMsPerClaim: processor,
  processorMsByProcess: {},
  answersMs: { report: null, decide: null, approve: null },
  paidAfterMs: null,
  eventsPerClaim: 20,
  workflowTasksPerClaim: tasks,
  ...{ actToSignalMs: null, actToTaskMs: null },
});

const side = (rush: ModeFigures, human: ModeFigures): SideFigures => ({
  ...{ revision: 'abc', flavour: '0.1.0', idleProcessorMsPerSecond: 10, rush, human },
});

const current = side(mode(40, 40, 1), mode(9, 60, 3));
const bare = { workflows: 400, workflowsPerSecond: 50, workflowsPerSecondByRound: [50] };

test('twice as many claims for half the processor', () => {
  const release = side(mode(20, 80, 3), mode(9, 75, 3));
  expect(compareClaims({ current, release, oneClock: null, bare })).toEqual({
    release: {
      rushAnsweredPerSecond: 2,
      rushPaidPerSecond: 2,
      rushProcessorPerClaim: 0.5,
      humanProcessorPerClaim: 0.8,
      rushEventsPerClaim: 1,
      humanEventsPerClaim: 1,
      rushWorkflowTasksPerClaim: 1 / 3,
      humanWorkflowTasksPerClaim: 1,
    },
    oneClock: null,
    currentToBare: 0.8,
  });
});

test('without the release, and without /proc, what needs them is unknown and the rest is there', () => {
  expect(compareClaims({ current, release: null, oneClock: null, bare })).toEqual({
    ...{ release: null, oneClock: null, currentToBare: 0.8 },
  });
  const blind = side(mode(20, null, 3), mode(9, null, 3));
  expect(compareClaims({ current, release: blind, oneClock: blind, bare })).toMatchObject({
    release: { rushPaidPerSecond: 2, rushProcessorPerClaim: null },
    oneClock: { rushPaidPerSecond: 2, rushProcessorPerClaim: null },
  });
});

test.each([
  [0.5, 2],
  [0.95, 4],
  [1, 4],
])('the percentile %d of four numbers is the least that so many do not pass', (share, expected) => {
  expect(percentile([4, 1, 3, 2], share)).toBe(expected);
});

test('of no numbers there is no percentile', () => {
  expect(percentile([], 0.5)).toBeNull();
});

test('a sum with something unknown in it is unknown', () => {
  expect([sum([1, 2]), sum([1, null])]).toEqual([3, null]);
});
