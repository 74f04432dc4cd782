import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';
import { splitRecord } from './csv-record';

/** The columns of a roster, by name; their order is free and further columns are not read. */
export const COLUMNS = [
  'nik',
  'nama',
  'tanggal_lahir',
  'jenis_kelamin',
  'pekerjaan',
  'tempat_kerja',
  'jam_kerja',
  'kode_kabupaten',
  'sumber_data',
] as const;
export type Column = (typeof COLUMNS)[number];

/** How the rows of one file are cut: found out from its header. */
export interface RosterShape {
  readonly delimiter: string;
  /** How many fields each row has. */
  readonly width: number;
  /** Where each column stands, from 0. */
  readonly places: Readonly<Record<Column, number>>;
}

const DELIMITERS = [',', ';', '\t'] as const;

/** Reads the first line, `,` `;` or TAB between its names. Refuses ROSTER_UNREADABLE, naming what is missing or doubled. */
export function parseHeader(line: string): Outcome<RosterShape> {
  const [names, delimiter] = DELIMITERS.map((each) => [namesIn(line, each), each] as const).reduce((best, next) =>
    next[0].length > best[0].length ? next : best,
  );
  const missing = COLUMNS.filter((column) => !names.includes(column));
  const doubled = COLUMNS.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (missing.length > 0 || doubled.length > 0) return rosterUnreadable(missing, doubled);
  const places = Object.fromEntries(COLUMNS.map((column) => [column, names.indexOf(column)])) as Record<Column, number>;
  return accept({ delimiter, width: names.length, places });
}

export function rosterUnreadable(missing: readonly Column[], doubled: readonly Column[] = []): Outcome<never> {
  return refuse(
    'ROSTER_UNREADABLE',
    { id: 'Kepala tabel berkas tidak dapat dibaca.', en: 'The header of the file cannot be read.' },
    {
      id: `Simpan sebagai CSV UTF-8 dengan kolom: ${COLUMNS.join(', ')}.`,
      en: `Save it as CSV in UTF-8 with the columns: ${COLUMNS.join(', ')}.`,
    },
    { details: { missing, doubled } },
  );
}

function namesIn(line: string, delimiter: string): readonly string[] {
  const fields = splitRecord(line, delimiter);
  if (typeof fields === 'string') return [];
  return fields.map((name) => name.trim().toLowerCase().replaceAll(' ', '_'));
}
