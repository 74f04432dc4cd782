import { type Waits } from '@kerjasama/identity/turn';
import { type Transitions } from '@kerjasama/kernel/lifecycle';

/** The two parties of the agreement. */
export const SIGNING_AGENCIES = ['kemensos', 'bpjs-tk'] as const;
export type SigningAgency = (typeof SIGNING_AGENCIES)[number];

export type AgreementStatus =
  'new' | 'drafted' | 'text-agreed' | 'signed-by-kemensos' | 'signed-by-bpjs-tk' | 'in-force' | 'lapsed';

export type AgreementAct =
  | 'agreement-drafted'
  | 'agreement-text-accepted'
  | 'agreement-signed-by-kemensos'
  | 'agreement-signed-by-bpjs-tk'
  | 'agreement-lapsed';

/** The order of the signatures is free; the agreement is in force when both stand. */
export const TRANSITIONS = {
  new: { 'agreement-drafted': 'drafted' },
  drafted: { 'agreement-text-accepted': 'text-agreed', 'agreement-lapsed': 'lapsed' },
  'text-agreed': {
    'agreement-signed-by-kemensos': 'signed-by-kemensos',
    'agreement-signed-by-bpjs-tk': 'signed-by-bpjs-tk',
    'agreement-lapsed': 'lapsed',
  },
  'signed-by-kemensos': { 'agreement-signed-by-bpjs-tk': 'in-force', 'agreement-lapsed': 'lapsed' },
  'signed-by-bpjs-tk': { 'agreement-signed-by-kemensos': 'in-force', 'agreement-lapsed': 'lapsed' },
  'in-force': {},
  lapsed: {},
} as const satisfies Transitions<AgreementStatus, AgreementAct>;

export const SIGNED_ACT = {
  kemensos: 'agreement-signed-by-kemensos',
  'bpjs-tk': 'agreement-signed-by-bpjs-tk',
} as const satisfies Record<SigningAgency, AgreementAct>;

export const WAITS = {
  new: null,
  drafted: {
    what: { id: 'persetujuan naskah oleh BPJS Ketenagakerjaan', en: 'BPJS Ketenagakerjaan to accept the text' },
    turnOf: [{ agency: 'bpjs-tk', role: 'maker' }],
  },
  'text-agreed': {
    what: { id: 'tanda tangan kedua pihak', en: 'the signatures of both agencies' },
    turnOf: [
      { agency: 'kemensos', role: 'checker' },
      { agency: 'bpjs-tk', role: 'checker' },
    ],
  },
  'signed-by-kemensos': {
    what: { id: 'tanda tangan BPJS Ketenagakerjaan', en: 'the signature of BPJS Ketenagakerjaan' },
    turnOf: [{ agency: 'bpjs-tk', role: 'checker' }],
  },
  'signed-by-bpjs-tk': {
    what: { id: 'tanda tangan Kementerian Sosial', en: 'the signature of the Ministry of Social Affairs' },
    turnOf: [{ agency: 'kemensos', role: 'checker' }],
  },
  'in-force': null,
  lapsed: null,
} as const satisfies Waits<AgreementStatus>;
