import { plainDate } from '@kerjasama/kernel/plain-date';

import { type Table } from '../table';
import { JAMSOSTEK_ERA, PP_44_ERA, PP_82_ERA } from './eras';

/** The three sums of a death that is no work accident, in rupiah. */
export interface DeathSums {
  readonly lump: number;
  readonly periodic: number;
  readonly funeral: number;
}

export const JKM_SUMS: Table<DeathSums> = {
  id: 'jkm',
  title: { id: 'Santunan JKM', en: 'Death benefit (JKM)' },
  rows: [
    {
      ...JAMSOSTEK_ERA,
      article: 'Pasal 22',
      confidence: 'K',
      source: '-',
      values: { lump: 14_200_000, periodic: 4_800_000, funeral: 2_000_000 },
    },
    {
      ...PP_44_ERA,
      article: 'Pasal 34',
      confidence: 'S',
      source: 'S4',
      values: { lump: 16_200_000, periodic: 4_800_000, funeral: 3_000_000 },
    },
    {
      ...PP_82_ERA,
      article: 'Pasal 34',
      confidence: 'S',
      source: 'S4',
      values: { lump: 20_000_000, periodic: 12_000_000, funeral: 10_000_000 },
    },
  ],
};

/** Below `fullFromMonths` of membership only the funeral sum is paid; 0: the full sum from the first active day. */
export const JKM_TENURE: Table<{ readonly fullFromMonths: number }> = {
  id: 'jkm-tenure',
  title: { id: 'Masa kepesertaan untuk JKM penuh', en: 'Tenure for the full death benefit' },
  rows: [
    {
      from: JAMSOSTEK_ERA.from,
      until: plainDate('2024-12-31'),
      opensBy: 'A-09',
      decree: 'PP 44/2015 jo. PP 82/2019',
      article: 'Pasal 34',
      confidence: 'S',
      source: 'S35',
      values: { fullFromMonths: 0 },
    },
    {
      from: plainDate('2025-01-01'),
      until: null,
      opensBy: 'A-18',
      decree: 'Permenaker 5/2021 jo. Permenaker 1/2025',
      article: 'masa kepesertaan 3 bulan',
      confidence: 'S',
      source: 'S35 S15',
      values: { fullFromMonths: 3 },
      note: {
        id: 'Disosialisasikan 26 Februari 2025; hari pertamanya bacaan terbuka A-18.',
        en: 'Presented on 26 February 2025; its first day is the open reading A-18.',
      },
    },
  ],
};

/** From when a sudden death at the workplace is a work accident for independent workers. */
export const SUDDEN_DEATH: Table<{ readonly program: 'JKK' | 'JKM' }> = {
  id: 'sudden-death',
  title: { id: 'Meninggal mendadak di tempat kerja', en: 'Sudden death at the workplace' },
  rows: [
    {
      from: JAMSOSTEK_ERA.from,
      until: plainDate('2020-12-31'),
      opensBy: 'A-09',
      decree: 'PP 44/2015',
      article: 'Pasal 34',
      confidence: 'D',
      source: 'S32',
      values: { program: 'JKM' },
    },
    {
      from: plainDate('2021-01-01'),
      until: null,
      opensBy: 'A-24',
      decree: 'Permenaker 5/2021',
      article: 'Pasal 7',
      confidence: 'S',
      source: 'S32 S33',
      values: { program: 'JKK' },
    },
  ],
};
