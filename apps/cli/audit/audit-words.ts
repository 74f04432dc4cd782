import { type Fault, type FaultKind } from '@kerjasama/journal/faults';
import { type SumName } from '@kerjasama/journal/sums';
import { type Verdict } from '@kerjasama/journal/verify';
import { type RecordedAct } from '@kerjasama/journal/views';
import { groupDigits } from '@kerjasama/kernel/rupiah';
import { type Language, type Text } from '@kerjasama/kernel/text';

const KINDS: Readonly<Record<FaultKind, Text>> = {
  edited: { id: 'diubah', en: 'edited' },
  deleted: { id: 'dihapus', en: 'deleted' },
  reordered: { id: 'dipindah', en: 'reordered' },
  inserted: { id: 'disisipkan', en: 'inserted' },
};

const PLACES = {
  seq: { id: 'tindakan ke-', en: 'act ' },
  leaf: { id: 'catatan ', en: 'leaf ' },
  unknown: { id: 'tempat tidak diketahui', en: 'place unknown' },
} as const satisfies Record<string, Text>;

export const SUM_LABELS: Readonly<Record<SumName, Text>> = {
  allocated: { id: 'Dialokasikan', en: 'Allocated' },
  billed: { id: 'Ditagihkan', en: 'Billed' },
  requested: { id: 'Diminta (SPP)', en: 'Requested (SPP)' },
  ordered: { id: 'Diperintahkan (SPM)', en: 'Ordered (SPM)' },
  received: { id: 'Diterima BPJS TK', en: 'Received by BPJS TK' },
  reconciled: { id: 'Direkonsiliasi', en: 'Reconciled' },
  claimsPaid: { id: 'Klaim dibayar', en: 'Claims paid' },
};

export const WORDS = {
  audit: { id: 'periksa jurnal', en: 'check the journal' },
  cannotVerify: { id: 'Jurnal tidak dapat diperiksa:', en: 'The journal could not be verified:' },
  noDatabase: {
    id: 'Isi DATABASE_URL dengan alamat peran auditor, atau jalankan `kerjasama stack up`.',
    en: 'Set DATABASE_URL to the address of the role auditor, or run `kerjasama stack up`.',
  },
  checked: { id: 'tindakan diperiksa', en: 'acts checked' },
  sumsAt: { id: 'Jumlah pada', en: 'Sums at' },
  noActs: { id: 'Tidak ada tindakan.', en: 'There are no acts.' },
} as const satisfies Record<string, Text>;

/** The verdict as lines; the last says what was not kept. */
export function describeVerdict(verdict: Verdict, language: Language): string[] {
  const [acts, chains, faults] = [verdict.acts, verdict.chains, verdict.faultCount].map((n) =>
    groupDigits(n, language),
  );
  const words: Text = verdict.proven
    ? {
        id: `Jurnal utuh: ${acts} tindakan dalam ${chains} rantai, semuanya terbukti.`,
        en: `The journal is whole: ${acts} acts in ${chains} chains, every one proven.`,
      }
    : {
        id: `Jurnal TIDAK utuh: ${faults} temuan pada ${acts} tindakan dalam ${chains} rantai.`,
        en: `The journal is NOT whole: ${faults} faults in ${acts} acts of ${chains} chains.`,
      };
  return [words[language], ...verdict.faults.map((fault) => `  ${describeFault(fault, language)}`)];
}

function describeFault({ kind, chain, seq, leaf, detail }: Fault, language: Language): string {
  const place = [
    ...(chain === null ? [] : [chain]),
    ...(seq === null ? [] : [`${PLACES.seq[language]}${seq}`]),
    ...(leaf === null ? [] : [`${PLACES.leaf[language]}${leaf}`]),
  ];
  return `${KINDS[kind][language]}: ${place.join(', ') || PLACES.unknown[language]}. ${detail[language]}`;
}

/** One act on one line: place, business date, act, who for which agency in which role, basis, workflow, recorded when. */
export function describeAct(act: RecordedAct): string {
  const { seq, businessDate, agency, actor, role, basis, workflow, recordedAt } = act;
  return [
    String(seq).padStart(6),
    businessDate,
    act.act.padEnd(30),
    `${agency}/${actor}`.padEnd(24),
    (role ?? '-').padEnd(15),
    basis,
    workflow ?? '-',
    recordedAt,
  ].join('  ');
}
