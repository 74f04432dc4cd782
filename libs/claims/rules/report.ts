import { type Nik } from '@kerjasama/kernel/nik';
import { type Coverage, firstDayOfCover, lastDayOfCover } from '@kerjasama/kernel/period';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome, type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { type Rupiah, toDecimal } from '@kerjasama/kernel/rupiah';
import { type ClaimKind } from './lifecycle';

/** The NIK as a claim names its member: 16 digits, nothing repaired (reading A-45). Whether anybody has it, the roster says. */
export function parseNik(text: string, path = 'nik'): Outcome<Nik> {
  if (/^\d{16}$/.test(text)) return accept(text as Nik);
  return refuse(
    'BAD_NIK',
    { id: 'NIK harus 16 angka.', en: 'A NIK has 16 digits.' },
    {
      id: 'Salin NIK dari KTP, tanpa spasi atau titik.',
      en: 'Copy it from the identity card, without blanks or dots.',
    },
    { path },
  );
}

/** A report is covered when the event lies in the cover and is not in the future. */
export function judgeEvent(eventOn: PlainDate, reportedOn: PlainDate, coverage: Coverage): Refusal | null {
  if (eventOn > reportedOn)
    return refuse(
      'EVENT_AFTER_REPORT',
      { id: 'Peristiwa belum terjadi pada hari pelaporan.', en: 'The event lies after the day of the report.' },
      { id: 'Periksa tanggal peristiwa.', en: 'Check the date of the event.' },
      { path: 'eventOn' },
    );
  const [first, last] = [firstDayOfCover(coverage), lastDayOfCover(coverage)];
  if (first <= eventOn && eventOn <= last) return null;
  return refuse(
    'NOT_COVERED_ON_EVENT_DATE',
    {
      id: `Peristiwa di luar masa perlindungan ${first} sampai ${last}.`,
      en: `The event lies outside the cover from ${first} to ${last}.`,
    },
    {
      id: 'Laporkan pada siklus yang melindungi tanggal peristiwa.',
      en: 'Report it in the cycle that covered the day of the event.',
    },
    { path: 'eventOn', details: { first, last } },
  );
}

/** Time unable to work belongs to a work accident and to nothing else. */
export function judgeIncapacity(
  kind: ClaimKind,
  unable: { readonly months: number; readonly days: number } | null,
): Refusal | null {
  const asked = kind === 'work-accident';
  if (asked ? unable !== null && unable.months + unable.days > 0 : unable === null) return null;
  return refuse(
    'INCAPACITY_DOES_NOT_FIT',
    asked
      ? { id: 'Lama tidak mampu bekerja belum diisi.', en: 'The time unable to work is missing.' }
      : {
          id: 'Klaim kematian tidak memuat lama tidak mampu bekerja.',
          en: 'A claim of death has no time unable to work.',
        },
    asked
      ? { id: 'Isi bulan dan hari dari surat dokter.', en: "Give the months and days of the doctor's letter." }
      : { id: 'Kosongkan isian itu.', en: 'Leave the field null.' },
    { path: 'unableToWork' },
  );
}

export function memberUnknown(): Refusal {
  return refuse(
    'MEMBER_UNKNOWN',
    {
      id: 'NIK ini tidak ada dalam daftar penerima siklus ini.',
      en: 'This NIK is not in the decreed roster of this cycle.',
    },
    { id: 'Periksa NIK dan tahun siklusnya.', en: 'Check the NIK and the year of the cycle.' },
    { path: 'nik' },
  );
}

export function timeBarred(eventOn: PlainDate): Refusal {
  return refuse(
    'CLAIM_TIME_BARRED',
    {
      id: `Hak atas klaim peristiwa ${eventOn} sudah kedaluwarsa.`,
      en: `The claim for the event of ${eventOn} is time-barred.`,
    },
    { id: 'Periksa tanggal peristiwa.', en: 'Check the date of the event.' },
    { path: 'eventOn' },
  );
}

/** What refused a new claim: its number stands already, or the member's death is claimed already. */
export function claimTaken(by: 'number' | 'death'): Refusal {
  return by === 'number'
    ? refuse(
        'CLAIM_EXISTS',
        { id: 'Nomor klaim ini sudah ada.', en: 'A claim with this reference exists already.' },
        {
          id: 'Pakai nomor lain, atau lihat klaim yang ada.',
          en: 'Use another reference, or look at the one that exists.',
        },
        { path: 'reference' },
      )
    : refuse(
        'DEATH_ALREADY_CLAIMED',
        { id: 'Kematian peserta ini sudah diklaim.', en: "This member's death is claimed already." },
        { id: 'Lanjutkan klaim yang sudah ada.', en: 'Go on with the claim that exists.' },
      );
}

/** The approver names the sum that he saw. */
export function judgeSum(granted: Rupiah, named: Rupiah): Refusal | null {
  if (granted === named) return null;
  return refuse(
    'SUM_DIFFERS',
    { id: 'Jumlah yang disetujui bukan jumlah yang dikabulkan.', en: 'The sum approved is not the sum granted.' },
    { id: `Periksa klaim: yang dikabulkan ${granted}.`, en: `Look at the claim: ${granted} was granted.` },
    { path: 'amount', details: { granted: toDecimal(granted) } },
  );
}
