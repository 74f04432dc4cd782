import { type paths } from '@kerjasama/api-client/schema';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { formatRupiah, groupDigits, parseRupiah } from '@kerjasama/kernel/rupiah';
import { type Language } from '@kerjasama/kernel/text';

type Shown = paths['/cycles/{agreement}/{year}']['get']['responses'][200]['content']['application/json'];

/** The year on one screen: what stands, what it waits for and whose turn it is, the money so far. */
export function describeCycle(shown: Shown, language: Language): string {
  const t = (id: string, en: string) => (language === 'id' ? id : en);
  const money = (decimal: string) => formatRupiah(expectAccepted(parseRupiah(decimal)), language);
  const count = (number: number) => groupDigits(number, language);
  const { documents, allocations, enrolment, premium, claims, renewal } = shown;
  const fitting = allocations.findLast((each) => each.fits);
  const lines: [string, string][] = [
    [
      t('Siklus', 'Cycle'),
      `${shown.agreement}/${shown.year} — ${shown.stage ?? shown.outcome} (${t('per', 'as of')} ${shown.asOf})`,
    ],
    ...documents.map(({ document, status, workers, months, ceiling }): [string, string] => [
      document === 0 ? t('Perjanjian', 'Agreement') : t(`Adendum ${document}`, `Addendum ${document}`),
      `${status}: ${count(workers)} ${t('pekerja', 'workers')}, ${months} ${t('bulan', 'months')}, ${money(ceiling)}`,
    ]),
    [
      t('Anggaran', 'Budget'),
      fitting
        ? `${money(fitting.needed)} ${t('dari', 'of')} ${money(fitting.usable)}`
        : t('belum dialokasikan', 'not allocated'),
    ],
    [t('Pekerja', 'Workers'), `${count(enrolment.enrolled)} — ${enrolment.status}`],
    [
      t('Iuran', 'Premium'),
      `${t('ditagih', 'billed')} ${money(premium.billed)}, ${t('dibayar', 'paid')} ${money(premium.paid)}, ${t('direkonsiliasi', 'reconciled')} ${money(premium.reconciled)}`,
    ],
    [
      t('Klaim', 'Claims'),
      `${count(claims.reported)} ${t('dilaporkan', 'reported')}, ${count(claims.paid)} ${t('dibayar', 'paid')} (${money(claims.amount)}), ${count(claims.refused)} ${t('ditolak', 'refused')}, ${count(claims.open)} ${t('berjalan', 'open')}`,
    ],
    ...(renewal
      ? [
          [
            t('Perpanjangan', 'Renewal'),
            `${renewal.firstMonth}, ${renewal.months} ${t('bulan', 'months')}: ${money(renewal.needed)}`,
          ] as [string, string],
        ]
      : []),
  ];
  const width = Math.max(...lines.map(([label]) => label.length));
  const table = lines.map(([label, value]) => `${label.padEnd(width)}  ${value}`).join('\n');
  return `${table}\n\n${describeWaits(shown, language)}`;
}

/** What the year waits for, whose turn it is, and until when. */
export function describeWaits(shown: Shown, language: Language): string {
  const t = (id: string, en: string) => (language === 'id' ? id : en);
  const waits = shown.waits.flatMap(({ workflow, what, turnOf, since, due }) => {
    if (what === null) return [];
    const turns = turnOf.map(({ agency, role }) => `${agency} (${role})`).join(', ');
    return [
      `${t('Menunggu', 'Waits for')}: ${what[language]}\n  ${t('giliran', 'turn of')}: ${turns || '—'}; ${t('sejak', 'since')} ${since}; ${t('batas', 'due')} ${due ?? '—'}\n  ${workflow}`,
    ];
  });
  if (waits.length > 0) return waits.join('\n');
  return shown.outcome === 'running'
    ? `${t('Tidak menunggu siapa pun; berikutnya', 'Waits for nobody; next')}: ${shown.nextDue ?? '—'}`
    : `${t('Selesai', 'Over')}: ${shown.outcome} ${shown.closedOn ?? ''}`;
}
