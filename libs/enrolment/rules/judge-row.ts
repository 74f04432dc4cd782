import { type Nik } from '@kerjasama/kernel/nik';
import { ageOn, type PlainDate } from '@kerjasama/kernel/plain-date';
import { findBirthDate } from './birth-date';
import { COLUMNS, type Column } from './header';
import { findJob, type Job, OTHER_JOB } from './jobs';
import { judgeNik, type NikFacts } from './judge-nik';
import { type Reason, type Review } from './reasons';
import { isRegency, type RosterLaw } from './roster-law';

/** What a row says, column by column, as it was written. */
export type RowFields = Readonly<Record<Column, string>>;

export type Sex = 'L' | 'P';

/** A worker as enrolled: personal data, sealed before it leaves the process. */
export interface RosterRow {
  readonly nik: Nik;
  readonly name: string;
  readonly bornOn: PlainDate;
  readonly sex: Sex;
  readonly job: Job;
  /** The job as it was written. */
  readonly declaredJob: string;
  readonly workplace: string;
  readonly hours: string;
  /** Four digits: province and regency of the worker. */
  readonly region: string;
  /** The list the worker was taken from, e.g. DTSEN. */
  readonly source: string;
}

export type RowJudgement =
  | { readonly accepted: true; readonly row: RosterRow; readonly reviews: readonly Review[] }
  | { readonly accepted: false; readonly reasons: readonly Reason[] };

const LONGEST_TEXT = 200;
const CONTROL_CHARACTER = /\p{Cc}/u;

/**
 * Judges one row by its own content. Every fault is listed; a mismatch between the NIK and the declared birth date or
 * sex is marked for review and rejects nothing. Text that begins like a formula is text. The same NIK twice is found
 * later, by the database.
 */
export function judgeRow(fields: RowFields, law: RosterLaw): RowJudgement {
  const told = trimmed(fields);
  const nik = judgeNik(fields.nik, law);
  const bornOn = findBirthDate(told.tanggal_lahir);
  const sex = SEXES[told.jenis_kelamin.toUpperCase()];
  const reasons = [
    ...(COLUMNS.some((column) => isUnreadable(fields[column])) ? (['TEXT_UNREADABLE'] as const) : []),
    ...('nik' in nik ? [] : nik),
    ...missingOf(told),
    ...birthFaults(told.tanggal_lahir, bornOn, law),
    ...(sex === undefined ? (['SEX_UNKNOWN'] as const) : []),
    ...(isRegency(told.kode_kabupaten, law) ? [] : (['REGION_UNKNOWN'] as const)),
  ];
  if (reasons.length > 0 || !('nik' in nik) || bornOn === null || sex === undefined)
    return { accepted: false, reasons };
  const job = findJob(told.pekerjaan);
  const row: RosterRow = {
    nik: nik.nik,
    name: told.nama,
    bornOn,
    sex,
    job: job ?? OTHER_JOB,
    declaredJob: told.pekerjaan,
    workplace: told.tempat_kerja,
    hours: told.jam_kerja,
    region: told.kode_kabupaten,
    source: told.sumber_data,
  };
  return { accepted: true, row, reviews: reviewsOf(row, nik) };
}

const SEXES: Readonly<Record<string, Sex>> = { L: 'L', P: 'P', 'LAKI-LAKI': 'L', PEREMPUAN: 'P' };

const REQUIRED = [
  ['nama', 'NAME_MISSING'],
  ['pekerjaan', 'JOB_MISSING'],
  ['tempat_kerja', 'WORKPLACE_MISSING'],
  ['jam_kerja', 'HOURS_MISSING'],
  ['sumber_data', 'SOURCE_MISSING'],
] as const satisfies readonly (readonly [Column, Reason])[];

/** Written out, because this is done for every worker of the country's rosters: twice as fast as over the list of columns. */
function trimmed(fields: RowFields): RowFields {
  return {
    nik: fields.nik,
    nama: fields.nama.trim(),
    tanggal_lahir: fields.tanggal_lahir.trim(),
    jenis_kelamin: fields.jenis_kelamin.trim(),
    pekerjaan: fields.pekerjaan.trim(),
    tempat_kerja: fields.tempat_kerja.trim(),
    jam_kerja: fields.jam_kerja.trim(),
    kode_kabupaten: fields.kode_kabupaten.trim(),
    sumber_data: fields.sumber_data.trim(),
  };
}

function isUnreadable(text: string): boolean {
  return text.length > LONGEST_TEXT || CONTROL_CHARACTER.test(text);
}

function missingOf(told: RowFields): readonly Reason[] {
  return REQUIRED.filter(([column]) => told[column] === '').map(([, reason]) => reason);
}

function birthFaults(text: string, bornOn: PlainDate | null, law: RosterLaw): readonly Reason[] {
  if (text === '') return ['BIRTH_DATE_MISSING'];
  if (bornOn === null) return ['BIRTH_DATE_IMPOSSIBLE'];
  const age = ageOn(bornOn, law.coverStart);
  if (age < law.youngest) return ['UNDER_AGE'];
  return age >= law.notYet ? ['OVER_AGE'] : [];
}

function reviewsOf(row: RosterRow, nik: NikFacts): readonly Review[] {
  const born = `${row.bornOn.slice(8, 10)}${row.bornOn.slice(5, 7)}${row.bornOn.slice(2, 4)}`;
  const reviews: Review[] = [];
  if (born !== nik.born) reviews.push('NIK_BIRTH_DATE_DIFFERS');
  if (row.sex !== nik.sex) reviews.push('NIK_SEX_DIFFERS');
  if (row.job === OTHER_JOB) reviews.push('JOB_UNLISTED');
  return reviews;
}
