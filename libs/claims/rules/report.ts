import { type Nik } from '@kerjasama/kernel/nik';
import { type Coverage, firstDayOfCover, lastDayOfCover } from '@kerjasama/kernel/period';
import { addDays, addMonths, type PlainDate } from '@kerjasama/kernel/plain-date';
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

/** How long somebody could not work: full months and further days, counted from the day of the accident. */
export interface UnableToWork {
  readonly months: number;
  readonly days: number;
}

/** The last day unable to work; of a death its own day. */
export function untilOf(eventOn: PlainDate, unable: UnableToWork | null): PlainDate {
  if (unable === null) return eventOn;
  const last = addDays(addMonths(eventOn, unable.months), unable.days - 1);
  return last < eventOn ? eventOn : last;
}

/**
 * Time unable to work belongs to a work accident and to nothing else. It begins with the accident, and only what has passed
 * is claimed: it ends with recovery, disability or death (PP 82/2019), and nobody knows that day before it comes.
 */
export function judgeIncapacity(
  kind: ClaimKind,
  unable: UnableToWork | null,
  eventOn: PlainDate,
  reportedOn: PlainDate,
): Refusal | null {
  const asked = kind === 'work-accident';
  const fits = asked ? unable !== null && unable.months + unable.days > 0 : unable === null;
  if (!fits) return incapacityDoesNotFit(asked);
  const until = untilOf(eventOn, unable);
  return until <= reportedOn ? null : incapacityToCome(until, reportedOn);
}

function incapacityDoesNotFit(asked: boolean): Refusal {
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

function incapacityToCome(until: PlainDate, reportedOn: PlainDate): Refusal {
  return refuse(
    'INCAPACITY_TO_COME',
    {
      id: `Masa tidak mampu bekerja itu baru berakhir ${until}, setelah hari pelaporan ${reportedOn}.`,
      en: `That time unable to work ends only on ${until}, after the day of the report, ${reportedOn}.`,
    },
    {
      id: 'Laporkan masa yang sudah berlalu, atau laporkan setelah peserta mampu bekerja.',
      en: 'Report the time that has passed, or report when the worker is able to work again.',
    },
    { path: 'unableToWork', details: { until } },
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

/** Who made something may take it back, and nobody else. */
export function notItsMaker(): Refusal {
  return refuse(
    'NOT_ITS_MAKER',
    {
      id: 'Hanya pejabat yang membuatnya dapat menariknya kembali.',
      en: 'Only the officer who made it may take it back.',
    },
    {
      id: 'Minta pejabat itu, atau minta pejabat pemeriksa mengembalikannya.',
      en: 'Ask that officer, or ask the checking officer to return it.',
    },
  );
}

/** The schema knows of the same event under another number; without a rival's name, which only it saw. */
export function eventTaken(): Refusal {
  return refuse(
    'EVENT_ALREADY_CLAIMED',
    { id: 'Peristiwa ini sudah diklaim.', en: 'This event is claimed already.' },
    { id: 'Lihat klaim lain dari peserta ini.', en: 'Look at the other claims of this member.' },
    { path: 'eventOn' },
  );
}
