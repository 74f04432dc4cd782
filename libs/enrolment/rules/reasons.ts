import { type Text } from '@kerjasama/kernel/text';

/** Why a row of a roster is rejected. A row carries every reason that holds, in this order (domain, sections 4.3 and 5.1). */
export const REASONS = {
  ROW_EMPTY: { id: 'Baris kosong.', en: 'The row is empty.' },
  ROW_RAGGED: {
    id: 'Jumlah kolom berbeda dari kepala tabel.',
    en: 'The row has more or fewer columns than the header.',
  },
  ROW_BROKEN: { id: 'Tanda kutip tidak ditutup atau salah tempat.', en: 'A quote is not closed or stands astray.' },
  ROW_TOO_LONG: { id: 'Baris terlalu panjang.', en: 'The row is too long.' },
  ROW_ENCODING: { id: 'Baris bukan UTF-8.', en: 'The row is not UTF-8.' },
  TEXT_UNREADABLE: {
    id: 'Ada karakter kendali atau teks terlalu panjang.',
    en: 'A control character, or a text too long.',
  },
  NIK_MISSING: { id: 'NIK tidak diisi.', en: 'The NIK is missing.' },
  NIK_SCIENTIFIC: {
    id: 'NIK tertulis dalam notasi ilmiah; ubah kolomnya menjadi teks di lembar kerja.',
    en: 'The NIK is in scientific notation: make the column text in the spreadsheet.',
  },
  NIK_NOT_DIGITS: { id: 'NIK memuat selain angka.', en: 'The NIK holds other than digits.' },
  NIK_LENGTH: { id: 'NIK tidak 16 angka.', en: 'The NIK does not have 16 digits.' },
  NIK_REGION: { id: 'Kode wilayah pada NIK tidak ada.', en: 'The region in the NIK does not exist.' },
  NIK_DATE: { id: 'Tanggal lahir pada NIK tidak mungkin.', en: 'The birth date in the NIK is impossible.' },
  NIK_SERIAL: { id: 'Nomor urut pada NIK tidak boleh 0000.', en: 'The serial in the NIK may not be 0000.' },
  NAME_MISSING: { id: 'Nama tidak diisi.', en: 'The name is missing.' },
  BIRTH_DATE_MISSING: { id: 'Tanggal lahir tidak diisi.', en: 'The birth date is missing.' },
  BIRTH_DATE_IMPOSSIBLE: {
    id: 'Tanggal lahir tidak ada di kalender.',
    en: 'The birth date is no day of the calendar.',
  },
  UNDER_AGE: { id: 'Belum cukup umur saat perlindungan mulai.', en: 'Too young when cover starts.' },
  OVER_AGE: { id: 'Melewati batas umur saat perlindungan mulai.', en: 'Too old when cover starts.' },
  SEX_UNKNOWN: { id: 'Jenis kelamin harus L atau P.', en: 'The sex must be L (male) or P (female).' },
  JOB_MISSING: { id: 'Pekerjaan tidak diisi.', en: 'The job is missing.' },
  WORKPLACE_MISSING: { id: 'Tempat kerja tidak diisi.', en: 'The place of work is missing.' },
  HOURS_MISSING: { id: 'Jam kerja tidak diisi.', en: 'The working hours are missing.' },
  REGION_UNKNOWN: { id: 'Kode kabupaten/kota tidak dikenal.', en: 'The regency code is not known.' },
  SOURCE_MISSING: { id: 'Sumber data tidak diisi.', en: 'The source list is missing.' },
  DUPLICATE_NIK: { id: 'NIK sudah ada di daftar.', en: 'The NIK is already in the roster.' },
} as const satisfies Readonly<Record<string, Text>>;

export type Reason = keyof typeof REASONS;

/** What a person should look at; never a reason to reject: a NIK is not changed when a birth date is corrected (domain, 5.1). */
export const REVIEWS = {
  NIK_BIRTH_DATE_DIFFERS: { id: 'Tanggal lahir berbeda dari NIK.', en: 'The birth date differs from the NIK.' },
  NIK_SEX_DIFFERS: { id: 'Jenis kelamin berbeda dari NIK.', en: 'The sex differs from the NIK.' },
  JOB_UNLISTED: { id: 'Pekerjaan tidak ada di daftar.', en: 'The job is not in the list.' },
} as const satisfies Readonly<Record<string, Text>>;

export type Review = keyof typeof REVIEWS;
