import { type Waits } from '@kerjasama/identity/turn';
import { type Text } from '@kerjasama/kernel/text';

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

/** What each act on a claim did, as people read it. */
export const HAPPENED = {
  'claim-reported': { id: 'klaim dilaporkan', en: 'the claim was reported' },
  'claim-withdrawn': { id: 'laporan klaim ditarik', en: 'the report was withdrawn' },
  'claim-granted': { id: 'klaim dikabulkan', en: 'the claim was granted' },
  'claim-refused': { id: 'klaim ditolak', en: 'the claim was refused' },
  'claim-decision-withdrawn': { id: 'keputusan ditarik', en: 'the decision was withdrawn' },
  'claim-returned': { id: 'klaim dikembalikan', en: 'the claim was returned' },
  'claim-approved': { id: 'pembayaran disetujui', en: 'the payment was approved' },
  'claim-payment-sent': { id: 'perintah bayar dikirim', en: 'the order was sent to the bank' },
  'claim-payment-unknown': { id: 'bank tidak memberi jawaban', en: 'the bank gave no answer' },
  'claim-payment-renewed': { id: 'pembayaran diperintahkan ulang', en: 'the payment was ordered again' },
  'claim-paid': { id: 'klaim dibayar', en: 'the claim was paid' },
  'claim-overdue': { id: 'batas waktu terlewati', en: 'the deadline passed' },
  'claim-lapsed': { id: 'klaim kedaluwarsa', en: 'the claim lapsed' },
} as const satisfies Readonly<Record<string, Text>>;

/** The claims that a closing year carries over. */
export const OPEN_STATUSES = [
  'reported',
  'returned',
  'granted',
  'approved',
  'paying',
  'payment-unknown',
] as const satisfies readonly ClaimStatus[];
