import { type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { type Text } from '@kerjasama/kernel/text';
import { type ClaimKind } from './lifecycle';

interface Ground {
  readonly text: Text;
  /** The kinds of claim that can be refused on it. */
  readonly kinds: readonly ClaimKind[];
}

const ACCIDENTS = ['work-accident', 'accident-death'] as const satisfies readonly ClaimKind[];
const DEATHS = ['accident-death', 'death'] as const satisfies readonly ClaimKind[];
const ALL = ['work-accident', 'accident-death', 'death'] as const satisfies readonly ClaimKind[];

/** Why a claim may be refused: a closed list, so that no family is refused on a ground that nobody can name. */
export const REFUSAL_GROUNDS = {
  NO_EXTERNAL_INJURY: {
    text: {
      id: 'Tidak ada ruda paksa: cedera bukan akibat kecelakaan.',
      en: 'No external injury: what happened was no accident.',
    },
    kinds: ACCIDENTS,
  },
  NOT_AT_WORK: {
    text: {
      id: 'Kecelakaan tidak terjadi dalam hubungan dengan pekerjaan yang didaftarkan.',
      en: 'The accident had nothing to do with the declared work.',
    },
    kinds: ACCIDENTS,
  },
  ABLE_TO_WORK: {
    text: {
      id: 'Surat dokter tidak menyatakan tidak mampu bekerja.',
      en: "The doctor's letter does not state that the worker was unable to work.",
    },
    kinds: ['work-accident'],
  },
  DEATH_NOT_CERTIFIED: {
    text: { id: 'Tidak ada akta atau surat kematian.', en: 'There is no death certificate.' },
    kinds: DEATHS,
  },
  NOT_THE_MEMBER: {
    text: {
      id: 'Orang dalam dokumen bukan peserta yang terdaftar.',
      en: 'The person of the documents is not the member.',
    },
    kinds: ALL,
  },
  DOCUMENTS_FALSE: {
    text: { id: 'Dokumen terbukti tidak benar.', en: 'The documents are proven false.' },
    kinds: ALL,
  },
} as const satisfies Readonly<Record<string, Ground>>;

export type RefusalGround = keyof typeof REFUSAL_GROUNDS;

export const GROUND_CODES = Object.keys(REFUSAL_GROUNDS) as [RefusalGround, ...RefusalGround[]];

/** A refusal needs a ground that the kind of claim can have. */
export function judgeGround(kind: ClaimKind, code: RefusalGround): Refusal | null {
  const { kinds }: Ground = REFUSAL_GROUNDS[code];
  if (kinds.includes(kind)) return null;
  const fitting = GROUND_CODES.filter((each) =>
    (REFUSAL_GROUNDS[each] satisfies Ground as Ground).kinds.includes(kind),
  );
  return refuse(
    'GROUND_DOES_NOT_FIT',
    { id: 'Alasan ini tidak berlaku untuk jenis klaim ini.', en: 'This ground does not exist for this kind of claim.' },
    { id: `Pilih salah satu: ${fitting.join(', ')}.`, en: `Choose one of: ${fitting.join(', ')}.` },
    { path: 'ground', details: { grounds: fitting } },
  );
}
