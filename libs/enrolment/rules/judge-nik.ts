import { type Nik, type NikFault, readNik } from '@kerjasama/kernel/nik';
import { type Reason } from './reasons';
import { type RosterLaw } from './roster-law';

/** What the number itself says: `born` is DDMMYY without the 40 that is added for women. */
export interface NikFacts {
  readonly nik: Nik;
  readonly born: string;
  readonly sex: 'L' | 'P';
}

/**
 * Reads a NIK as it stands: nothing is trimmed or repaired (reading A-45). Answers every fault that is found, in the
 * words of a roster: what is wrong with the text first, then what the kernel finds in 16 digits.
 */
export function judgeNik(text: string, law: RosterLaw): NikFacts | readonly Reason[] {
  const shape = shapeFaults(text);
  if (shape.length > 0) return shape;
  const read = readNik(text, law);
  if ('faults' in read) return [...new Set(read.faults.map((fault) => REASONS[fault]))];
  const [born] = read.births;
  return {
    nik: read.nik,
    born: `${born.slice(8)}${born.slice(5, 7)}${born.slice(2, 4)}`,
    sex: read.parts.sex === 'F' ? 'P' : 'L',
  };
}

const REASONS = {
  NOT_16_DIGITS: 'NIK_LENGTH',
  BAD_PROVINCE: 'NIK_REGION',
  BAD_REGENCY: 'NIK_REGION',
  BAD_DISTRICT: 'NIK_REGION',
  BAD_DAY: 'NIK_DATE',
  BAD_MONTH: 'NIK_DATE',
  DATE_DOES_NOT_EXIST: 'NIK_DATE',
  NO_PLAUSIBLE_AGE: 'NIK_DATE',
  BAD_SERIAL: 'NIK_SERIAL',
} as const satisfies Record<NikFault, Reason>;

function shapeFaults(text: string): readonly Reason[] {
  if (text === '') return ['NIK_MISSING'];
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text)) return ['NIK_SCIENTIFIC'];
  const faults: Reason[] = [];
  if (!/^\d+$/.test(text)) faults.push('NIK_NOT_DIGITS');
  if (text.length !== 16) faults.push('NIK_LENGTH');
  return faults;
}
