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
  | 'CHRISTMAS'
  | 'GENERAL_ELECTION'
  | 'REGIONAL_ELECTION';

/** A day off of a year, `MM-DD NAME`. */
export type Holiday = `${number}-${number} ${HolidayName}`;

/**
 * The days off of one year: by the joint decree of three ministers as last amended, or computed and so provisional. A day
 * that a presidential decree added to a decreed year is named in its note.
 */
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

export const DECREED_2016: Standing = {
  status: 'decreed',
  decree: 'SKB 3 Menteri No. 150/2015, 2/SKB/MEN/VI/2015, 01/2015',
  article: 'lampiran',
  confidence: 'S',
  source: 'jakartakita.com 5 Jan 2016, tfbinews5.blogspot.com 26 Dec 2016',
};

export const DECREED_2017: Standing = {
  status: 'decreed',
  decree:
    'SKB 3 Menteri No. 135/2016, 109/2016, 01/SKB/MENPANRB/04/2016, diubah dengan No. 684/2016, 302/2016, SKB/02/MENPAN-RB/11/2016',
  article: 'lampiran',
  confidence: 'S',
  source:
    'ayelemakali.blogspot.com Dec 2016, nasional.kompas.com 7 Dec 2016, kupas.tv 23 Mar 2017; Keppres: setkab.go.id 10 Feb 2017, suaralira.com 15121, nasional.kompas.com 15 Jun 2017, nasional.tempo.co 884776',
  note: {
    id: '15 Februari libur nasional (pilkada) menurut Keppres 3/2017; cuti bersama 23 Juni menurut Keppres 18/2017, bukan SKB.',
    en: '15 February, a day of regional elections, is a national holiday by Keppres 3/2017; the joint leave of 23 June is by Keppres 18/2017, not by the joint decree.',
  },
};

export const DECREED_2018: Standing = {
  status: 'decreed',
  decree:
    'SKB 3 Menteri No. 707/2017, 256/2017, 01/SKB/MENPAN-RB/09/2017, diubah dengan No. 223/2018, 46/2018, 13/2018',
  article: 'lampiran',
  confidence: 'S',
  source:
    'kastanews.com, spiritsumbar.com, news.republika.co.id 18 Apr 2018, m.jpnn.com 18 Apr 2018; Keppres: balipost.com 26 Jun 2018, viva.co.id 1047846',
  note: {
    id: '27 Juni libur nasional (pilkada) menurut Keppres 15/2018.',
    en: '27 June, a day of regional elections, is a national holiday by Keppres 15/2018.',
  },
};

export const DECREED_2019: Standing = {
  status: 'decreed',
  decree: 'SKB 3 Menteri No. 617/2018, 262/2018, 16/2018',
  article: 'lampiran',
  confidence: 'S',
  source:
    'coconuts.co Nov 2018, celebesmedia.id 1004151118 with kumparan.com 14 Nov 2018; Keppres: news.detik.com 9 Apr 2019, nasional.kompas.com 9 Apr 2019',
  note: {
    id: '17 April libur nasional (pemilu) menurut Keppres 10/2019.',
    en: '17 April, the day of the general election, is a national holiday by Keppres 10/2019.',
  },
};

export const DECREED_2020: Standing = {
  status: 'decreed',
  decree:
    'SKB 3 Menteri No. 728/2019, 213/2019, 01/2019, diubah dengan No. 174/2020, 01/2020, 01/2020, No. 391/2020, 02/2020, 02/2020, No. 440/2020, 03/2020, 03/2020, terakhir No. 744/2020, 05/2020, 06/2020',
  article: 'lampiran',
  confidence: 'S',
  source:
    'scan of the annex of No. 744/2020 (perl-Calendar-Indonesia-Holiday), setkab.go.id 2 Dec 2020, pontianak.tribunnews.com 18 Aug 2020, fotokita.grid.id 112454075; Keppres: inews.id 27 Nov 2020, bali.tribunnews.com 1 Dec 2020',
  note: {
    id: '9 Desember libur nasional (pilkada) menurut Keppres 22/2020.',
    en: '9 December, a day of regional elections, is a national holiday by Keppres 22/2020.',
  },
};

export const DECREED_2021: Standing = {
  status: 'decreed',
  decree:
    'SKB 3 Menteri No. 642/2020, 4/2020, 4/2020, diubah dengan No. 281/2021, 1/2021, 1/2021, terakhir No. 712/2021, 1/2021, 3/2021',
  article: 'lampiran',
  confidence: 'S',
  source:
    'nasional.okezone.com 11 Sep 2020, suara.com 11 Sep 2020, metropolitan.id Feb 2021, bali.tribunnews.com 24 Feb 2021, economy.okezone.com 9 Aug 2021, nasional.tempo.co 1474073',
};

export const DECREED_2022: Standing = {
  status: 'decreed',
  decree: 'SKB 3 Menteri No. 963/2021, 3/2021, 4/2021, diubah dengan No. 375/2022, 1/2022, 1/2022',
  article: 'lampiran',
  confidence: 'S',
  source: 'kompas.tv 214340, tribunnews.com 22 Sep 2021, binews.id 8502, batam.tribunnews.com 8 Apr 2022',
};

export const DECREED_2023: Standing = {
  status: 'decreed',
  decree:
    'SKB 3 Menteri No. 1066/2022, 3/2022, 3/2022, diubah dengan No. 327/2023, 1/2023, 1/2023, terakhir No. 624/2023, 2/2023, 2/2023',
  article: 'lampiran',
  confidence: 'S',
  source:
    'scan of the annex of No. 624/2023 (perl-Calendar-Indonesia-Holiday), kontan.co.id Oct 2022, exposenews.id 11 Oct 2022, daulatrakyat.id, kompas.tv 398513, kabar24.bisnis.com 21 Jun 2023',
};

export const DECREED_2024: Standing = {
  status: 'decreed',
  decree: 'SKB 3 Menteri No. 855/2023, 3/2023, 4/2023, diubah dengan No. 236/2024, 1/2024, 2/2024',
  article: 'lampiran',
  confidence: 'S',
  source:
    'visual.republika.co.id 20 Sep 2023, langgam.id 187973, detik.com 7519173, faktualid.com; Keppres: news.okezone.com 6 Feb 2024, nasional.kontan.co.id 7 Feb 2024, dutakabar.com, tvonenews.com 23 Nov 2024',
  note: {
    id: 'Libur nasional menurut Keppres 10/2024 (14 Februari, pemilu) dan Keppres 33/2024 (27 November, pilkada).',
    en: 'National holidays by Keppres 10/2024 (14 February, general election) and Keppres 33/2024 (27 November, regional elections).',
  },
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

export const DECREED_2027: Standing = {
  status: 'decreed',
  decree: 'SKB 3 Menteri No. 1205/2026, 3/2026, 2/2026',
  article: 'lampiran',
  confidence: 'S',
  source:
    'setneg.go.id and kemenkopmk.go.id of Sep 2026, as transcribed in the data set "holidays" 0.109 and four other public data sets',
  note: {
    id: 'Idulfitri dan Iduladha masih menunggu keputusan Menteri Agama; SKB dapat diubah selama tahun berjalan.',
    en: 'Eid al-Fitr and Eid al-Adha still await the decree of the Minister of Religious Affairs; the joint decree may be amended during the year.',
  },
};
