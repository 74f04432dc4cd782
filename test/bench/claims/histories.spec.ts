import { noticedIn, SIGNALED, STARTED, TASK_COMPLETED, TASK_STARTED } from './histories';

const at = (time: number, type: number) => ({ type, at: time });

test('an act counts from its record to the task after its signal, a report to the task after its start', () => {
  const events = [
    ...[at(105, STARTED), at(120, TASK_STARTED), at(125, TASK_COMPLETED)],
    ...[at(204, SIGNALED), at(209, TASK_STARTED), at(230, TASK_COMPLETED)],
  ];
  expect(noticedIn(events, [100, 200])).toEqual([
    { announcedMs: 5, taskMs: 20 },
    { announcedMs: 4, taskMs: 9 },
  ]);
});

test('two acts before one signal: the last of them is announced, and a second signal of it is not counted', () => {
  const events = [at(210, SIGNALED), at(215, TASK_STARTED), at(220, SIGNALED), at(250, TASK_STARTED)];
  expect(noticedIn(events, [100, 200])).toEqual([{ announcedMs: 10, taskMs: 15 }]);
});

test('acts that the workflow itself records come after its start, and nothing announces them', () => {
  expect(noticedIn([at(100, STARTED), at(101, TASK_STARTED), at(140, TASK_COMPLETED)], [110, 130])).toEqual([]);
});
