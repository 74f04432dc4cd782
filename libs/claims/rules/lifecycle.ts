import { type Waits } from '@kerjasama/identity/turn';

/** Work accident with temporary incapacity (JKK), death by work accident (JKK), other death (JKM). */
export const CLAIM_KINDS = ['work-accident', 'accident-death', 'death'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export const CLAIM_STATUSES = [
  'reported',
  'returned',
  'granted',
  'approved',
  'paying',
  'payment-unknown',
  'paid',
  'refused',
  'withdrawn',
  'lapsed',
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

const OFFICER = { agency: 'bpjs-tk', role: 'claims-officer' } as const;
const APPROVER = { agency: 'bpjs-tk', role: 'claims-approver' } as const;

/** What each status waits for, and whose turn it is. Which act leads where is said by the acts (libs/claims/acts). */
export const WAITS = {
  reported: {
    what: { id: 'keputusan atas klaim', en: 'the claim to be decided' },
    turnOf: [OFFICER],
  },
  returned: {
    what: { id: 'keputusan baru setelah dikembalikan', en: 'a new decision after it was returned' },
    turnOf: [OFFICER],
  },
  granted: {
    what: { id: 'pemeriksaan keputusan oleh pejabat lain', en: 'another officer to check the decision' },
    turnOf: [APPROVER],
  },
  approved: {
    what: { id: 'perintah bayar dikirim ke bank', en: 'the order to be sent to the bank' },
    turnOf: [],
    party: 'system',
  },
  paying: { what: { id: 'jawaban bank', en: 'the answer of the bank' }, turnOf: [], party: 'bank' },
  'payment-unknown': {
    what: {
      id: 'kepastian dari bank apakah pembayaran terjadi',
      en: 'certainty from the bank whether it has paid',
    },
    turnOf: [APPROVER],
    party: 'bank',
  },
  paid: null,
  refused: null,
  withdrawn: null,
  lapsed: null,
} as const satisfies Waits<ClaimStatus>;

/** The claims that a closing year carries over. */
export const OPEN_STATUSES = [
  'reported',
  'returned',
  'granted',
  'approved',
  'paying',
  'payment-unknown',
] as const satisfies readonly ClaimStatus[];
