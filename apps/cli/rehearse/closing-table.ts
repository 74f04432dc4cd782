import { expectAccepted } from '@kerjasama/kernel/refusal';
import { formatRupiah, groupDigits, parseRupiah } from '@kerjasama/kernel/rupiah';
import { type Language } from '@kerjasama/kernel/text';
import { type Rehearsal } from '@kerjasama/rehearsal/rehearse';
import { type RehearsalSummary } from '@kerjasama/rehearsal/summary';

type Row = readonly [label: string, value: string];

/** What a year came to, on the stream a person reads. */
export function printClosingTable(rehearsal: Rehearsal, language: Language, stream: NodeJS.WriteStream): void {
  const rows =
    rehearsal.kind === 'closed-now' ? closedNow(rehearsal.summary, language) : standsClosed(rehearsal, language);
  const width = Math.max(...rows.map(([label]) => label.length));
  stream.write(
    `\n${rows.map(([label, value]) => (label === '' ? '' : `  ${label.padEnd(width)}  ${value}`)).join('\n')}\n`,
  );
}

function standsClosed({ plan, urls }: Extract<Rehearsal, { kind: 'stands-closed' }>, language: Language): Row[] {
  const t = words(language);
  const { agreement, year } = plan.cycle;
  const next = `npm run cycle -- --next${plan.size === 102_000 ? '' : ` --size ${plan.size}`}${plan.seed === 1 ? '' : ` --seed ${plan.seed}`}`;
  return [
    [t('Siklus', 'Cycle'), `${agreement}/${year} ${t('sudah ditutup', 'stands closed')}`],
    [t('Berikutnya', 'The next one'), next],
    ['Temporal UI', urls.temporalUi],
    ['API', urls.apiDocs],
  ];
}

function closedNow(summary: RehearsalSummary, language: Language): Row[] {
  const t = words(language);
  const money = (decimal: string) => formatRupiah(expectAccepted(parseRupiah(decimal)), language);
  const count = (number: number) => groupDigits(number, language);
  const { budget, enrolment, premium, claims, journal, temporal, timingsMs, urls } = summary;
  const remedies = budget.remedies.map(({ kind, months, heads, cost, unused }): Row => [
    kind === 'months' ? t('  Jalan keluar: bulan', '  Remedy: months') : t('  Jalan keluar: orang', '  Remedy: heads'),
    `${count(heads)} × ${months} ${t('bulan', 'months')} = ${money(cost)}, ${t('sisa', 'unused')} ${money(unused)}`,
  ]);
  const seconds = Object.entries(timingsMs).map(([stage, ms]) => `${stage} ${(ms / 1000).toFixed(1)}`);
  return [
    [t('Siklus', 'Cycle'), `${summary.cycle} — ${summary.status}`],
    [t('Pagu', 'Ceiling'), money(budget.pagu)],
    [
      t('Kebutuhan 12 bulan', 'Needed for 12 months'),
      `${money(budget.needed)}, ${t('kurang', 'short by')} ${money(budget.shortfall)}`,
    ],
    ...remedies,
    ['', ''],
    [t('Baris diunggah', 'Rows uploaded'), count(enrolment.uploaded)],
    [t('Diterima / ditolak', 'Accepted / rejected'), `${count(enrolment.accepted)} / ${count(enrolment.rejected)}`],
    [t('Diperbaiki', 'Corrected'), count(enrolment.corrected)],
    [t('Ditetapkan', 'Enrolled'), count(enrolment.enrolled)],
    ['', ''],
    [t('Iuran ditagih', 'Premium billed'), money(premium.billed)],
    [t('Iuran dibayar', 'Premium paid'), money(premium.paid)],
    [t('Iuran direkonsiliasi', 'Premium reconciled'), money(premium.reconciled)],
    [t('Orang-bulan', 'Person-months'), count(premium.personMonths)],
    ['', ''],
    [t('Klaim dilaporkan', 'Claims reported'), count(claims.reported)],
    [t('Klaim dibayar', 'Claims paid'), `${count(claims.paid)} = ${money(claims.amount)}`],
    [t('Klaim ditolak', 'Claims refused'), count(claims.refused)],
    [t('Klaim dilanjutkan', 'Claims carried over'), count(claims.carriedOver)],
    ['', ''],
    [
      t('Jurnal', 'Journal'),
      `${count(journal.acts)} ${t('tindakan', 'acts')}, ${journal.verified ? t('terbukti utuh', 'proven') : t('TIDAK UTUH', 'TAMPERED')}`,
    ],
    [
      'Temporal',
      `${count(temporal.workflows)} ${t('alur', 'workflows')}, ${count(temporal.cycleEvents)} ${t('peristiwa', 'events')}, ${t('riwayat terpanjang', 'largest history')} ${count(temporal.largestHistory)}`,
    ],
    [t('Detik', 'Seconds'), seconds.join(' · ')],
    ['', ''],
    ['Temporal UI', urls.temporalUi],
    ['API', urls.apiDocs],
  ];
}

function words(language: Language): (id: string, en: string) => string {
  return (id, en) => (language === 'id' ? id : en);
}
