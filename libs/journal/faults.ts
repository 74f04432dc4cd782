import { type Text } from '@kerjasama/kernel/text';

/** What was done to the journal behind its back. */
export type FaultKind = 'edited' | 'deleted' | 'reordered' | 'inserted';

/** One fault, and where: whatever can still be known of its place. */
export interface Fault {
  readonly kind: FaultKind;
  /** The agreement, or `house`. */
  readonly chain: string | null;
  /** Place in the chain, from 1. */
  readonly seq: number | null;
  /** Place in the global log, from 0. */
  readonly leaf: number | null;
  readonly detail: Text;
}

export const FAULT_DETAILS = {
  bytes: { id: 'Isinya tidak cocok dengan sidik rantainya.', en: 'Its bytes do not fit its hash.' },
  columns: {
    id: 'Kolom tabel berbeda dari isi yang disidik.',
    en: 'Its columns differ from the bytes that were hashed.',
  },
  unreadable: { id: 'Isinya bukan tindakan yang sah.', en: 'Its bytes are not those of an act.' },
  rewritten: {
    id: 'Isi dan sidiknya ditulis ulang: tindakan berikutnya bersandar pada sidik yang lain.',
    en: 'Bytes and hash were rewritten: the next act follows on another hash.',
  },
  genesis: {
    id: 'Tindakan pertama tidak bertumpu pada awal rantai.',
    en: 'The first act does not follow on the beginning of a chain.',
  },
  head: {
    id: 'Kepala rantai tidak cocok dengan tindakan terakhir.',
    en: 'The head of the chain does not fit its last act.',
  },
  headGone: { id: 'Kepala rantai ini tidak ada lagi.', en: 'The head of this chain is gone.' },
  missing: { id: 'Tindakan ini tidak ada lagi.', en: 'This act is gone.' },
  missingLeaf: {
    id: 'Di tempat ini dalam catatan umum tidak ada tindakan.',
    en: 'There is no act at this place of the log.',
  },
  moved: { id: 'Isinya menyebut tempat lain dalam rantai.', en: 'Its bytes name another place in the chain.' },
  outOfOrder: {
    id: 'Urutan dalam catatan umum berbeda dari urutan rantai.',
    en: 'The order of the log is not the order of the chain.',
  },
  twice: { id: 'Tempat ini dalam rantai terisi dua kali.', en: 'This place in the chain is taken twice.' },
  beyondHead: {
    id: 'Tindakan ini melewati kepala rantai.',
    en: 'This act lies beyond the head of its chain.',
  },
  beyondLog: { id: 'Tindakan ini melewati akhir catatan umum.', en: 'This act lies beyond the end of the log.' },
} as const satisfies Record<string, Text>;
