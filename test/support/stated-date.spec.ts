import { dateInJakarta } from '@kerjasama/kernel/plain-date';
import { liveClock } from '@kerjasama/temporal/business-clock';
import { nextMorningOf, offsetTo, otherDate, type StatedDate } from './stated-date';

test.each<[now: string, stated: StatedDate, starts: string]>([
  ['2026-11-26T01:59:59Z', '11-26', '2026-11-26T02:00:00.000Z'],
  ['2026-11-26T02:00:00Z', '11-26', '2027-11-26T02:00:00.000Z'],
  ['2026-12-31T17:00:00Z', '12-31', '2027-12-31T02:00:00.000Z'],
  ['2026-11-26T10:00:00Z', '02-28', '2027-02-28T02:00:00.000Z'],
  ['2026-11-26T10:00:00Z', '02-29', '2028-02-29T02:00:00.000Z'],
  ['2028-02-29T10:00:00Z', '02-29', '2032-02-29T02:00:00.000Z'],
])('at %s a test that states %s starts at %s', (now, stated, starts) => {
  expect(nextMorningOf(stated, new Date(now)).toISOString()).toBe(starts);
});

test('from any moment the start is ahead, on the stated day', async () => {
  const stated = otherDate() ?? '05-15';
  for (const now of ['2026-11-26T10:30:00Z', '2027-05-14T17:30:00Z', '2028-02-29T16:59:59Z', '2030-12-31T17:00:00Z']) {
    const real = Date.parse(now);
    const offset = await offsetTo(
      '05-15',
      liveClock(() => real),
    );
    expect(offset).toBeGreaterThan(0);
    expect(dateInJakarta(new Date(real + offset))).toMatch(new RegExp(`-${stated}$`));
  }
});

test('the environment names another date, and one that no year has is refused', () => {
  expect(otherDate({})).toBeUndefined();
  expect(otherDate({ KERJASAMA_TEST_DATE: '02-29' })).toBe('02-29');
  for (const wrong of ['02-30', '13-01', '2-29', '2028-02-29'])
    expect(() => otherDate({ KERJASAMA_TEST_DATE: wrong })).toThrow('not');
  expect(() => nextMorningOf('04-31', new Date('2026-11-26'))).toThrow('04-31');
});
