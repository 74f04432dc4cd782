import { createHash } from 'node:crypto';
import { ageOn, plainDate } from '@kerjasama/kernel/plain-date';
import { COLUMNS, parseHeader } from '../rules/header';
import { judgeRow } from '../rules/judge-row';
import { rosterLawOn } from '../rules/roster-law';
import { RecordCutter } from '../roster/record-cutter';
import { faultyRows } from './faults';
import { sampleRoster, type SampleRoster } from './sample-roster';

const COVER = plainDate('2028-01-01');

function read(changes: Partial<SampleRoster>) {
  const lines = [...sampleRoster({ size: 10_000, seed: 1, coverStart: COVER, corrected: false, ...changes })]
    .join('')
    .trimEnd()
    .split('\n');
  const shape = parseHeader(lines[0] ?? '');
  if (shape.refused) throw new Error(shape.code);
  const numbered = lines.slice(1).map((text, index) => ({ number: index + 2, text, garbled: '' }));
  return new RecordCutter(shape.value).cut(numbered, true).map(({ content }) => {
    if (typeof content === 'string') throw new Error(content);
    return content;
  });
}

const judge = (fields: Parameters<typeof judgeRow>[0]) => judgeRow(fields, rosterLawOn(COVER));

test('one row in 745 is broken, rounded: 137 of 102,000', () => {
  expect([1, 372, 373, 745, 1000, 10_000, 102_000].map(faultyRows)).toEqual([0, 0, 1, 1, 1, 13, 137]);
});

test('the broken rows are broken in the nine ways evenly, and no other row is', () => {
  const reasons = read({}).flatMap((fields) => {
    const judged = judge(fields);
    return judged.accepted ? [] : [judged.reasons.join(' ')];
  });
  const counts = new Map(reasons.map((reason) => [reason, reasons.filter((each) => each === reason).length]));
  // 13 = 9 + 4: the first four ways come twice; the NIK that comes twice is broken only beside its neighbour.
  expect(Object.fromEntries(counts)).toEqual({
    NIK_LENGTH: 2,
    NIK_NOT_DIGITS: 2,
    NIK_SCIENTIFIC: 2,
    NIK_DATE: 2,
    BIRTH_DATE_IMPOSSIBLE: 1,
    BIRTH_DATE_MISSING: 1,
    UNDER_AGE: 1,
    NAME_MISSING: 1,
  });
  const niks = read({}).map(({ nik }) => nik);
  expect(niks.length - new Set(niks).size).toBe(1);
});

test('the corrected file holds exactly the broken people, put right, and both together everybody once', () => {
  const corrected = read({ corrected: true });
  expect(corrected).toHaveLength(13);
  expect(corrected.every((fields) => judge(fields).accepted)).toBe(true);
  const first = read({}).filter((fields) => judge(fields).accepted);
  expect(new Set([...first, ...corrected].map(({ nik }) => nik)).size).toBe(10_000);
});

test('every worker is 18 to 64 when cover starts, whenever it starts', () => {
  for (const day of ['2028-01-01', '2028-02-29', '2031-12-01']) {
    const coverStart = plainDate(day);
    const ages = read({ corrected: true, size: 102_000, coverStart }).map(({ tanggal_lahir: born }) =>
      ageOn(plainDate(born), coverStart),
    );
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(18);
    expect(Math.max(...ages)).toBeLessThan(65);
  }
});

test('nothing is to be reviewed in a good row: NIK, birth date and sex agree', () => {
  const reviews = read({ size: 500 }).flatMap((fields) => {
    const judged = judge(fields);
    return judged.accepted ? judged.reviews : [];
  });
  expect(reviews).toEqual([]);
});

test('the same seed gives the same bytes on every machine, another seed others', () => {
  const hashOf = (seed: number) =>
    createHash('sha256')
      .update([...sampleRoster({ size: 1000, seed, coverStart: COVER, corrected: false })].join(''))
      .digest('hex');
  expect(hashOf(1)).toBe(hashOf(1));
  expect(hashOf(1)).not.toBe(hashOf(2));
  expect(read({ size: 1 })).toHaveLength(1);
  expect(COLUMNS).toHaveLength(9);
});
