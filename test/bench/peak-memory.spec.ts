import { peakMemory } from './peak-memory';

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('the peak of a process is at least what it holds now', () => {
  expect(peakMemory(process.pid)).toBeGreaterThanOrEqual(process.memoryUsage.rss() * 0.9);
});

test('a process that there is not has no peak', () => {
  expect(peakMemory(2 ** 30)).toBeNull();
});
