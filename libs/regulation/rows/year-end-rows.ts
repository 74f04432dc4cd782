import { plainDate } from '@kerjasama/kernel/plain-date';

import { type Row, type Table } from '../table';

/** The treasury's last dates of a budget year. */
export interface YearEnd {
  /** The last day on which the treasury office takes an SPM-LS, `MM-DD`. */
  readonly lastSpm: string;
  /** The day after which unspent money lapses, `MM-DD`. */
  readonly lapses: string;
  /** Not read in the yearly regulation: the last weekday up to 20 December, to be replaced by its date. */
  readonly provisional: boolean;
}

function row(year: number, lastSpm: string): Row<YearEnd> {
  return {
    from: plainDate(`${year}-01-01`),
    until: year === 2036 ? null : plainDate(`${year}-12-31`),
    decree: `langkah-langkah akhir tahun ${year} (Dirjen Perbendaharaan)`,
    article: 'batas SPM-LS',
    confidence: 'K',
    source: 'S59',
    values: { lastSpm, lapses: '12-31', provisional: true },
    note: {
      id: 'Tanggal pastinya terbit tiap tahun; baris ini perkiraan (pertengahan sampai 20-an Desember).',
      en: 'The exact date is issued every year; this row is an estimate (the middle to the 20s of December).',
    },
  };
}

export const YEAR_END: Table<YearEnd> = {
  id: 'treasury-year-end',
  title: { id: 'Batas akhir tahun anggaran', en: "The treasury's year-end dates" },
  rows: [
    row(2015, '12-18'),
    row(2016, '12-20'),
    row(2017, '12-20'),
    row(2018, '12-20'),
    row(2019, '12-20'),
    row(2020, '12-18'),
    row(2021, '12-20'),
    row(2022, '12-20'),
    row(2023, '12-20'),
    row(2024, '12-20'),
    row(2025, '12-19'),
    row(2026, '12-18'),
    row(2027, '12-20'),
    row(2028, '12-20'),
    row(2029, '12-20'),
    row(2030, '12-20'),
    row(2031, '12-19'),
    row(2032, '12-20'),
    row(2033, '12-20'),
    row(2034, '12-20'),
    row(2035, '12-20'),
    row(2036, '12-19'),
  ],
};
