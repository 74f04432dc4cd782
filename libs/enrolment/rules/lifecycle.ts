import { type Waits } from '@kerjasama/identity/turn';
import { type Transitions } from '@kerjasama/kernel/lifecycle';

export type EnrolmentStatus =
  'awaiting-roster' | 'judging' | 'awaiting-correction' | 'awaiting-decree' | 'decreed' | 'lapsed';

export type EnrolmentAct =
  'roster-submitted' | 'roster-judged' | 'roster-judged-faulty' | 'beneficiaries-decreed' | 'enrolment-lapsed';

/** Any number of submissions until the decree; the ministry may decree the accepted rows while others wait for correction. */
export const TRANSITIONS = {
  'awaiting-roster': { 'roster-submitted': 'judging', 'enrolment-lapsed': 'lapsed' },
  judging: { 'roster-judged': 'awaiting-decree', 'roster-judged-faulty': 'awaiting-correction' },
  'awaiting-correction': {
    'roster-submitted': 'judging',
    'beneficiaries-decreed': 'decreed',
    'enrolment-lapsed': 'lapsed',
  },
  'awaiting-decree': {
    'roster-submitted': 'judging',
    'beneficiaries-decreed': 'decreed',
    'enrolment-lapsed': 'lapsed',
  },
  decreed: {},
  lapsed: {},
} as const satisfies Transitions<EnrolmentStatus, EnrolmentAct>;

const MAKER = { agency: 'kemensos', role: 'maker' } as const;
const CHECKER = { agency: 'kemensos', role: 'checker' } as const;

export const WAITS = {
  'awaiting-roster': {
    what: { id: 'daftar pekerja dari Kementerian Sosial', en: 'the roster of workers from the ministry' },
    turnOf: [MAKER],
  },
  judging: {
    what: { id: 'pemeriksaan daftar, baris demi baris', en: 'the roster to be judged row by row' },
    turnOf: [],
  },
  'awaiting-correction': {
    what: {
      id: 'perbaikan baris yang ditolak, atau SK penetapan penerima',
      en: 'the rejected rows to be corrected, or the decree of beneficiaries',
    },
    turnOf: [MAKER, CHECKER],
  },
  'awaiting-decree': {
    what: { id: 'SK penetapan penerima', en: 'the decree of beneficiaries' },
    turnOf: [CHECKER],
  },
  decreed: null,
  lapsed: null,
} as const satisfies Waits<EnrolmentStatus>;
