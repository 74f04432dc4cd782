import { plainDate } from '@kerjasama/kernel/plain-date';

import { type Table } from '../table';
import { SINCE_PP_44 } from './eras';

export type ClockName =
  | 'REPORT_STAGE_1'
  | 'REPORT_STAGE_2'
  | 'SUSPECTED_DECISION'
  | 'JKK_PAYMENT'
  | 'JKM_PAYMENT'
  | 'SPP'
  | 'SPM'
  | 'SPP_RETURN'
  | 'SP2D'
  | 'COMPLAINT'
  | 'MEDIATION'
  | 'PDP_ACCESS'
  | 'PDP_RESTRICTION'
  | 'PDP_BREACH';

/** A limit in elapsed hours, calendar days, or working days; the day of the start is not counted. */
export interface ClockRule {
  readonly count: number;
  readonly unit: 'hours' | 'calendar-days' | 'working-days';
}

const PMK_62 = { from: plainDate('2012-11-29'), until: null, decree: 'PMK 190/PMK.05/2012, PMK 62/2023' } as const;
const SPP_BEFORE = { ...PMK_62, until: plainDate('2023-12-31'), decree: 'PMK 190/PMK.05/2012' } as const;
const SPP_SINCE = { from: plainDate('2024-01-01'), until: null, decree: 'PMK 62/2023' } as const;
const PDP = { from: plainDate('2022-10-17'), until: null, decree: 'UU 27/2022' } as const;
const UU_24 = { from: plainDate('2014-01-01'), until: null, decree: 'UU 24/2011' } as const;
const hours = (count: number): ClockRule => ({ count, unit: 'hours' });
const working = (count: number): ClockRule => ({ count, unit: 'working-days' });

export const CLOCKS: Readonly<Record<ClockName, Table<ClockRule>>> = {
  REPORT_STAGE_1: {
    id: 'clock-report-stage-1',
    title: { id: 'Laporan kecelakaan kerja tahap I', en: 'First report of a work accident' },
    rows: [{ ...SINCE_PP_44, article: 'laporan tahap I', confidence: 'S', source: 'S15 S28', values: hours(48) }],
  },
  REPORT_STAGE_2: {
    id: 'clock-report-stage-2',
    title: { id: 'Laporan kecelakaan kerja tahap II', en: 'Second report of a work accident' },
    rows: [{ ...SINCE_PP_44, article: 'laporan tahap II', confidence: 'K', source: '-', values: hours(48) }],
  },
  SUSPECTED_DECISION: {
    id: 'clock-suspected-decision',
    title: { id: 'Kesimpulan dugaan kecelakaan kerja', en: 'Decision on a suspected work accident' },
    rows: [
      {
        from: plainDate('2023-11-01'),
        until: null,
        decree: 'PP 49/2023',
        article: 'Pasal 25A',
        confidence: 'S',
        source: 'S11',
        values: { count: 30, unit: 'calendar-days' },
      },
    ],
  },
  JKK_PAYMENT: {
    id: 'clock-jkk-payment',
    title: { id: 'Pembayaran JKK setelah syarat lengkap', en: 'Payment of JKK after complete documents' },
    rows: [{ ...SINCE_PP_44, article: 'Pasal 37 ayat (2)', confidence: 'C', source: 'S3', values: working(7) }],
  },
  JKM_PAYMENT: {
    id: 'clock-jkm-payment',
    title: { id: 'Pembayaran JKM setelah klaim diterima', en: 'Payment of JKM after the claim is received' },
    rows: [{ ...SINCE_PP_44, article: 'pembayaran JKM', confidence: 'S', source: 'S36', values: working(3) }],
  },
  SPP: {
    id: 'clock-spp',
    title: { id: 'Penerbitan SPP-LS setelah tagihan lengkap', en: 'Payment request after a complete bill' },
    rows: [
      { ...SPP_BEFORE, article: 'penyelesaian tagihan', confidence: 'K', source: 'S55', values: working(5) },
      { ...SPP_SINCE, article: 'Pasal 218 huruf b', confidence: 'C', source: 'S56', values: working(5) },
    ],
  },
  SPM: {
    id: 'clock-spm',
    title: { id: 'Penerbitan SPM setelah SPP diterima', en: 'Payment order after the payment request' },
    rows: [{ ...PMK_62, article: 'pengujian SPP', confidence: 'K', source: 'S55', values: working(5) }],
  },
  SPP_RETURN: {
    id: 'clock-spp-return',
    title: { id: 'Pengembalian SPP yang ditolak', en: 'Return of a rejected payment request' },
    rows: [{ ...PMK_62, article: 'pengujian SPP', confidence: 'K', source: 'S55', values: working(2) }],
  },
  SP2D: {
    id: 'clock-sp2d',
    title: { id: 'Penerbitan SP2D setelah SPM diterima', en: 'Disbursement order after the payment order' },
    rows: [{ ...PMK_62, article: 'penerbitan SP2D', confidence: 'K', source: 'S57', values: working(1) }],
  },
  COMPLAINT: {
    id: 'clock-complaint',
    title: { id: 'Penyelesaian pengaduan', en: 'Settlement of a complaint' },
    rows: [{ ...UU_24, article: 'Pasal 48', confidence: 'K', source: '-', values: working(5) }],
  },
  MEDIATION: {
    id: 'clock-mediation',
    title: { id: 'Mediasi sengketa', en: 'Mediation of a dispute' },
    rows: [{ ...UU_24, article: 'Pasal 49', confidence: 'K', source: '-', values: working(30) }],
  },
  PDP_ACCESS: {
    id: 'clock-pdp-access',
    title: { id: 'Akses subjek data dan jejak pemrosesan', en: "A data subject's access and processing trail" },
    rows: [{ ...PDP, article: 'Pasal 32', confidence: 'C', source: 'S61', values: hours(72) }],
  },
  PDP_RESTRICTION: {
    id: 'clock-pdp-restriction',
    title: { id: 'Pembatasan pemrosesan atas permintaan', en: 'Restriction of processing on request' },
    rows: [{ ...PDP, article: 'Pasal 41', confidence: 'C', source: 'S61', values: hours(72) }],
  },
  PDP_BREACH: {
    id: 'clock-pdp-breach',
    title: { id: 'Pemberitahuan kegagalan pelindungan data', en: 'Notice of a data breach' },
    rows: [{ ...PDP, article: 'Pasal 46', confidence: 'C', source: 'S63', values: hours(72) }],
  },
};

/** What a late payment adds: `percent` of the benefit for each day. The text read is of JKK; JKM is reading A-30. */
export const PENALTY: Table<{ readonly percent: number; readonly clocks: readonly ClockName[] }> = {
  id: 'late-payment-penalty',
  title: { id: 'Denda keterlambatan pembayaran', en: 'Penalty for late payment' },
  rows: [
    {
      ...SINCE_PP_44,
      article: 'Pasal 37 ayat (3)',
      confidence: 'C',
      source: 'S3',
      values: { percent: 1, clocks: ['JKK_PAYMENT', 'JKM_PAYMENT'] },
    },
  ],
};
