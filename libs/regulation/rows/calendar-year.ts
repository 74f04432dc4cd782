import { type Text } from '@kerjasama/kernel/text';

import { type Citation } from '../table';

export type HolidayName =
  | 'NEW_YEAR'
  | 'CHINESE_NEW_YEAR'
  | 'ISRA_MIRAJ'
  | 'NYEPI'
  | 'GOOD_FRIDAY'
  | 'EASTER'
  | 'EID_AL_FITR'
  | 'LABOUR_DAY'
  | 'ASCENSION'
  | 'VESAK'
  | 'EID_AL_ADHA'
  | 'PANCASILA'
  | 'ISLAMIC_NEW_YEAR'
  | 'INDEPENDENCE'
  | 'MAWLID'
  | 'CHRISTMAS';

/** A day off of a year, `MM-DD NAME`. */
export type Holiday = `${number}-${number} ${HolidayName}`;

/** The days off of one year: by the joint decree of three ministers, or computed and so provisional. */
export interface CalendarYear extends Citation {
  readonly year: number;
  readonly status: 'decreed' | 'provisional';
  readonly holidays: readonly Holiday[];
  /** Cuti bersama, `MM-DD`: days off too, which no computation knows. */
  readonly jointLeave: readonly string[];
  readonly note?: Text;
}

type Standing = Omit<CalendarYear, 'year' | 'holidays' | 'jointLeave'>;

export const COMPUTED: Standing = {
  status: 'provisional',
  decree: '-',
  article: '-',
  confidence: 'D',
  source: 'computed',
  note: {
    id: 'Dihitung dari kaidah hari raya, tanpa cuti bersama; Nyepi dan Waisak sejak 2028 dari fase bulan. Dapat bergeser satu hari dari SKB.',
    en: 'Computed from the rules of the feasts, without joint leave; Nyepi and Vesak from 2028 by the phase of the moon. May be a day off the decree.',
  },
};

export const DECREED_2022: Standing = {
  status: 'decreed',
  decree: 'SKB 3 Menteri No. 963/2021, 3/2021, 4/2021, diubah dengan No. 375/2022, 1/2022, 1/2022',
  article: 'lampiran',
  confidence: 'S',
  source: 'kompas.tv 214340, tribunnews.com 22 Sep 2021, binews.id 8502, batam.tribunnews.com 8 Apr 2022',
};

export const DECREED_2025: Standing = {
  status: 'decreed',
  decree: 'SKB 3 Menteri No. 1017/2024, 2/2024, 2/2024, diubah dengan No. 933/2025, 1/2025, 3/2025',
  article: 'lampiran',
  confidence: 'S',
  source: 'radarbandung.id 15 Oct 2024, rasikapekalongan.com, jabar.jpnn.com 8 Aug 2025, fajar.co.id 8 Aug 2025',
};

export const DECREED_2026: Standing = {
  status: 'decreed',
  decree: 'SKB 3 Menteri No. 1497/2025, 2/2025, 5/2025',
  article: 'lampiran',
  confidence: 'S',
  source: 'disdiksmg.semarangkota.go.id, brilio.net',
};
