import { formatRupiah, rupiah } from '@kerjasama/kernel/rupiah';
import { type Language, type Text } from '@kerjasama/kernel/text';

/** What an officer calls the inputs of a calculation. An input that is not here keeps its own name. */
const NAMES: Readonly<Record<string, Text>> = {
  amount: { id: 'jumlah', en: 'amount' },
  appliedOn: { id: 'tanggal permohonan', en: 'applied on' },
  benefit: { id: 'manfaat', en: 'benefit' },
  blocked: { id: 'blokir', en: 'blocked' },
  calendar: { id: 'kalender sendiri, tahun', en: 'calendar of one’s own, years' },
  cause: { id: 'sebab', en: 'cause' },
  childBorn: { id: 'anak lahir', en: 'child born on' },
  children: { id: 'anak', en: 'children' },
  childrenYears: { id: 'tahun sekolah tiap anak', en: 'years of school of each child' },
  claimOn: { id: 'tanggal klaim', en: 'claimed on' },
  clock: { id: 'tenggat', en: 'clock' },
  committed: { id: 'komitmen', en: 'committed' },
  contributionMonths: { id: 'masa iur (bulan)', en: 'months of contributions' },
  cost: { id: 'biaya', en: 'cost' },
  coverStart: { id: 'awal perlindungan', en: 'cover starts on' },
  date: { id: 'tanggal', en: 'date' },
  days: { id: 'hari', en: 'days' },
  deathDate: { id: 'tanggal meninggal', en: 'died on' },
  disabilityAlreadyPaid: { id: 'santunan cacat yang sudah dibayar', en: 'disability already paid' },
  dominantHand: { id: 'tangan dominan', en: 'dominant hand' },
  eventAt: { id: 'saat peristiwa', en: 'moment of the event' },
  eventDate: { id: 'tanggal peristiwa', en: 'date of the event' },
  eventOn: { id: 'tanggal peristiwa', en: 'date of the event' },
  firstDay: { id: 'hari pertama', en: 'first day' },
  firstMonth: { id: 'bulan pertama', en: 'first month' },
  heads: { id: 'orang', en: 'heads' },
  income: { id: 'penghasilan sebulan', en: 'monthly income' },
  lastDay: { id: 'hari terakhir', en: 'last day' },
  level: { id: 'tingkat', en: 'level' },
  losses: { id: 'cacat', en: 'losses' },
  married: { id: 'sudah menikah', en: 'married' },
  minimumWage: { id: 'upah minimum', en: 'minimum wage' },
  months: { id: 'bulan', en: 'months' },
  pagu: { id: 'pagu', en: 'ceiling of the budget' },
  paidOn: { id: 'tanggal bayar', en: 'paid on' },
  payer: { id: 'pembayar', en: 'payer' },
  program: { id: 'program', en: 'program' },
  realised: { id: 'realisasi', en: 'realised' },
  sector: { id: 'sektor', en: 'sector' },
  startAt: { id: 'saat mulai', en: 'starts at' },
  startOn: { id: 'mulai', en: 'starts on' },
  tariff: { id: 'tarif', en: 'tariff' },
  tenure: { id: 'masa kepesertaan', en: 'membership' },
  wageBase: { id: 'dasar upah (W)', en: 'wage base (W)' },
  working: { id: 'sudah bekerja', en: 'working' },
};

const SUMS: ReadonlySet<string> = new Set([
  ...['amount', 'benefit', 'blocked', 'committed', 'cost', 'disabilityAlreadyPaid', 'income', 'minimumWage'],
  ...['pagu', 'realised', 'tariff', 'wageBase'],
]);

/** One input of a calculation as a line: its name in words, sums in rupiah, anything nested as JSON. */
export function lineOfInput([name, value]: readonly [string, unknown], language: Language): string {
  return `  ${NAMES[name]?.[language] ?? name}: ${shown(name, value, language)}`;
}

function shown(name: string, value: unknown, language: Language): string {
  const isSum = SUMS.has(name) && typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
  if (isSum) return formatRupiah(rupiah(value), language);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
