import { period } from '@kerjasama/kernel/period';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { rupiah } from '@kerjasama/kernel/rupiah';
import {
  eventTaken,
  judgeEvent,
  judgeIncapacity,
  judgeSum,
  memberUnknown,
  notItsMaker,
  parseNik,
  timeBarred,
  untilOf,
} from './report';

const COVERAGE = { firstMonth: period('2028-01'), months: 11 };
const judged = (eventOn: string, reportedOn: string) =>
  judgeEvent(plainDate(eventOn), plainDate(reportedOn), COVERAGE)?.code ?? null;

test.each([
  ['on the first day of cover', '2028-01-01', '2028-01-01', null],
  ['on the last day of cover, reported after it', '2028-11-30', '2029-02-01', null],
  ['the day before cover', '2027-12-31', '2028-01-05', 'NOT_COVERED_ON_EVENT_DATE'],
  ['the day after cover', '2028-12-01', '2028-12-05', 'NOT_COVERED_ON_EVENT_DATE'],
  ['that lies after its report', '2028-05-02', '2028-05-01', 'EVENT_AFTER_REPORT'],
])('an event %s', (_, eventOn, reportedOn, code) => {
  expect(judged(eventOn, reportedOn)).toBe(code);
});

test.each([
  ['a work accident with its time unable to work', 'work-accident', { months: 0, days: 1 }, null],
  ['a work accident without it', 'work-accident', null, 'INCAPACITY_DOES_NOT_FIT'],
  ['a work accident of no day', 'work-accident', { months: 0, days: 0 }, 'INCAPACITY_DOES_NOT_FIT'],
  ['a death with a time unable to work', 'death', { months: 1, days: 0 }, 'INCAPACITY_DOES_NOT_FIT'],
  ['a death without it', 'accident-death', null, null],
  ['incapacity up to the day of the report', 'work-accident', { months: 0, days: 10 }, null],
  ['incapacity to the day after the report', 'work-accident', { months: 0, days: 11 }, 'INCAPACITY_TO_COME'],
  ['incapacity of a hundred years', 'work-accident', { months: 1200, days: 0 }, 'INCAPACITY_TO_COME'],
] as const)('%s', (_, kind, unable, code) => {
  const refusal = judgeIncapacity(kind, unable, plainDate('2028-06-01'), plainDate('2028-06-10'));
  expect(refusal?.code ?? null).toBe(code);
});

test.each([
  [{ months: 0, days: 1 }, '2028-01-31'],
  [{ months: 1, days: 0 }, '2028-02-28'],
  [{ months: 1, days: 1 }, '2028-02-29'],
  [{ months: 12, days: 30 }, '2029-03-01'],
  [null, '2028-01-31'],
])('unable to work for %p from 31 January 2028: the last day is %s', (unable, last) => {
  expect(untilOf(plainDate('2028-01-31'), unable)).toBe(last);
});

test('an approver who names another sum than was granted is refused, with the sum granted', () => {
  expect(judgeSum(rupiah(42_000_000), rupiah(42_000_000))).toBeNull();
  expect(judgeSum(rupiah(42_000_000), rupiah(42_000_001))).toMatchObject({
    code: 'SUM_DIFFERS',
    details: { granted: '42000000' },
  });
});

test.each(['327301140785000', '32730114078500011', '3273 0114 0785 01', '327301140785000x', ''])(
  'what is not 16 digits is no NIK, and the refusal does not repeat it: %p',
  (text) => {
    const parsed = parseNik(text);
    expect(parsed).toMatchObject({ code: 'BAD_NIK', path: 'nik' });
    if (text !== '') expect(JSON.stringify(parsed)).not.toContain(text);
  },
);

test('16 digits are a NIK', () => {
  expect(parseNik('3273011407850001')).toEqual({ refused: false, value: '3273011407850001' });
});

test('what stands in the way of a report has a code of its own', () => {
  const codes = [memberUnknown(), timeBarred(plainDate('2020-01-01')), eventTaken(), notItsMaker()].map(
    ({ code }) => code,
  );
  expect(codes).toEqual(['MEMBER_UNKNOWN', 'CLAIM_TIME_BARRED', 'EVENT_ALREADY_CLAIMED', 'NOT_ITS_MAKER']);
});
