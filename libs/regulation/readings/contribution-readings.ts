import { plainDate } from '@kerjasama/kernel/plain-date';

import { both, choice, type DayReading } from './reading';

/** Open points of section 1 of the field's brief: contributions, relief, arrears. */
export const CONTRIBUTION_READINGS = {
  'A-01': choice({
    name: 'fraction-of-wage-contribution',
    question: both(
      'Aturan 1,3 % sebelum Juli 2015: 0,3 % upah yang bukan rupiah bulat?',
      'The 1.3 % rule before July 2015: 0.3 % of a wage that is not a whole rupiah?',
    ),
    touches: ['bpu-jkk-contribution', 'bpu-jkm-contribution'],
    byDefault: 'refuse',
    choices: {
      refuse: both('ditolak', 'refused'),
      floor: both('dibulatkan ke bawah', 'rounded down'),
      'half-up': both('dibulatkan setengah ke atas', 'half rounded up'),
    },
  }),
  'A-02': choice({
    name: 'wage-below-minimum',
    question: both(
      'Aturan 1,3 %: upah yang dilaporkan di bawah upah minimum?',
      'The 1.3 % rule: a reported wage under the minimum wage?',
    ),
    touches: ['bpu-jkk-contribution', 'bpu-jkm-contribution'],
    byDefault: 'refuse',
    choices: {
      refuse: both('ditolak', 'refused'),
      lift: both('dinaikkan ke upah minimum', 'lifted to the minimum wage'),
    },
  }),
  'A-03': choice({
    name: 'relief-2020-for-state-payers',
    question: both(
      'Keringanan 99 % PP 49/2020: juga bila negara yang membayar?',
      'The 99 % relief of PP 49/2020: also where the state pays?',
    ),
    touches: ['contribution-relief'],
    byDefault: 'all-payers',
    choices: {
      'all-payers': both('ya, tidak ada pengecualian', 'yes, no exclusion is stated'),
      'state-excluded': both(
        'tidak untuk APBN dan APBD, seperti PP 50/2025',
        'not for APBN and APBD, as in PP 50/2025',
      ),
    },
  }),
  'A-04': {
    name: 'first-day-of-per-24',
    question: both(
      'Hari pertama PER-24/MEN/VI/2006: sumber hanya menyebut tahun 2006.',
      'The first day of PER-24/MEN/VI/2006: the source names only the year 2006.',
    ),
    touches: ['bpu-jkk-contribution', 'bpu-jkm-contribution', 'contribution-relief'],
    firstDay: plainDate('2006-01-01'),
    earliest: plainDate('2006-01-01'),
    latest: plainDate('2006-12-31'),
  } satisfies DayReading,
  'A-43': choice({
    name: 'event-after-paid-cover',
    question: both(
      'Peristiwa setelah masa yang dibayar: masa tenggang sampai tiga bulan?',
      'An event after the paid cover: a time of grace of up to three unpaid months?',
    ),
    touches: ['arrears', 'jkm-tenure'],
    byDefault: 'not-covered',
    choices: {
      'not-covered': both('tidak dilindungi', 'not covered'),
      grace: both(
        'dilindungi dalam masa tenggang, dibayar setelah tunggakan lunas',
        'covered, paid once arrears are settled',
      ),
    },
  }),
  'A-44': choice({
    name: 'conditions-of-relief-2020',
    question: both(
      'Syarat keringanan PP 49/2020 bila masukan tidak menyebut pembayaran dan bulan masuk?',
      'The conditions of the PP 49/2020 relief when the input is silent on payment and month of joining?',
    ),
    touches: ['contribution-relief'],
    byDefault: 'relief-applies',
    choices: {
      'relief-applies': both('keringanan berlaku', 'the relief applies'),
      'must-be-shown': both(
        'harus ditunjukkan: lunas sampai Juli 2020, atau bulan masuk',
        'must be shown: paid up to July 2020, or month of joining',
      ),
    },
  }),
  'B-01': choice({
    name: 'arrears-comparison',
    question: both(
      'Perlindungan gugur saat bulan ketiga mulai tidak dibayar, atau setelah tiga bulan penuh (S17 lawan S16 dan S24)?',
      'Does cover lapse as the third month starts unpaid, or after three whole months (S17 against S16 and S24)?',
    ),
    touches: ['arrears'],
    byDefault: 'more-than',
    choices: {
      'more-than': both('lebih dari jumlah bulan itu', 'more than that number of months'),
      'at-least': both('sejak jumlah bulan itu tercapai', 'as soon as that number of months is reached'),
    },
  }),
  'B-02': choice({
    name: 'return-after-lapse',
    question: both(
      'Setelah gugur: iuran lanjutan dengan NIK yang sama, atau mendaftar ulang dari nol?',
      'After a lapse: continued under the same NIK, or registered again from zero?',
    ),
    touches: ['arrears'],
    byDefault: 'continue',
    choices: {
      continue: both('iuran lanjutan (S16, S24)', 'continued contributions (S16, S24)'),
      'register-again': both('mendaftar ulang dari nol (S17)', 'registered again from zero (S17)'),
    },
  }),
} as const;
