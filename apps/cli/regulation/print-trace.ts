import { formatRupiah, rupiah } from '@kerjasama/kernel/rupiah';
import { type Language, type Text } from '@kerjasama/kernel/text';
import { type Refusal } from '@kerjasama/kernel/refusal';
import { type Answered } from '@kerjasama/regulation/batch/compute-line';
import { TABLES } from '@kerjasama/regulation/body';
import { READINGS } from '@kerjasama/regulation/readings/register';
import { type Trace } from '@kerjasama/regulation/worksheet';

import { lineOfInput } from './input-words';

const WORDS = {
  id: {
    calculation: 'Perhitungan',
    inputs: 'Masukan',
    steps: 'Langkah',
    rows: 'Dasar hukum',
    readings: 'Bacaan terbuka yang menyentuh hasil ini',
    none: 'tidak ada',
    decided: 'diputuskan lain dari bawaan',
    byDefault: 'bawaan',
    provisional: 'Sementara: kalender belum ditetapkan untuk tahun',
    version: 'Versi aturan',
    refused: 'DITOLAK',
    unverified: 'belum diverifikasi',
    answer: 'Jawaban',
    open: 'seterusnya',
  },
  en: {
    calculation: 'Calculation',
    inputs: 'Inputs',
    steps: 'Steps',
    rows: 'Legal basis',
    readings: 'Open readings that touch this result',
    none: 'none',
    decided: 'decided otherwise than by default',
    byDefault: 'default',
    provisional: 'Provisional: the calendar is not decreed for',
    version: 'Version of the rules',
    refused: 'REFUSED',
    unverified: 'unverified',
    answer: 'Answer',
    open: 'open',
  },
} as const;

const TITLES = new Map(TABLES.map(({ id, title }) => [id, title]));

/** What a claims officer reads: inputs, each step in rupiah, the articles, the open readings and the version. */
export function printTrace({ answer, trace }: Answered, language: Language): string {
  const words = WORDS[language];
  const { refusal, ...rest } = trace as Partial<Trace> & { readonly refusal?: Refusal };
  const lines = refusal === undefined ? [] : linesOfRefusal(String(answer['code']), refusal, language);
  if (rest.calculation === undefined) return lines.join('\n');
  const made = rest as Trace;
  lines.push(`${words.calculation}: ${made.calculation}`);
  lines.push(words.inputs, ...Object.entries(made.inputs).map((input) => lineOfInput(input, language)));
  lines.push(words.steps);
  lines.push(...made.steps.map(({ what, amount }) => `  ${what[language]}${sumOf(amount, language)}`));
  lines.push(words.rows, ...made.rows.map((row) => lineOfRow(row, language)));
  lines.push(words.readings, ...linesOfReadings(made, language));
  if (made.provisionalYears.length > 0) lines.push(`${words.provisional} ${made.provisionalYears.join(', ')}`);
  lines.push(`${words.answer}: ${JSON.stringify(answer)}`);
  lines.push(`${words.version}: ${made.version}`);
  return lines.join('\n');
}

function linesOfRefusal(code: string, { message, remedy }: Pick<Refusal, 'message' | 'remedy'>, language: Language) {
  const say = (text: Text): string => text[language];
  return [`${WORDS[language].refused} ${code}: ${say(message)}`, say(remedy)];
}

function sumOf(amount: number | null, language: Language): string {
  return amount === null ? '' : `: ${formatRupiah(rupiah(amount), language)}`;
}

function lineOfRow(row: Trace['rows'][number], language: Language): string {
  const words = WORDS[language];
  const mark = row.confidence === 'C' ? 'C' : `${row.confidence}, ${words.unverified}`;
  const title = TITLES.get(row.table)?.[language] ?? row.table;
  const range = `${row.from} - ${row.until ?? words.open}`;
  return `  ${title}: ${row.decree}, ${row.article} (${range}) [${mark}] ${row.source}`;
}

function linesOfReadings({ readings }: Trace, language: Language): string[] {
  const words = WORDS[language];
  if (readings.length === 0) return [`  ${words.none}`];
  return readings.flatMap(({ id, name, choice, isDefault }) => [
    `  ${id} ${name} = ${choice} (${isDefault ? words.byDefault : words.decided})`,
    `    ${READINGS[id].question[language]}`,
  ]);
}
