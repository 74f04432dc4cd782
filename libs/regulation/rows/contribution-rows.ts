import { plainDate } from '@kerjasama/kernel/plain-date';

import { type Row, type Table } from '../table';
import { PER_24_ERA, SINCE_PP_44 } from './eras';

export type Payer = 'APBN' | 'APBD' | 'CSR' | 'SELF';
export type Sector = 'TRANSPORT' | 'OTHER';

export const PAYERS: readonly Payer[] = ['APBN', 'APBD', 'CSR', 'SELF'];
export const SECTORS: readonly Sector[] = ['TRANSPORT', 'OTHER'];

/** `perMille` of the reported wage, or of the base of the income band. */
export interface JkkContribution {
  readonly of: 'reported-wage' | 'band-base';
  readonly perMille: number;
}

export type JkmContribution =
  { readonly of: 'reported-wage'; readonly perMille: number } | { readonly of: 'flat'; readonly amount: number };

/** A band of monthly income from `from` up to below the next band; `base` is W, the wage on which benefits are counted. */
export interface IncomeBand {
  readonly band: number;
  readonly from: number;
  readonly base: number;
}

/** The part of the normal contribution that is due, and who is given it. */
export interface Relief {
  readonly numerator: number;
  readonly denominator: number;
  readonly sectors: readonly Sector[];
  readonly excluded: readonly Payer[];
  /** Only for who paid up to July 2020, or joined later and paid two months in full. */
  readonly conditional: boolean;
}

export const JKK_CONTRIBUTION: Table<JkkContribution> = {
  id: 'bpu-jkk-contribution',
  title: { id: 'Iuran JKK bukan penerima upah', en: 'JKK contribution of independent workers' },
  rows: [
    {
      ...PER_24_ERA,
      article: 'iuran TK-LHK',
      confidence: 'K',
      source: '-',
      values: { of: 'reported-wage', perMille: 10 },
      note: {
        id: 'Tarif historis, upah tidak di bawah upah minimum.',
        en: 'Historical tariff; not under the minimum wage.',
      },
    },
    {
      ...SINCE_PP_44,
      article: 'Lampiran II',
      confidence: 'S',
      source: 'S6 S7',
      values: { of: 'band-base', perMille: 10 },
    },
  ],
};

export const JKM_CONTRIBUTION: Table<JkmContribution> = {
  id: 'bpu-jkm-contribution',
  title: { id: 'Iuran JKM bukan penerima upah', en: 'JKM contribution of independent workers' },
  rows: [
    {
      ...PER_24_ERA,
      article: 'iuran TK-LHK',
      confidence: 'K',
      source: '-',
      values: { of: 'reported-wage', perMille: 3 },
      note: { id: 'Tarif historis.', en: 'Historical tariff.' },
    },
    {
      ...SINCE_PP_44,
      article: 'iuran JKM',
      confidence: 'S',
      source: 'S6 S7 S8',
      values: { of: 'flat', amount: 6_800 },
    },
  ],
};

/** Band n is [from, base]; the 30 rows of the annex. */
const BANDS: readonly (readonly [from: number, base: number])[] = [
  [0, 1_000_000],
  [1_100_000, 1_200_000],
  [1_300_000, 1_400_000],
  [1_500_000, 1_600_000],
  [1_700_000, 1_800_000],
  [1_900_000, 2_000_000],
  [2_100_000, 2_200_000],
  [2_300_000, 2_400_000],
  [2_500_000, 2_600_000],
  [2_700_000, 2_950_000],
  [3_200_000, 3_450_000],
  [3_700_000, 3_950_000],
  [4_200_000, 4_450_000],
  [4_700_000, 4_950_000],
  [5_200_000, 5_700_000],
  [6_200_000, 6_700_000],
  [7_200_000, 7_700_000],
  [8_200_000, 8_700_000],
  [9_200_000, 9_700_000],
  [10_200_000, 10_700_000],
  [11_200_000, 11_700_000],
  [12_200_000, 12_700_000],
  [13_200_000, 13_700_000],
  [14_200_000, 14_700_000],
  [15_200_000, 15_700_000],
  [16_200_000, 16_700_000],
  [17_200_000, 17_700_000],
  [18_200_000, 18_700_000],
  [19_200_000, 19_700_000],
  [20_200_000, 20_700_000],
];

export const INCOME_BANDS: Table<readonly IncomeBand[]> = {
  id: 'bpu-income-bands',
  title: { id: 'Golongan penghasilan bukan penerima upah', en: 'Income bands of independent workers' },
  rows: [
    {
      ...SINCE_PP_44,
      article: 'Lampiran II',
      confidence: 'K',
      source: 'S6 S7',
      values: BANDS.map(([from, base], index) => ({ band: index + 1, from, base })),
      note: {
        id: 'Hanya golongan terendah dan tertinggi (10.000 dan 207.000) dibaca di sumber; sisanya harus dicocokkan dengan Lampiran II.',
        en: 'Only the lowest and highest (10,000 and 207,000) were read in a source; check the rest against Lampiran II.',
      },
    },
  ],
};

const normal = (from: string, until: string | null): Row<null> => ({
  from: plainDate(from),
  until: until === null ? null : plainDate(until),
  decree: 'PP 44/2015',
  article: 'Lampiran II',
  confidence: 'S',
  source: 'S6 S7',
  values: null,
});

const discount2026 = (from: string, until: string, sectors: readonly Sector[]): Row<Relief> => ({
  from: plainDate(from),
  until: plainDate(until),
  decree: 'PP 50/2025',
  article: 'Pasal 3 dan 4',
  confidence: 'S',
  source: 'S2 S12 S19',
  values: { numerator: 1, denominator: 2, sectors, excluded: ['APBN', 'APBD'], conditional: false },
  note: {
    id: 'Potongan 50 % (Pasal 4, dikutip: C); pengecualian iuran yang dibayar APBN/APBD (Pasal 3) dan masa tiap sektor: S.',
    en: 'The 50 % (Pasal 4, quoted: C); the exclusion of contributions paid by APBN/APBD (Pasal 3) and the periods: S.',
  },
});

export const CONTRIBUTION_RELIEF: Table<Relief | null> = {
  id: 'contribution-relief',
  title: { id: 'Keringanan iuran bukan penerima upah', en: 'Relief of the contribution of independent workers' },
  rows: [
    { ...PER_24_ERA, article: 'iuran TK-LHK', confidence: 'K', source: '-', values: null },
    normal('2015-07-01', '2020-07-31'),
    {
      from: plainDate('2020-08-01'),
      until: plainDate('2021-01-31'),
      decree: 'PP 49/2020',
      article: 'Pasal 13',
      confidence: 'S',
      source: 'S10',
      values: { numerator: 1, denominator: 100, sectors: ['TRANSPORT', 'OTHER'], excluded: [], conditional: true },
      note: {
        id: 'Bulan-bulannya belum diverifikasi (K). Syarat: iuran lunas sampai Juli 2020; yang masuk kemudian membayar dua bulan pertama penuh.',
        en: 'The months are unverified (K). Conditions: paid up to July 2020; who joined later pays the first two months in full.',
      },
    },
    normal('2021-02-01', '2025-12-31'),
    discount2026('2026-01-01', '2026-03-31', ['TRANSPORT']),
    discount2026('2026-04-01', '2026-12-31', ['TRANSPORT', 'OTHER']),
    discount2026('2027-01-01', '2027-03-31', ['TRANSPORT']),
    normal('2027-04-01', null),
  ],
};
