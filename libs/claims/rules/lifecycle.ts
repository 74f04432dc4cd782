import { type Waits } from '@kerjasama/identity/turn';
import { type Transitions } from '@kerjasama/kernel/lifecycle';

/** Work accident with temporary incapacity (JKK), death by work accident (JKK), other death (JKM). */
export const CLAIM_KINDS = ['work-accident', 'accident-death', 'death'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** What a recorded claim can be; a report that was not accepted leaves no claim, only its refused act. */
export const CLAIM_STATUSES = ['reported', 'granted', 'refused', 'approved', 'paid', 'lapsed'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export type SettlementStatus = 'new' | 'not-accepted' | ClaimStatus;

/** `claim-overdue` is recorded as well, but moves nothing: an overdue claim can still be decided and paid. */
export type ClaimAct =
  | 'act-refused'
  | 'claim-reported'
  | 'claim-granted'
  | 'claim-refused'
  | 'claim-approved'
  | 'claim-paid'
  | 'claim-lapsed';

export const TRANSITIONS = {
  new: { 'claim-reported': 'reported', 'act-refused': 'not-accepted' },
  'not-accepted': {},
  reported: { 'claim-granted': 'granted', 'claim-refused': 'refused', 'claim-lapsed': 'lapsed' },
  granted: { 'claim-approved': 'approved', 'claim-lapsed': 'lapsed' },
  approved: { 'claim-paid': 'paid' },
  refused: {},
  paid: {},
  lapsed: {},
} as const satisfies Transitions<SettlementStatus, ClaimAct>;

export const WAITS = {
  new: null,
  'not-accepted': null,
  reported: {
    what: { id: 'keputusan atas klaim', en: 'the claim to be decided' },
    turnOf: [{ agency: 'bpjs-tk', role: 'claims-officer' }],
  },
  granted: {
    what: { id: 'persetujuan pembayaran oleh pejabat lain', en: 'another officer to approve the payment' },
    turnOf: [{ agency: 'bpjs-tk', role: 'claims-approver' }],
  },
  approved: { what: { id: 'pembayaran oleh bank', en: 'the bank to pay' }, turnOf: [] },
  refused: null,
  paid: null,
  lapsed: null,
} as const satisfies Waits<SettlementStatus>;

/** The claims that a closing year carries over. */
export const OPEN_STATUSES = ['reported', 'granted', 'approved'] as const satisfies readonly ClaimStatus[];
