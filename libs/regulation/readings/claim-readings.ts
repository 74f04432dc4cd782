import { both, choice } from './reading';

/** Open points of sections 3 and 5: clocks, penalty, limitation, heirs and the national identity number. */
export const CLAIM_READINGS = {
  'A-28': choice({
    name: 'day-of-delay',
    question: both('"Per hari keterlambatan" pada denda?', '"Per day of delay" in the penalty?'),
    touches: ['late-payment-penalty'],
    byDefault: 'calendar-days',
    choices: {
      'calendar-days': both('hari kalender setelah tenggat', 'calendar days after the deadline'),
      'working-days': both('hari kerja setelah tenggat', 'working days after the deadline'),
    },
  }),
  'A-29': choice({
    name: 'fraction-of-penalty',
    question: both('Denda yang bukan rupiah bulat?', 'A penalty that is not a whole rupiah?'),
    touches: ['late-payment-penalty'],
    byDefault: 'floor',
    choices: {
      floor: both('dibulatkan ke bawah', 'rounded down'),
      'half-up': both('setengah ke atas', 'half up'),
      ceil: both('dibulatkan ke atas', 'rounded up'),
    },
  }),
  'A-30': choice({
    name: 'penalty-for-late-jkm',
    question: both('Denda bila JKM terlambat dibayar?', 'A penalty for a late JKM payment?'),
    touches: ['late-payment-penalty'],
    byDefault: 'same-one-percent',
    choices: { 'same-one-percent': both('sama, 1 %', 'the same 1 %'), none: both('tidak ada', 'none') },
  }),
  'A-31': choice({
    name: 'decision-on-a-day-off',
    question: both('Keputusan 30 hari yang jatuh pada hari libur?', 'A 30-day decision that ends on a day off?'),
    touches: ['clocks'],
    byDefault: 'not-moved',
    choices: {
      'not-moved': both('tidak digeser', 'not moved'),
      'next-working-day': both('hari kerja berikutnya', 'the next working day'),
    },
  }),
  'A-32': choice({
    name: 'pause-of-a-clock',
    question: both('Jeda karena berkas belum lengkap?', 'A clock paused while files are incomplete?'),
    touches: ['clocks'],
    byDefault: 'days-do-not-count',
    choices: {
      'days-do-not-count': both('hari kerja dalam jeda tidak dihitung', 'working days inside the pause do not count'),
      'starts-again': both('dihitung ulang setelah jeda', 'the clock starts again after the pause'),
    },
  }),
  'A-33': choice({
    name: 'claim-on-the-anniversary',
    question: both(
      'Klaim tepat pada ulang tahun ke-2 atau ke-5?',
      'A claim on the very day of the 2nd or 5th anniversary?',
    ),
    touches: ['limitation-jkk', 'limitation-jkm'],
    byDefault: 'in-time',
    choices: { 'in-time': both('tepat waktu', 'in time'), barred: both('daluwarsa', 'time-barred') },
  }),
  'A-34': choice({
    name: 'limitation-from-29-february',
    question: both('Daluwarsa sejak 29 Februari?', 'Limitation from 29 February?'),
    touches: ['limitation-jkk', 'limitation-jkm'],
    byDefault: '28-february',
    choices: { '28-february': both('28 Februari', '28 February'), '1-march': both('1 Maret', '1 March') },
  }),
  'A-35': choice({
    name: 'accident-before-the-longer-limitation',
    question: both(
      'Kecelakaan sebelum 2 Desember 2019 yang belum daluwarsa pada hari itu?',
      'An accident before 2 December 2019 that was not yet barred on that day?',
    ),
    touches: ['limitation-jkk'],
    byDefault: 'by-the-event',
    choices: {
      'by-the-event': both('2 tahun, menurut peristiwa', '2 years, by the event'),
      'five-years': both('5 tahun', '5 years'),
    },
  }),
  'A-36': choice({
    name: 'jkm-limitation-before-2019',
    question: both(
      'Daluwarsa JKM untuk kematian sebelum 2 Desember 2019?',
      'JKM limitation for deaths before 2 December 2019?',
    ),
    touches: ['limitation-jkm'],
    byDefault: 'no-rule',
    choices: {
      'no-rule': both('tidak ada aturan: ditolak', 'no rule: refused'),
      'two-years': both('2 tahun', '2 years'),
      'five-years': both('5 tahun', '5 years'),
    },
  }),
  'A-37': choice({
    name: 'disease-before-2019',
    question: both(
      'Penyakit akibat kerja sebelum 2 Desember 2019: sejak diagnosis?',
      'Occupational disease before 2 December 2019: from the diagnosis?',
    ),
    touches: ['limitation-jkk'],
    byDefault: 'two-years-from-diagnosis',
    choices: {
      'two-years-from-diagnosis': both('2 tahun sejak diagnosis', '2 years from the diagnosis'),
      'no-rule': both('tidak ada aturan', 'no rule'),
    },
  }),
  'A-38': choice({
    name: 'limitation-before-2015',
    question: both('Daluwarsa untuk peristiwa sebelum 1 Juli 2015?', 'Limitation for events before 1 July 2015?'),
    touches: ['limitation-jkk'],
    byDefault: 'no-rule',
    choices: {
      'no-rule': both('tidak ada aturan: ditolak', 'no rule: refused'),
      'two-years': both('2 tahun', '2 years'),
      'five-years': both('5 tahun', '5 years'),
    },
  }),
  'A-39': choice({
    name: 'spouse-and-children',
    question: both('"Janda, duda, atau anak": satu golongan?', '"Widow, widower, or child": one class?'),
    touches: ['heirs'],
    byDefault: 'one-class',
    choices: {
      'one-class': both('satu golongan, semua yang hidup disebut', 'one class, all living are named'),
      'spouse-first': both('pasangan sebelum anak', 'spouse before children'),
    },
  }),
  'A-40': choice({
    name: 'straight-line-relatives',
    question: both(
      'Garis lurus sampai derajat kedua: orang tua, kakek-nenek, cucu?',
      'Straight line to the second degree: parents, grandparents, grandchildren?',
    ),
    touches: ['heirs'],
    byDefault: 'one-class',
    choices: {
      'one-class': both('satu golongan', 'one class'),
      'nearest-first': both('derajat terdekat dahulu', 'the nearest degree first'),
    },
  }),
  'A-41': choice({
    name: 'person-of-the-will-is-dead',
    question: both('Orang dalam wasiat sudah meninggal?', 'The person named in the will is dead?'),
    touches: ['heirs'],
    byDefault: 'as-no-will',
    choices: {
      'as-no-will': both('seperti tanpa wasiat: ke Dana Jaminan Sosial', 'as no will: to the social security fund'),
      'no-payee': both('tidak ada penerima, tidak ke dana', 'no payee, not the fund'),
    },
  }),
  'A-42': choice({
    name: 'century-of-a-nik',
    question: both(
      'NIK yang kedua abadnya sama-sama masuk akal (0-110 tahun)?',
      'A NIK whose two centuries both give an age of 0-110?',
    ),
    touches: ['nik'],
    byDefault: 'younger',
    choices: {
      younger: both('yang lebih muda, ditandai untuk ditinjau', 'the younger, marked for review'),
      older: both('yang lebih tua, ditandai', 'the older, marked'),
    },
  }),
  'A-45': choice({
    name: 'nik-with-blanks-or-other-digits',
    question: both(
      'NIK 16 angka dengan spasi, titik atau angka aksara lain?',
      'A NIK of 16 digits with blanks, dots or digits of another script?',
    ),
    touches: ['nik'],
    byDefault: 'refuse',
    choices: {
      refuse: both('ditolak, tidak ada yang diperbaiki', 'refused, nothing is repaired'),
      normalise: both('dinormalkan dahulu', 'normalised first'),
    },
  }),
  'B-05': choice({
    name: 'clock-before-its-decree',
    question: both(
      'Jam dimulai sebelum hari pertama aturannya (sumber tidak menyebut hari pertama tiap jam)?',
      'A clock that starts before the first day of its row (the sources name no first day for most clocks)?',
    ),
    touches: ['clocks'],
    byDefault: 'first-row-applies',
    choices: {
      'first-row-applies': both(
        'baris pertama dipakai, dan jejak mengatakannya',
        'the first row is used, and the trace says so',
      ),
      refused: both('ditolak', 'refused'),
    },
  }),
} as const;
