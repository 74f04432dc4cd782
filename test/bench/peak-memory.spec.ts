import { peakMemory } from './peak-memory';

test('the peak of a process is at least what it holds now, where the system tells', () => {
  const least = process.platform === 'linux' ? process.memoryUsage.rss() * 0.9 : 0;
  expect(peakMemory(process.pid) ?? 0).toBeGreaterThanOrEqual(least);
});

test('a process that there is not has no peak', () => {
  expect(peakMemory(2 ** 30)).toBeNull();
});
