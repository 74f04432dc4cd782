import { type Table } from '../table';
import { JAMSOSTEK_ERA, PP_44_ERA, PP_82_ERA } from './eras';

export type TransportMode = 'LAND' | 'SEA' | 'AIR';
export const TRANSPORT_MODES: readonly TransportMode[] = ['LAND', 'SEA', 'AIR'];

/** STMB: `percent` of W up to and with month `through` of the incapacity; the last bracket is open. */
export interface StmbBracket {
  readonly through: number | null;
  readonly percent: number;
}

/** `percent` of `months` times W. */
export interface WageMultiple {
  readonly percent: number;
  readonly months: number;
}

const K = { article: 'Lampiran II', confidence: 'K', source: '-' } as const;
const annex = (confidence: 'C' | 'S' | 'K', source: string) => ({ article: 'Lampiran III', confidence, source });

export const TRANSPORT: Table<Readonly<Record<TransportMode, number>>> = {
  id: 'jkk-transport',
  title: { id: 'Batas biaya pengangkutan', en: 'Limits of transport' },
  rows: [
    { ...JAMSOSTEK_ERA, ...K, values: { LAND: 750_000, SEA: 1_000_000, AIR: 2_000_000 } },
    { ...PP_44_ERA, ...annex('K', '-'), values: { LAND: 1_000_000, SEA: 1_500_000, AIR: 2_500_000 } },
    {
      ...PP_82_ERA,
      ...annex('S', 'S27 S28'),
      values: { LAND: 5_000_000, SEA: 2_000_000, AIR: 10_000_000 },
      note: {
        id: 'Darat dikutip dari lampiran (C); laut dan udara S.',
        en: 'Land is quoted from the annex (C); sea and air S.',
      },
    },
  ],
};

export const STMB: Table<readonly StmbBracket[]> = {
  id: 'jkk-stmb',
  title: { id: 'Santunan sementara tidak mampu bekerja', en: 'Temporary incapacity to work' },
  rows: [
    {
      ...JAMSOSTEK_ERA,
      ...K,
      values: [
        { through: 4, percent: 100 },
        { through: 8, percent: 75 },
        { through: null, percent: 50 },
      ],
    },
    {
      ...PP_44_ERA,
      ...annex('K', 'S9'),
      values: [
        { through: 6, percent: 100 },
        { through: 12, percent: 75 },
        { through: null, percent: 50 },
      ],
    },
    {
      ...PP_82_ERA,
      ...annex('S', 'S9 S15 S28 S29'),
      values: [
        { through: 12, percent: 100 },
        { through: null, percent: 50 },
      ],
    },
  ],
};

/** The days of a month by which a daily part of STMB is counted. */
export const STMB_DAYS: Table<{ readonly daysOfAMonth: number }> = {
  id: 'jkk-stmb-daily',
  title: { id: 'Bagian harian STMB', en: 'Daily part of STMB' },
  rows: [{ ...JAMSOSTEK_ERA, until: null, ...annex('S', 'S28'), values: { daysOfAMonth: 30 } }],
};

export const PARTIAL_DISABILITY: Table<{ readonly months: number }> = {
  id: 'jkk-partial-disability',
  title: { id: 'Cacat sebagian anatomis', en: 'Partial anatomical disability' },
  rows: [
    { ...JAMSOSTEK_ERA, ...K, values: { months: 80 } },
    { ...PP_44_ERA, ...annex('S', 'S30'), values: { months: 80 } },
    { ...PP_82_ERA, ...annex('S', 'S30'), values: { months: 80 } },
  ],
};

/** Null: "-" in the table. The unverified 70 months of UU 3/1992 are a choice of reading A-08. */
export const FUNCTIONAL_DISABILITY: Table<{ readonly months: number } | null> = {
  id: 'jkk-functional-disability',
  title: { id: 'Cacat sebagian fungsi', en: 'Partial functional disability' },
  rows: [
    { ...JAMSOSTEK_ERA, ...K, values: null },
    { ...PP_44_ERA, ...annex('K', 'S31'), values: { months: 80 } },
    { ...PP_82_ERA, ...annex('K', 'S31'), values: { months: 80 } },
  ],
};

export const TOTAL_DISABILITY: Table<WageMultiple> = {
  id: 'jkk-total-disability',
  title: { id: 'Cacat total tetap', en: 'Total permanent disability' },
  rows: [
    { ...JAMSOSTEK_ERA, ...K, values: { percent: 70, months: 80 } },
    { ...PP_44_ERA, ...annex('S', 'S9 S15'), values: { percent: 70, months: 80 } },
    { ...PP_82_ERA, ...annex('S', 'S9 S15'), values: { percent: 70, months: 80 } },
  ],
};

export const DEATH_SUM: Table<WageMultiple> = {
  id: 'jkk-death-sum',
  title: { id: 'Santunan kematian karena kecelakaan kerja', en: 'Death by work accident' },
  rows: [
    { ...JAMSOSTEK_ERA, ...K, values: { percent: 60, months: 80 } },
    { ...PP_44_ERA, ...annex('S', 'S9'), values: { percent: 60, months: 80 } },
    { ...PP_82_ERA, ...annex('S', 'S9 S15'), values: { percent: 60, months: 80 } },
  ],
};

/** The least an accident death pays; null where none is stated. */
export const DEATH_FLOOR: Table<number | null> = {
  id: 'jkk-death-floor',
  title: { id: 'Batas bawah santunan kematian JKK', en: 'Floor of the accident-death sum' },
  rows: [
    { ...JAMSOSTEK_ERA, ...K, values: null },
    { ...PP_44_ERA, ...annex('K', '-'), values: 16_200_000 },
    { ...PP_82_ERA, ...annex('K', '-'), values: 20_000_000 },
  ],
};

export const JKK_FUNERAL: Table<number> = {
  id: 'jkk-funeral',
  title: { id: 'Biaya pemakaman JKK', en: 'Funeral sum after a work accident' },
  rows: [
    { ...JAMSOSTEK_ERA, ...K, values: 2_000_000 },
    { ...PP_44_ERA, ...annex('K', '-'), values: 3_000_000 },
    { ...PP_82_ERA, ...annex('S', 'S15 S28'), values: 10_000_000 },
  ],
};

export const JKK_PERIODIC: Table<number> = {
  id: 'jkk-periodic-sum',
  title: { id: 'Santunan berkala JKK, dibayar sekaligus', en: 'Periodic benefit after a work accident, paid at once' },
  rows: [
    { ...JAMSOSTEK_ERA, ...K, values: 4_800_000 },
    { ...PP_44_ERA, ...annex('K', '-'), values: 4_800_000 },
    { ...PP_82_ERA, ...annex('S', 'S28'), values: 12_000_000 },
  ],
};
