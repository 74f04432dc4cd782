import { plainDate } from '@kerjasama/kernel/plain-date';
import { claimCount, nextBirthday, planClaims, planOf, planYear, scaledPagu } from './plan';

const BORN = plainDate('2027-11-19');

test.each([
  ['2026-11-23', '2027-11-19'],
  ['2027-11-18', '2027-11-19'],
  ['2027-11-19', '2027-11-19'],
  ['2027-11-20', '2028-11-19'],
])('a year rehearsed on %s is born on %s', (today, born) => {
  expect(nextBirthday(plainDate(today))).toBe(born);
});

test("the article's money scales with its workers, rounded down, and eleven months always fit", () => {
  expect(scaledPagu(102_000)).toBe(19_000_000_000);
  expect(scaledPagu(100)).toBe(18_627_450);
  for (const size of [1, 7, 745, 1_000_000]) {
    expect(scaledPagu(size)).toBeGreaterThanOrEqual(size * 11 * 16_800);
    expect(scaledPagu(size)).toBeLessThan(size * 12 * 16_800);
  }
});

test.each([
  [1, 1],
  [250, 1],
  [499, 1],
  [500, 2],
  [102_000, 408],
])('of %i members %i claim', (size, claims) => {
  expect(claimCount(size)).toBe(claims);
});

test('the plan of an agreement is found again by its id, and no other id has one', () => {
  const plan = planYear(102_000, 1, BORN);
  expect(planOf(plan.cycle.agreement)).toEqual(plan);
  expect(planOf(planYear(1, 1, BORN).cycle.agreement)?.size).toBe(1);
  expect(planOf('PKS-2027-001' as typeof plan.cycle.agreement)).toBeNull();
});

test('claims depend on size and seed, not on the year, and no member claims twice', () => {
  const [early, late] = [BORN, plainDate('2031-11-19')].map((born) => planClaims(planYear(5_000, 3, born), 11));
  const withoutYear = (claims = early) =>
    claims?.map(({ kind, row, ground, staysOpen, unableToWork }) => ({ kind, row, ground, staysOpen, unableToWork }));
  expect(withoutYear(late)).toEqual(withoutYear(early));
  expect(new Set(early?.map(({ row }) => row)).size).toBe(20);
  expect(withoutYear(planClaims(planYear(5_000, 4, BORN), 11))).not.toEqual(withoutYear(early));
});

test('events lie in their month before the day of the report; a few claims are refused, a few stay open at the end', () => {
  const claims = planClaims(planYear(102_000, 1, BORN), 11);
  expect(claims.every(({ eventOn, month }) => eventOn.startsWith(month) && eventOn.slice(8) <= '09')).toBe(true);
  const last = claims.filter(({ staysOpen }) => staysOpen);
  expect(last.length).toBeGreaterThan(0);
  expect(new Set(last.map(({ month }) => month))).toEqual(new Set(['2028-11']));
  expect(claims.filter(({ ground }) => ground !== null)).toHaveLength(14);
});
