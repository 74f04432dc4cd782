import { spawnSync } from 'node:child_process';
import { parseUsage, processorMs } from './processor-time';

test('a line of /proc is read after the last bracket: user, system, and both of ended children', () => {
  const line = '42 (a ) b) S 7 42 42 0 -1 4194560 100 0 0 0 3 4 5 6 20 0 1 0 999 0 0';
  expect(parseUsage(line)).toEqual({ parent: 7, ms: 180 });
});

test('anything else is no usage', () => {
  expect(parseUsage('')).toBeNull();
});

test('what an ended child has used is counted, where the system tells', () => {
  const before = processorMs(process.pid);
  spawnSync(process.execPath, ['-e', 'const end = performance.now() + 200; while (performance.now() < end);']);
  const used = (processorMs(process.pid) ?? 0) - (before ?? 0);
  expect(used).toBeGreaterThanOrEqual(process.platform === 'linux' ? 100 : 0);
});

test('a process that there is not has used nothing that anybody knows', () => {
  expect(processorMs(2 ** 30)).toBeNull();
});
