import { type Waits } from '@kerjasama/identity/turn';
import { type Transitions } from '@kerjasama/kernel/lifecycle';

/** Where the month in hand stands. `before-cover` is the time until the first bill; the rest is the bill's own status too. */
export type PremiumStatus = 'before-cover' | BillStatus;
export type BillStatus = 'billed' | 'requested' | 'ordered' | 'paid' | 'reconciled' | 'unpaid';

/** `payment-overdue` is recorded as well, but moves nothing: an overdue bill can still be paid. */
export type PremiumAct =
  'bill-issued' | 'payment-requested' | 'payment-ordered' | 'payment-received' | 'month-reconciled' | 'premium-unpaid';

/** Month after month the same way: a month is billed only when the one before is reconciled. */
export const TRANSITIONS = {
  'before-cover': { 'bill-issued': 'billed' },
  billed: { 'payment-requested': 'requested', 'premium-unpaid': 'unpaid' },
  requested: { 'payment-ordered': 'ordered', 'premium-unpaid': 'unpaid' },
  ordered: { 'payment-received': 'paid' },
  paid: { 'month-reconciled': 'reconciled' },
  reconciled: { 'bill-issued': 'billed' },
  unpaid: {},
} as const satisfies Transitions<PremiumStatus, PremiumAct>;

export const WAITS = {
  'before-cover': {
    what: { id: 'hari pertama perlindungan', en: 'the first day of cover' },
    turnOf: [],
  },
  billed: {
    what: { id: 'permintaan pembayaran (SPP) oleh PPK', en: 'the payment request (SPP) of the commitment officer' },
    turnOf: [{ agency: 'kemensos', role: 'maker' }],
  },
  requested: {
    what: { id: 'perintah membayar (SPM) oleh PPSPM', en: 'the order to pay (SPM) of the signing officer' },
    turnOf: [{ agency: 'kemensos', role: 'checker' }],
  },
  ordered: {
    what: {
      id: 'SP2D dari KPPN dan penerimaan oleh BPJS Ketenagakerjaan',
      en: 'the SP2D of the treasury and the receipt of BPJS Ketenagakerjaan',
    },
    turnOf: [],
  },
  paid: { what: { id: 'akhir bulan untuk rekonsiliasi', en: "the month's end, to reconcile" }, turnOf: [] },
  reconciled: null,
  unpaid: null,
} as const satisfies Waits<PremiumStatus>;
