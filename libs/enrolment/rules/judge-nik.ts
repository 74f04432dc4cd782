import { type Nik } from '@kerjasama/kernel/nik';
import { ageOn, parsePlainDate, type PlainDate } from '@kerjasama/kernel/plain-date';
import { isProvince } from './provinces';
import { type Reason } from './reasons';

/** What the number itself says: `born` is DDMMYY without the 40 that is added for women. */
export interface NikFacts {
  readonly nik: Nik;
  readonly born: string;
  readonly sex: 'L' | 'P';
}

const OLDEST = 110;

/**
 * Reads a NIK, `PP KK CC DDMMYY NNNN` (domain, section 5.1), as it stands: nothing is trimmed or repaired (reading A-45).
 * Answers every fault that is found.
 */
export function judgeNik(text: string, on: PlainDate): NikFacts | readonly Reason[] {
  const shape = shapeFaults(text);
  if (shape.length > 0) return shape;
  const day = Number(text.slice(6, 8));
  const sex = day > 40 ? 'P' : 'L';
  const born = `${String(sex === 'P' ? day - 40 : day).padStart(2, '0')}${text.slice(8, 12)}`;
  const faults: Reason[] = [];
  if (!isProvince(text.slice(0, 2)) || text.slice(2, 4) === '00' || text.slice(4, 6) === '00')
    faults.push('NIK_REGION');
  if (!isPlausible(born, on)) faults.push('NIK_DATE');
  if (text.endsWith('0000')) faults.push('NIK_SERIAL');
  return faults.length > 0 ? faults : { nik: text as Nik, born, sex };
}

function shapeFaults(text: string): readonly Reason[] {
  if (text === '') return ['NIK_MISSING'];
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text)) return ['NIK_SCIENTIFIC'];
  const faults: Reason[] = [];
  if (!/^\d+$/.test(text)) faults.push('NIK_NOT_DIGITS');
  if (text.length !== 16) faults.push('NIK_LENGTH');
  return faults;
}

/** The day exists in the 1900s or the 2000s, and gives an age of 0 to 110. */
function isPlausible(born: string, on: PlainDate): boolean {
  return ['19', '20'].some((century) => {
    const date = parsePlainDate(`${century}${born.slice(4)}-${born.slice(2, 4)}-${born.slice(0, 2)}`);
    if (date.refused) return false;
    const age = ageOn(date.value, on);
    return age >= 0 && age <= OLDEST;
  });
}
