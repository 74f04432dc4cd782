import {
  maskNik,
  type Nik,
  type NikFault,
  type NikParts,
  type ReadNik,
  readNik,
  type Sex,
} from '@kerjasama/kernel/nik';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';

import { type Settings } from './readings/register';
import { PROVINCES } from './rows/membership-rows';
import { calculate, type Traced, type Worksheet } from './worksheet';

/** What a person looks at: a NIK stays valid when a birth date was corrected later, so none of these rejects. */
export type NikReview = 'BIRTH_DATE_MISMATCH' | 'SEX_MISMATCH' | 'CENTURY_AMBIGUOUS';

export interface NikReading extends NikParts {
  readonly nik: Nik;
  readonly review: readonly NikReview[];
}

/** What the person or the list declares, compared with what the NIK says. */
export interface NikQuestion {
  readonly coverStart: PlainDate;
  readonly declaredBirth?: PlainDate;
  readonly declaredSex?: Sex;
}

/**
 * Reads a NIK. Refuses with the first fault as its code and all of them in `details.codes`. A mismatch with what was
 * declared, or two plausible centuries, is for review and never a refusal. Neither trace nor refusal shows the number.
 */
export function parseNik(text: string, question: NikQuestion, settings: Settings = {}): Outcome<NikReading & Traced> {
  return calculate('nik', { coverStart: question.coverStart }, settings, (sheet) => {
    const provinces = sheet.rule(PROVINCES, question.coverStart);
    if (provinces.refused) return provinces;
    const read = readNik(normalised(sheet, text), { provinces: provinces.value, coverStart: question.coverStart });
    if ('faults' in read) return notANik(read.faults);
    const birthDate = birthOf(sheet, read);
    sheet.step(`NIK ${maskNik(read.nik)}`, `NIK ${maskNik(read.nik)}`);
    return accept({ nik: read.nik, ...read.parts, birthDate, review: reviewOf(read, birthDate, question) });
  });
}

/** Blanks, dots and digits of another script are refused as they stand, or repaired under the other reading of A-45. */
function normalised(sheet: Worksheet, text: string): string {
  if (/^[0-9]*$/.test(text)) return text;
  const digits = text
    .normalize('NFKC')
    .replace(/[\s.-]/g, '')
    .replace(/\p{Nd}/gu, toLatinDigit);
  return /^[0-9]{16}$/.test(digits) && sheet.choose('A-45') === 'normalise' ? digits : text;
}

/** Decimal digits of every script stand in runs of ten, so the distance to the run's zero is the digit. */
function toLatinDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(point - zero);
}

function birthOf(sheet: Worksheet, { births: [younger, older] }: ReadNik): PlainDate {
  return older !== undefined && sheet.choose('A-42') === 'older' ? older : younger;
}

function reviewOf(
  { births, parts }: ReadNik,
  birthDate: PlainDate,
  { declaredBirth, declaredSex }: NikQuestion,
): readonly NikReview[] {
  const review: NikReview[] = [];
  if (declaredBirth !== undefined && declaredBirth !== birthDate) review.push('BIRTH_DATE_MISMATCH');
  if (declaredSex !== undefined && declaredSex !== parts.sex) review.push('SEX_MISMATCH');
  if (births.length > 1) review.push('CENTURY_AMBIGUOUS');
  return review;
}

function notANik(faults: readonly NikFault[]): Outcome<never> {
  return refuse(
    faults[0] ?? 'NOT_16_DIGITS',
    { id: `NIK tidak sah: ${faults.join(', ')}.`, en: `Not a valid NIK: ${faults.join(', ')}.` },
    { id: 'Salin NIK dari KTP-el atau kartu keluarga.', en: 'Copy the NIK from the identity or family card.' },
    { path: 'nik', details: { codes: faults } },
  );
}
