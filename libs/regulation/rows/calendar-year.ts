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

export const DECREED_2026: Standing = {
  status: 'decreed',
  decree: 'SKB 3 Menteri No. 1497/2025, 2/2025, 5/2025',
  article: 'lampiran',
  confidence: 'S',
  source: 'disdiksmg.semarangkota.go.id, brilio.net',
};
