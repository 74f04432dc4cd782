import { type Language } from '@kerjasama/kernel/text';
import {
  type ListedCalendarYear,
  type ListedReading,
  type ListedRegulation,
  type ListedRule,
} from '@kerjasama/regulation/listing';
import { SOURCES } from '@kerjasama/regulation/sources';

const WORDS = {
  id: {
    version: 'Versi',
    open: 'seterusnya',
    verified: 'terverifikasi',
    unverified: 'BELUM DIVERIFIKASI',
    readings: 'bacaan terbuka',
    note: 'catatan',
    calendar: 'Kalender hari libur nasional dan cuti bersama',
    decreed: 'ditetapkan',
    provisional: 'SEMENTARA',
    days: 'hari libur',
    inForce: 'berlaku',
    otherwise: 'pilihan lain',
    touches: 'menyentuh',
    decided: 'diputuskan',
    sources: 'Sumber',
  },
  en: {
    version: 'Version',
    open: 'open',
    verified: 'verified',
    unverified: 'UNVERIFIED',
    readings: 'open readings',
    note: 'note',
    calendar: 'Calendar of national holidays and joint leave',
    decreed: 'decreed',
    provisional: 'PROVISIONAL',
    days: 'days off',
    inForce: 'in force',
    otherwise: 'other readings',
    touches: 'touches',
    decided: 'decided',
    sources: 'Sources',
  },
} as const;

/** Every row of the law for a reader: its days, decree and article, how sure we are, and its figures. */
export function printRules({ version, rules, calendar }: ListedRegulation, language: Language): string {
  const words = WORDS[language];
  const lines = [`${words.version} ${version}`];
  let table = '';
  for (const rule of rules) {
    if (rule.table !== table) lines.push('', `${rule.title} [${rule.table}]${readingsOf(rule, language)}`);
    table = rule.table;
    lines.push(...linesOfRule(rule, language));
  }
  lines.push('', words.calendar, ...calendar.map((year) => lineOfYear(year, language)));
  lines.push('', words.sources, ...Object.entries(SOURCES).map(([id, title]) => `  ${id}  ${title}`));
  return lines.join('\n');
}

function readingsOf({ openReadings }: ListedRule, language: Language): string {
  return openReadings.length === 0 ? '' : ` (${WORDS[language].readings}: ${openReadings.join(', ')})`;
}

function linesOfRule(rule: ListedRule, language: Language): string[] {
  const words = WORDS[language];
  const standing = `${rule.confidence} ${rule.verified ? words.verified : words.unverified}`;
  const lines = [
    `  ${rule.from} - ${rule.until ?? words.open}  ${rule.decree}, ${rule.article}  [${standing}] ${rule.source}`,
    `    ${JSON.stringify(rule.values)}`,
  ];
  return rule.note === null ? lines : [...lines, `    ${words.note}: ${rule.note}`];
}

function lineOfYear(year: ListedCalendarYear, language: Language): string {
  const words = WORDS[language];
  const standing = year.status === 'decreed' ? `${words.decreed}, ${year.decree}` : words.provisional;
  const days = year.holidays.length + year.jointLeave.length;
  return `  ${year.year}  ${days} ${words.days}  [${year.confidence}] ${standing} (${year.source})`;
}

/** The open points of the law: the question, the reading in force and the others it would bear. */
export function printReadings(readings: readonly ListedReading[], language: Language): string {
  const words = WORDS[language];
  return readings
    .flatMap((reading) => [
      `${reading.id} ${reading.name}: ${reading.question}`,
      `  ${words.inForce}: ${reading.choice}${reading.isDefault ? '' : ` (${words.decided})`}${meaningOf(reading)}`,
      `  ${words.otherwise}: ${othersOf(reading)}`,
      `  ${words.touches}: ${reading.touches.join(', ')}`,
    ])
    .join('\n');
}

function meaningOf({ choices, choice }: ListedReading): string {
  const meaning = choices.find(({ name }) => name === choice)?.meaning;
  return meaning === undefined ? '' : ` - ${meaning}`;
}

function othersOf({ choices, choice }: ListedReading): string {
  const others = choices.filter(({ name }) => name !== choice).map(({ name, meaning }) => `${name} (${meaning})`);
  return others.length > 0 ? others.join('; ') : choices.map(({ meaning }) => meaning).join('; ');
}
