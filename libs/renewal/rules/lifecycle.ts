import { type Waits } from '@kerjasama/identity/turn';
import { type Transitions } from '@kerjasama/kernel/lifecycle';

export type RenewalStatus = 'open' | 'proposed' | 'endorsed' | 'closed' | 'unclosed';

export type RenewalAct =
  'renewal-proposed' | 'renewal-endorsed' | 'closing-refused' | 'books-closed' | 'books-unclosed';

/**
 * Books are closed whether or not the next year is wanted: a renewal is an intention, the closing a duty.
 * A proposal may be replaced, and then it is endorsed anew.
 */
export const TRANSITIONS = {
  open: {
    'renewal-proposed': 'proposed',
    'closing-refused': 'open',
    'books-closed': 'closed',
    'books-unclosed': 'unclosed',
  },
  proposed: {
    'renewal-proposed': 'proposed',
    'renewal-endorsed': 'endorsed',
    'closing-refused': 'proposed',
    'books-closed': 'closed',
    'books-unclosed': 'unclosed',
  },
  endorsed: {
    'renewal-proposed': 'proposed',
    'closing-refused': 'endorsed',
    'books-closed': 'closed',
    'books-unclosed': 'unclosed',
  },
  closed: {},
  unclosed: {},
} as const satisfies Transitions<RenewalStatus, RenewalAct>;

export const WAITS = {
  open: {
    what: {
      id: 'usulan perpanjangan, dan tutup buku pada akhir tahun anggaran',
      en: 'a proposed renewal, and the books to be closed at the end of the fiscal year',
    },
    turnOf: [
      { agency: 'kemensos', role: 'maker' },
      { agency: 'kemensos', role: 'checker' },
    ],
  },
  proposed: {
    what: {
      id: 'dukungan BPJS Ketenagakerjaan atas perpanjangan, dan tutup buku pada akhir tahun anggaran',
      en: 'BPJS Ketenagakerjaan to endorse the renewal, and the books to be closed at the end of the fiscal year',
    },
    turnOf: [
      { agency: 'bpjs-tk', role: 'maker' },
      { agency: 'kemensos', role: 'checker' },
    ],
  },
  endorsed: {
    what: { id: 'tutup buku pada akhir tahun anggaran', en: 'the books to be closed at the end of the fiscal year' },
    turnOf: [{ agency: 'kemensos', role: 'checker' }],
  },
  closed: null,
  unclosed: null,
} as const satisfies Waits<RenewalStatus>;

/** Days after the fiscal year's last day in which the books must be closed. */
export const DAYS_TO_CLOSE = 90;
