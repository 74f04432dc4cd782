import { plainDate } from '@kerjasama/kernel/plain-date';

import { type Table } from '../table';
import { PER_24_ERA, SINCE_PP_44 } from './eras';

const K = { confidence: 'K', source: '-' } as const;

/** Somebody who has reached `notYet` cannot be registered. */
export const AGE_LIMIT: Table<{ readonly notYet: number }> = {
  id: 'age-limit',
  title: { id: 'Batas usia pendaftaran', en: 'Age limit at registration' },
  rows: [
    {
      ...PER_24_ERA,
      until: plainDate('2015-12-31'),
      decree: 'PER-24/MEN/VI/2006',
      article: 'syarat usia',
      ...K,
      values: { notYet: 56 },
      note: {
        id: 'Tidak ditemukan di sumber; angka tahun 2016 dipakai mundur.',
        en: 'Not found in a source; the figure of 2016 is carried back.',
      },
    },
    {
      from: plainDate('2016-01-01'),
      until: plainDate('2016-12-31'),
      decree: 'Permenaker 1/2016',
      article: 'syarat usia',
      ...K,
      values: { notYet: 56 },
    },
    {
      from: plainDate('2017-01-01'),
      until: plainDate('2020-12-31'),
      decree: 'Permenaker 21/2017',
      article: 'syarat usia',
      ...K,
      values: { notYet: 60 },
      note: { id: 'Hari pertama belum diverifikasi.', en: 'The first day is unverified.' },
    },
    {
      from: plainDate('2021-01-01'),
      until: null,
      decree: 'Permenaker 5/2021',
      article: 'syarat usia',
      ...K,
      values: { notYet: 65 },
      note: { id: 'Hari pertama belum diverifikasi.', en: 'The first day is unverified.' },
    },
  ],
};

/** Arrears, advance payment and due day of independent workers. */
export interface PaymentTerms {
  readonly unpaidMonths: number;
  readonly graceMonths: number;
  readonly monthsInAdvance: readonly number[];
  readonly dueDay: number;
}

export const ARREARS: Table<PaymentTerms> = {
  id: 'arrears',
  title: { id: 'Tunggakan dan pembayaran di muka', en: 'Arrears and payment in advance' },
  rows: [
    {
      ...SINCE_PP_44,
      article: 'pembayaran iuran',
      confidence: 'S',
      source: 'S16 S17 S24',
      values: { unpaidMonths: 3, graceMonths: 3, monthsInAdvance: [1, 3, 6, 12], dueDay: 15 },
      note: {
        id: 'Tanggal 15 dan masa tenggang belum diverifikasi (K); sumber berbeda tentang bulan ketiga (B-01, B-02).',
        en: 'The 15th and the time of grace are unverified (K); the sources differ on the third month (B-01, B-02).',
      },
    },
  ],
};

/** Codes of the provinces, as the first two digits of a NIK; all that were ever given stay valid. */
export const PROVINCES: Table<readonly string[]> = {
  id: 'nik-provinces',
  title: { id: 'Kode provinsi pada NIK', en: 'Province codes of the NIK' },
  rows: [
    {
      from: plainDate('1900-01-01'),
      until: null,
      decree: 'Permendagri tentang kode wilayah',
      article: 'kode provinsi',
      confidence: 'S',
      source: 'S50',
      values: [
        ...['11', '12', '13', '14', '15', '16', '17', '18', '19', '21'],
        ...['31', '32', '33', '34', '35', '36', '51', '52', '53'],
        ...['61', '62', '63', '64', '65', '71', '72', '73', '74', '75', '76'],
        ...['81', '82', '91', '92', '93', '94', '95', '96'],
      ],
      note: { id: 'Pemekaran Papua 93-96: K.', en: 'The Papua splits 93-96: K.' },
    },
  ],
};
