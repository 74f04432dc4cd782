import { addDays, plainDate } from '@kerjasama/kernel/plain-date';
import fc from 'fast-check';

import { TABLES } from './body';
import { READING_IDS, READINGS, type Settings } from './readings/register';
import { SOURCES } from './sources';
import { findRangeFaults, findRow, type Row, rowsUnder, type Table } from './table';

const table = (...ranges: (readonly [string, string | null])[]): Table<null> => ({
  id: 't',
  title: { id: 't', en: 't' },
  rows: ranges.map(([from, until]): Row<null> => ({
    from: plainDate(from),
    until: until === null ? null : plainDate(until),
    decree: 'd',
    article: 'a',
    confidence: 'C',
    source: '-',
    values: null,
  })),
});

describe('the ranges of a table', () => {
  it.each([
    [[['2020-01-01', null]], []],
    [
      [
        ['2020-01-01', '2020-12-31'],
        ['2021-01-01', null],
      ],
      [],
    ],
    [
      [
        ['2020-01-01', '2020-12-31'],
        ['2021-01-02', null],
      ],
      ['t: gap before 2021-01-02'],
    ],
    [
      [
        ['2020-01-01', '2021-01-01'],
        ['2021-01-01', null],
      ],
      ['t: overlap at 2021-01-01'],
    ],
    [
      [
        ['2020-01-01', null],
        ['2021-01-01', null],
      ],
      ['t: overlap at 2021-01-01'],
    ],
    [
      [
        ['2020-01-01', '2019-12-31'],
        ['2020-01-01', null],
      ],
      ['t: 2020-01-01 ends before it begins'],
    ],
    [
      [
        ['2020-01-01', '2020-01-01'],
        ['2020-01-02', null],
      ],
      [],
    ],
    [[['2020-01-01', '2020-12-31']], ['t: the last row is not open']],
    [[], ['t: the last row is not open']],
  ] as const)('%o have the faults %o', (ranges, faults) => {
    expect(findRangeFaults(table(...(ranges as readonly (readonly [string, string | null])[])))).toEqual(faults);
  });
});

describe('every table of the law', () => {
  it.each(TABLES.map((each) => [each.id, each] as const))('%s has neither gap nor overlap', (_, each) => {
    expect(findRangeFaults(each)).toEqual([]);
  });

  it('keeps that whatever first day the open readings choose', () => {
    const settings: Settings[] = [
      { 'A-04': plainDate('2006-12-31'), 'A-09': plainDate('2014-01-01') },
      { 'A-18': plainDate('2025-07-23'), 'A-24': plainDate('2022-01-01') },
    ];
    for (const each of TABLES)
      for (const chosen of settings) expect(findRangeFaults({ ...each, rows: rowsUnder(each, chosen) })).toEqual([]);
  });

  it('gives exactly one version for any day since its first', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TABLES), fc.integer({ min: 0, max: 12_000 }), (each, offset) => {
        const first = each.rows[0]?.from ?? plainDate('2000-01-01');
        const day = addDays(first, offset);
        const holding = each.rows.filter(({ from, until }) => from <= day && (until === null || day <= until));
        expect(holding).toHaveLength(1);
        expect(findRow(each.rows, day)).toBe(holding[0]);
        expect(findRow(each.rows, addDays(first, -1))).toBeUndefined();
      }),
    );
  });

  it('has an id of its own, and names sources that are listed', () => {
    expect(new Set(TABLES.map(({ id }) => id)).size).toBe(TABLES.length);
    const named = TABLES.flatMap(({ rows }) => rows.flatMap(({ source }) => source.split(' ')));
    expect(named.filter((source) => source !== '-' && !Object.hasOwn(SOURCES, source))).toEqual([]);
  });

  it('never calls a row confirmed without a source', () => {
    const unsourced = TABLES.flatMap(({ rows }) => rows).filter(
      ({ confidence, source }) => confidence !== 'K' && source === '-',
    );
    expect(unsourced).toEqual([]);
  });
});

describe('the open readings', () => {
  it('are A-01 to A-45 and our own B-01 to B-05', () => {
    const ids = Array.from({ length: 45 }, (_, index) => `A-${String(index + 1).padStart(2, '0')}`);
    expect(READING_IDS).toEqual([...ids, 'B-01', 'B-02', 'B-03', 'B-04', 'B-05']);
  });

  it('have names of their own and offer more than one way', () => {
    expect(new Set(READING_IDS.map((id) => READINGS[id].name)).size).toBe(READING_IDS.length);
    for (const id of READING_IDS) {
      const reading = READINGS[id];
      if ('firstDay' in reading) {
        expect(reading.earliest <= reading.firstDay && reading.firstDay <= reading.latest).toBe(true);
        continue;
      }
      expect(Object.keys(reading.choices)).toContain(reading.byDefault);
      expect(Object.keys(reading.choices).length).toBeGreaterThan(1);
    }
  });
});
