import { splitRecord } from '../rules/csv-record';
import { type Column, type RosterShape } from '../rules/header';
import { type RowFields } from '../rules/judge-row';
import { type Reason } from '../rules/reasons';
import { type Line } from './read-lines';

/** One row of the roster: its fields, or why they cannot be told apart. */
export interface RosterRecord {
  /** The line it begins on; the header is line 1. */
  readonly line: number;
  /** As it stands in the file, so that a rejected row is never lost. What is not UTF-8 is shown as U+FFFD. */
  readonly original: string;
  readonly content: RowFields | Reason;
}

/** A quoted field may hold line breaks (RFC 4180), but a quote that never closes may not swallow the rows after it. */
const LINES_PER_RECORD = 5;
const LONGEST_LINE = 4096;

/**
 * Cuts lines into records. A line whose quote does not close is read together with the lines after it only if a whole
 * row comes out; else it alone is broken, and the next line is a row of its own.
 */
export class RecordCutter {
  private held: readonly Line[] = [];

  constructor(private readonly shape: RosterShape) {}

  /** @param last no line follows: nothing more is waited for */
  cut(lines: readonly Line[], last: boolean): RosterRecord[] {
    const all = this.held.length > 0 ? [...this.held, ...lines] : lines;
    const records: RosterRecord[] = [];
    let at = 0;
    for (let line = all[at]; line !== undefined; line = all[at]) {
      const fields =
        line.text === null || line.text.length > LONGEST_LINE ? [] : splitRecord(line.text, this.shape.delimiter);
      if (fields === 'unclosed') {
        if (!last && at + LINES_PER_RECORD > all.length) break;
        const joined = this.join(all.slice(at, at + LINES_PER_RECORD));
        records.push(joined?.record ?? toRecord(line, 'ROW_BROKEN'));
        at += joined?.lines ?? 1;
        continue;
      }
      at += 1;
      if (line.text !== '') records.push(toRecord(line, this.contentOf(line, fields)));
    }
    this.held = all.slice(at);
    return records;
  }

  private join(lines: readonly Line[]): { readonly record: RosterRecord; readonly lines: number } | null {
    const [first] = lines;
    for (let count = 2; first !== undefined && count <= lines.length; count += 1) {
      const texts = lines.slice(0, count).map((line) => line.text ?? '"');
      const fields = splitRecord(texts.join('\n'), this.shape.delimiter);
      if (fields === 'stray') return null;
      if (fields === 'unclosed') continue;
      if (fields.length !== this.shape.width) return null;
      const content = this.named(fields.map((field) => field.replaceAll('\n', ' ')));
      return { record: { line: first.number, original: texts.join('\n'), content }, lines: count };
    }
    return null;
  }

  private contentOf({ text }: Line, fields: readonly string[] | 'stray'): RowFields | Reason {
    if (text === null) return 'ROW_ENCODING';
    if (text.length > LONGEST_LINE) return 'ROW_TOO_LONG';
    if (fields === 'stray') return 'ROW_BROKEN';
    if (fields.every((field) => field.trim() === '')) return 'ROW_EMPTY';
    return fields.length === this.shape.width ? this.named(fields) : 'ROW_RAGGED';
  }

  private named(fields: readonly string[]): RowFields {
    const { places } = this.shape;
    const at = (column: Column): string => fields[places[column]] ?? '';
    return {
      nik: at('nik'),
      nama: at('nama'),
      tanggal_lahir: at('tanggal_lahir'),
      jenis_kelamin: at('jenis_kelamin'),
      pekerjaan: at('pekerjaan'),
      tempat_kerja: at('tempat_kerja'),
      jam_kerja: at('jam_kerja'),
      kode_kabupaten: at('kode_kabupaten'),
      sumber_data: at('sumber_data'),
    };
  }
}

function toRecord(line: Line, content: RowFields | Reason): RosterRecord {
  return { line: line.number, original: line.text ?? line.garbled, content };
}
