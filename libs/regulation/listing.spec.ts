import { expectAccepted } from '@kerjasama/kernel/refusal';

import { REGULATION_VERSION, TABLES } from './body';
import { listReadings, listRules, parseSettings } from './listing';
import { CALENDAR_YEARS } from './rows/calendar-rows';

describe('the list of rules', () => {
  it('shows every row with its decree, article, mark, source and figures, under one version', () => {
    const { version, rules, calendar } = listRules();
    expect(version).toBe(REGULATION_VERSION);
    expect(version).toMatch(/^[0-9a-f]{64}$/);
    expect(rules).toHaveLength(TABLES.flatMap(({ rows }) => rows).length);
    expect(calendar).toHaveLength(CALENDAR_YEARS.length);
    expect(JSON.parse(JSON.stringify({ rules, calendar }))).toEqual({ rules, calendar });
  });

  it('marks as verified only what was read in the regulation itself', () => {
    const { rules } = listRules({ language: 'en' });
    expect(rules.find(({ table }) => table === 'clock-jkk-payment')).toEqual({
      table: 'clock-jkk-payment',
      title: 'Payment of JKK after complete documents',
      from: '2015-07-01',
      until: null,
      decree: 'PP 44/2015',
      article: 'Pasal 37 ayat (2)',
      confidence: 'C',
      verified: true,
      source: 'S3',
      values: { count: 7, unit: 'working-days' },
      note: null,
      openReadings: ['A-31', 'A-32', 'B-05'],
    });
    expect(rules.filter(({ verified }) => verified).every(({ confidence }) => confidence === 'C')).toBe(true);
    expect(rules.find(({ table }) => table === 'bpu-income-bands')).toMatchObject({ verified: false, confidence: 'K' });
  });

  it('shows the open readings beside the figures they touch', () => {
    const touching = (id: string): readonly string[] | undefined =>
      listRules().rules.find(({ table }) => table === id)?.openReadings;
    expect(touching('jkk-stmb')).toEqual(['A-05', 'A-06', 'A-07', 'A-09']);
    expect(touching('jkm')).toEqual(['A-09']);
    expect(touching('nik-provinces')).toEqual(['A-42', 'A-45']);
    expect(touching('bpu-income-bands')).toEqual([]);
    expect(touching('late-payment-penalty')).toEqual(['A-28', 'A-29', 'A-30']);
  });

  it('speaks Indonesian unless asked for English', () => {
    expect(listRules().rules[0]?.title).toBe('Iuran JKK bukan penerima upah');
    expect(listRules().rules[0]?.note).toContain('historis');
    expect(listRules({ language: 'en' }).rules[0]?.note).toContain('Historical');
    expect(listRules().calendar[0]?.note).toContain('Dihitung');
    expect(listRules().calendar.find(({ year }) => year === 2026)).toMatchObject({ status: 'decreed', note: null });
  });

  it('moves the first day of a row with the reading that decides it', () => {
    const rows = (settings = {}): unknown[] =>
      listRules({ settings })
        .rules.filter(({ table }) => table === 'jkm-tenure')
        .map(({ from, until }) => [from, until]);
    expect(rows()).toEqual([
      ['2012-01-01', '2024-12-31'],
      ['2025-01-01', null],
    ]);
    expect(rows(expectAccepted(parseSettings({ 'A-18': '2025-02-26' })))).toEqual([
      ['2012-01-01', '2025-02-25'],
      ['2025-02-26', null],
    ]);
  });
});

describe('the list of open readings', () => {
  it('shows the choice in force, the default and the others', () => {
    const [first] = listReadings({ language: 'en', settings: { 'A-01': 'floor' } });
    expect(first).toEqual({
      id: 'A-01',
      name: 'fraction-of-wage-contribution',
      question: 'The 1.3 % rule before July 2015: 0.3 % of a wage that is not a whole rupiah?',
      choice: 'floor',
      isDefault: false,
      byDefault: 'refuse',
      choices: [
        { name: 'refuse', meaning: 'refused' },
        { name: 'floor', meaning: 'rounded down' },
        { name: 'half-up', meaning: 'half rounded up' },
      ],
      touches: ['bpu-jkk-contribution', 'bpu-jkm-contribution'],
    });
    expect(listReadings().every(({ isDefault }) => isDefault)).toBe(true);
    expect(listReadings().find(({ id }) => id === 'A-18')).toMatchObject({
      choice: '2025-01-01',
      choices: [{ name: '2025-01-01', meaning: 'setiap hari sampai 2025-07-23' }],
    });
  });
});

describe('the settings of an agency', () => {
  it.each([
    [{ 'A-05': 'ceil', 'A-18': '2025-07-23' }, undefined],
    [{}, undefined],
    [{ 'A-99': 'x' }, 'UNKNOWN_READING'],
    [{ toString: 'x' }, 'UNKNOWN_READING'],
    [{ 'A-05': 'up' }, 'BAD_CHOICE'],
    [{ 'A-05': 'toString' }, 'BAD_CHOICE'],
    [{ 'A-05': 5 }, 'BAD_CHOICE'],
    [{ 'A-18': '2024-12-31' }, 'BAD_CHOICE'],
    [{ 'A-18': '2025-07-24' }, 'BAD_CHOICE'],
    [{ 'A-18': '2025-02-30' }, 'BAD_CHOICE'],
    [{ 'A-18': '2025-01-01' }, undefined],
  ])('%o: %s', (written, code) => {
    const settings = parseSettings(written);
    if (code === undefined) expect(settings).toEqual({ refused: false, value: written });
    else expect(settings).toMatchObject({ refused: true, code });
  });
});
