import { ageOn, dateOf, daysInMonth, type PlainDate } from './plain-date';

declare const nikBrand: unique symbol;

/** The 16-digit national identity number (NIK): personal data. Parsed once, printed only through `maskNik`. */
export type Nik = string & { readonly [nikBrand]: true };

export type Sex = 'F' | 'M';

/** What stands in a NIK: `PP KK CC DDMMYY NNNN`, the region of first registration, birth (+40 for women) and a serial. */
export interface NikParts {
  readonly province: string;
  readonly regency: string;
  readonly district: string;
  readonly sex: Sex;
  readonly birthDate: PlainDate;
  readonly serial: string;
}

export type NikFault =
  | 'NOT_16_DIGITS'
  | 'BAD_PROVINCE'
  | 'BAD_REGENCY'
  | 'BAD_DISTRICT'
  | 'BAD_DAY'
  | 'BAD_MONTH'
  | 'DATE_DOES_NOT_EXIST'
  | 'NO_PLAUSIBLE_AGE'
  | 'BAD_SERIAL';

/** The region, sex and serial of a NIK, and the births it may stand for: one a century, the younger first. */
export interface ReadNik {
  readonly nik: Nik;
  readonly parts: Omit<NikParts, 'birthDate'>;
  readonly births: readonly [PlainDate, ...PlainDate[]];
}

export interface NikRules {
  /** The province codes that exist. */
  readonly provinces: readonly string[];
  /** The day on which the holder must be 0 to 110 years old. */
  readonly coverStart: PlainDate;
}

const OLDEST = 110;
const FEMALE_DAYS = 40;
const CENTURIES = [2000, 1900] as const;

/** Reads a NIK and lists every fault of it: there is no check digit, so syntax cannot find most typing errors. */
export function readNik(text: string, rules: NikRules): ReadNik | { readonly faults: readonly NikFault[] } {
  if (!/^[0-9]{16}$/.test(text)) return { faults: ['NOT_16_DIGITS'] };
  const [province, regency, district, serial] = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6), text.slice(12)];
  const written = Number(text.slice(6, 8));
  const sex: Sex = written > FEMALE_DAYS ? 'F' : 'M';
  const birth = readBirth(sex === 'F' ? written - FEMALE_DAYS : written, text, rules.coverStart);
  const faults: NikFault[] = [];
  if (!rules.provinces.includes(province)) faults.push('BAD_PROVINCE');
  if (regency === '00') faults.push('BAD_REGENCY');
  if (district === '00') faults.push('BAD_DISTRICT');
  faults.push(...birth.faults);
  if (serial === '0000') faults.push('BAD_SERIAL');
  const [younger, ...older] = birth.births;
  if (faults.length > 0 || younger === undefined) return { faults };
  return { nik: text as Nik, parts: { province, regency, district, sex, serial }, births: [younger, ...older] };
}

interface ReadBirth {
  readonly births: readonly PlainDate[];
  readonly faults: readonly NikFault[];
}

function readBirth(day: number, text: string, coverStart: PlainDate): ReadBirth {
  const [month, year] = [Number(text.slice(8, 10)), Number(text.slice(10, 12))];
  const faults: NikFault[] = [];
  if (day < 1 || day > 31) faults.push('BAD_DAY');
  if (month < 1 || month > 12) faults.push('BAD_MONTH');
  if (faults.length > 0) return { births: [], faults };
  const years = CENTURIES.map((century) => century + year).filter((each) => day <= daysInMonth(each, month));
  if (years.length === 0) return { births: [], faults: ['DATE_DOES_NOT_EXIST'] };
  const births = years.map((each) => dateOf(each, month, day)).filter((born) => isPlausible(born, coverStart));
  return { births, faults: births.length === 0 ? ['NO_PLAUSIBLE_AGE'] : [] };
}

function isPlausible(born: PlainDate, on: PlainDate): boolean {
  return born <= on && ageOn(born, on) <= OLDEST;
}

/** The NIK that these parts make: the inverse of reading one. */
export function printNik({ province, regency, district, sex, birthDate, serial }: NikParts): Nik {
  const day = Number(birthDate.slice(8, 10)) + (sex === 'F' ? FEMALE_DAYS : 0);
  const birth = `${String(day).padStart(2, '0')}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`;
  return `${province}${regency}${district}${birth}${serial}` as Nik;
}

/** What may be shown: the region and the serial's last digits, e.g. `3271••••••••0001`. */
export function maskNik(nik: Nik): string {
  return `${nik.slice(0, 4)}••••••••${nik.slice(12)}`;
}
