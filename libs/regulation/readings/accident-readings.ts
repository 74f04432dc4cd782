import { plainDate } from '@kerjasama/kernel/plain-date';

import { both, choice, type DayReading } from './reading';

/** Open points of sections 2.1 and 2.2: work-accident benefits and the disability table. */
export const ACCIDENT_READINGS = {
  'A-05': choice({
    name: 'fraction-of-daily-stmb',
    question: both(
      'Bagian harian STMB, W/30, yang bukan rupiah bulat?',
      'A daily part W/30 of STMB that is not whole?',
    ),
    touches: ['jkk-stmb'],
    byDefault: 'floor',
    choices: {
      floor: both('kalikan, bagi terakhir, bulatkan ke bawah', 'multiply, divide last, round down'),
      'half-up': both('kalikan, bagi terakhir, setengah ke atas', 'multiply, divide last, half up'),
      ceil: both('kalikan, bagi terakhir, bulatkan ke atas', 'multiply, divide last, round up'),
      'floor-daily-rate': both('tarif harian dibulatkan ke bawah dahulu', 'the daily rate is rounded down first'),
    },
  }),
  'A-06': choice({
    name: 'months-between-two-days',
    question: both('Bulan STMB antara dua tanggal?', 'Months of STMB between two dates?'),
    touches: ['jkk-stmb'],
    byDefault: 'calendar-months',
    choices: {
      'calendar-months': both(
        'bulan kalender sejak hari pertama, sisanya hari',
        'calendar months from the first day, the rest in days',
      ),
      'thirty-days': both('bulan 30 hari', 'months of 30 days'),
    },
  }),
  'A-07': choice({
    name: 'stmb-over-a-change-of-rules',
    question: both('STMB yang melewati perubahan aturan?', 'STMB that runs over a change of rules?'),
    touches: ['jkk-stmb'],
    byDefault: 'event-date',
    choices: {
      'event-date': both('versi tanggal peristiwa seterusnya', 'the version of the event date throughout'),
      'month-paid': both('versi bulan yang dibayar', 'the version of the month paid'),
    },
  }),
  'A-08': choice({
    name: 'functional-disability-before-2015',
    question: both('Cacat sebagian fungsi sebelum Juli 2015?', 'Partial functional disability before July 2015?'),
    touches: ['jkk-functional-disability'],
    byDefault: 'not-in-regime',
    choices: {
      'not-in-regime': both('tidak ada dalam aturan itu', 'not a benefit of that regime'),
      'later-formula': both('rumus yang sama seperti kemudian (80 bulan)', 'the later formula (80 months)'),
      'seventy-months': both(
        '% fungsi x tabel x 70 bulan (daftar UU 3/1992, belum diverifikasi)',
        '% of function x table x 70 months (list under UU 3/1992, unverified)',
      ),
    },
  }),
  'A-09': {
    name: 'first-day-of-the-jamsostek-benefits',
    question: both(
      'Hari pertama tabel manfaat "PP 53/2012 - PP 84/2013"?',
      'The first day of the benefit table "PP 53/2012 - PP 84/2013"?',
    ),
    touches: ['jkk', 'jkm'],
    firstDay: plainDate('2012-01-01'),
    earliest: plainDate('2012-01-01'),
    latest: plainDate('2014-01-01'),
  } satisfies DayReading,
  'A-10': choice({
    name: 'floor-and-deduction',
    question: both(
      'Batas bawah santunan kematian bila santunan cacat sudah dibayar?',
      'The floor of the accident-death sum when disability was already paid?',
    ),
    touches: ['jkk-death-sum'],
    byDefault: 'floor-first',
    choices: {
      'floor-first': both(
        'batas bawah dahulu, lalu dikurangi, tidak di bawah nol',
        'floor first, then deduct, never below zero',
      ),
      'deduct-first': both('dikurangi dahulu, lalu batas bawah', 'deduct first, then the floor'),
    },
  }),
  'A-11': choice({
    name: 'periodic-sum-paid-before',
    question: both(
      'Santunan berkala pada kematian setelah dibayar untuk cacat total?',
      'The periodic sum on death after it was already paid for total disability?',
    ),
    touches: ['jkk-periodic-sum'],
    byDefault: 'paid-again',
    choices: {
      'paid-again': both(
        'dibayar lagi: hanya santunan sekaligus yang dikurangi',
        'paid again: only the lump sum is deducted',
      ),
      deducted: both('yang sudah dibayar dikurangkan', 'what was paid is deducted'),
    },
  }),
  'A-12': choice({
    name: 'accident-and-death-on-two-sides',
    question: both(
      'Kecelakaan dan kematian di dua sisi perubahan aturan?',
      'Accident and death on two sides of a change of rules?',
    ),
    touches: ['jkk-death-sum', 'jkk-periodic-sum', 'jkk-funeral', 'scholarship'],
    byDefault: 'accident-date',
    choices: {
      'accident-date': both('tanggal kecelakaan', 'the date of the accident'),
      'death-date': both('tanggal kematian', 'the date of death'),
    },
  }),
  'A-13': choice({
    name: 'several-losses',
    question: both('Beberapa cacat dalam satu kecelakaan?', 'Several losses in one accident?'),
    touches: ['disability-percentages'],
    byDefault: 'added-to-70',
    choices: {
      'added-to-70': both('dijumlahkan, paling banyak 70 %', 'added, at most 70 %'),
      'added-without-limit': both('dijumlahkan tanpa batas', 'added without limit'),
      'highest-only': both('hanya yang tertinggi', 'the highest only'),
    },
  }),
  'A-14': choice({
    name: 'a-loss-of-70-percent',
    question: both(
      'Satu cacat 70 % (dua mata, dua kaki, daya mental): cacat total dengan santunan berkala?',
      'One loss of 70 % (both eyes, both legs, mental capacity): total disability with the periodic sum?',
    ),
    touches: ['disability-percentages', 'jkk-total-disability'],
    byDefault: 'partial',
    choices: {
      partial: both('cacat sebagian, tanpa santunan berkala', 'partial only, no periodic sum'),
      total: both('sebagai cacat total tetap', 'as total permanent disability'),
    },
  }),
  'A-15': choice({
    name: 'rows-mirrored-for-the-left-handed',
    question: both(
      'Untuk orang kidal: semua baris kanan/kiri ditukar, atau baris bahu saja?',
      'For the left-handed: are all right/left rows mirrored, or the shoulder row only?',
    ),
    touches: ['disability-percentages'],
    byDefault: 'all-rows',
    choices: {
      'all-rows': both('semua baris kanan/kiri', 'all right/left rows'),
      'shoulder-only': both('baris bahu saja', 'the shoulder row only'),
    },
  }),
  'A-16': choice({
    name: 'transport-by-several-modes',
    question: both('Angkutan dengan lebih dari satu moda?', 'Transport by more than one mode?'),
    touches: ['jkk-transport'],
    byDefault: 'each-to-its-limit',
    choices: {
      'each-to-its-limit': both('tiap moda sampai batasnya sendiri', 'each mode up to its own limit'),
      'one-mode': both('satu moda saja, yang terbesar', 'one mode only, the largest'),
    },
  }),
  'A-17': choice({
    name: 'rehabilitation-limit-after-2019',
    question: both(
      'Batas rehabilitasi medik (2.600.000) setelah PP 82/2019?',
      'The limit of medical rehabilitation (2,600,000) after PP 82/2019?',
    ),
    touches: ['jkk-medical-rehab'],
    byDefault: 'no-limit',
    choices: {
      'no-limit': both('tanpa batas', 'no limit'),
      'as-pp-44': both('tetap seperti PP 44/2015', 'still as in PP 44/2015'),
    },
  }),
  'A-26': choice({
    name: 'medical-care-before-2015',
    question: both('Perawatan sebelum Juli 2015, "sekitar 20 juta"?', 'Medical care before July 2015, "about 20 m"?'),
    touches: ['jkk-medical-care'],
    byDefault: 'exactly-20-million',
    choices: {
      'exactly-20-million': both('tepat 20.000.000', 'exactly 20,000,000'),
      'no-exact-limit': both('tidak ada batas pasti: ditolak', 'no exact limit: refused'),
    },
  }),
  'A-27': choice({
    name: 'prosthesis-140-percent',
    question: both(
      '"140 % harga pusat rehabilitasi pemerintah"?',
      '"140 % of the government rehabilitation centre price"?',
    ),
    touches: ['jkk-prosthesis'],
    byDefault: 'limit',
    choices: {
      limit: both(
        'batas: dibayar yang lebih rendah dari biaya dan batas',
        'a limit: the lower of cost and limit is paid',
      ),
      'always-140': both('140 % dibayar berapa pun biayanya', '140 % is paid whatever the cost'),
    },
  }),
  'B-03': choice({
    name: 'fraction-of-disability',
    question: both('Persen cacat x 80 W yang bukan rupiah bulat?', 'A percentage of 80 W that is not whole?'),
    touches: ['jkk-partial-disability', 'jkk-functional-disability'],
    byDefault: 'floor',
    choices: {
      floor: both('dibulatkan ke bawah', 'rounded down'),
      'half-up': both('setengah ke atas', 'half up'),
    },
  }),
} as const;
