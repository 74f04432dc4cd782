import { plainDate } from '@kerjasama/kernel/plain-date';

import { both, choice, type DayReading } from './reading';

/** Open points of section 2.3: death benefit, tenure, scholarship, sudden death, the date of an event. */
export const DEATH_READINGS = {
  'A-18': {
    name: 'first-day-of-the-three-month-rule',
    question: both('Hari pertama berlakunya Permenaker 1/2025?', 'The first day of Permenaker 1/2025?'),
    touches: ['jkm-tenure'],
    firstDay: plainDate('2025-01-01'),
    earliest: plainDate('2025-01-01'),
    latest: plainDate('2025-07-23'),
  } satisfies DayReading,
  'A-19': choice({
    name: 'three-months-of-tenure',
    question: both(
      '"3 bulan": bulan kalender atau 90 hari, dan apakah hari batas termasuk?',
      '"3 months": calendar months or 90 days, and is the border day inside?',
    ),
    touches: ['jkm-tenure'],
    byDefault: 'calendar-months',
    choices: {
      'calendar-months': both(
        'bulan kalender, tercapai pada tanggal yang sama bulan ketiga',
        'calendar months, met on the same day of the third month',
      ),
      'after-the-day': both('bulan kalender, setelah hari itu', 'calendar months, after that day'),
      'ninety-days': both('90 hari', '90 days'),
      'ninety-days-counting-the-first': both('90 hari, hari pertama dihitung', '90 days, counting the first'),
    },
  }),
  'A-20': choice({
    name: 'tenure-over-a-gap',
    question: both('Masa kepesertaan bila ada jeda antara dua masa?', 'Tenure over a gap between two covers?'),
    touches: ['jkm-tenure'],
    byDefault: 'starts-again',
    choices: {
      'starts-again': both(
        'mulai lagi; sambungan keesokan hari bukan jeda',
        'starts again; a next-day start is no gap',
      ),
      added: both('bulan semua masa dijumlahkan', 'the months of all covers are added'),
    },
  }),
  'A-21': choice({
    name: 'exact-months-for-the-scholarship',
    question: both('Beasiswa JKM dengan tepat 36 (60) bulan iuran?', 'JKM scholarship with exactly 36 (60) months?'),
    touches: ['scholarship-tenure'],
    byDefault: 'entitled',
    choices: {
      entitled: both('berhak', 'entitled'),
      'more-needed': both('harus lebih', 'more is needed'),
    },
  }),
  'A-22': choice({
    name: 'scholarship-ends-at-23',
    question: both('"Berakhir pada usia 23"?', '"Ends at age 23"?'),
    touches: ['scholarship'],
    byDefault: 'on-the-23rd-birthday',
    choices: {
      'on-the-23rd-birthday': both('pada ulang tahun ke-23', 'on the 23rd birthday'),
      'on-the-24th-birthday': both('pada akhir usia 23', 'at the end of the 23rd year of age'),
    },
  }),
  'A-23': choice({
    name: 'a-child-too-many',
    question: both('Anak ketiga?', 'A third child?'),
    touches: ['scholarship'],
    byDefault: 'first-are-paid',
    choices: {
      'first-are-paid': both('yang pertama didaftar dibayar', 'the first listed are paid'),
      refused: both('permohonan ditolak', 'the application is refused'),
    },
  }),
  'A-24': {
    name: 'first-day-of-sudden-death-as-accident',
    question: both(
      'Hari di tahun 2021 sejak meninggal mendadak menjadi JKK bagi BPU?',
      'The day in 2021 from which sudden death is JKK for independent workers?',
    ),
    touches: ['sudden-death'],
    firstDay: plainDate('2021-01-01'),
    earliest: plainDate('2021-01-01'),
    latest: plainDate('2022-01-01'),
  } satisfies DayReading,
  'A-25': choice({
    name: 'date-of-an-event-near-midnight',
    question: both('Tanggal peristiwa di sekitar tengah malam?', 'The date of an event near midnight?'),
    touches: ['event-date'],
    byDefault: 'local-date',
    choices: {
      'local-date': both('tanggal setempat', 'the local date where it happened'),
      jakarta: both('tanggal di Asia/Jakarta', 'the date in Asia/Jakarta'),
    },
  }),
  'B-04': choice({
    name: 'scholarship-when-only-the-funeral-is-paid',
    question: both(
      'Beasiswa JKM bila masa kepesertaan hanya memberi biaya pemakaman?',
      'JKM scholarship when the tenure gives the funeral sum only?',
    ),
    touches: ['jkm-tenure', 'scholarship-tenure'],
    byDefault: 'none',
    choices: {
      none: both('tidak ada', 'none'),
      'by-contribution-months': both('menurut bulan iuran saja', 'by the contribution months alone'),
    },
  }),
} as const;
