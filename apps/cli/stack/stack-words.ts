import { type Language, type Text } from '@kerjasama/kernel/text';
import { type StackStatus } from '@kerjasama/stack/stack-status';
import { type ProcessState, type ProcessStatus } from '@kerjasama/stack/supervisor/managed-process';
import { type BuildProgress } from '@kerjasama/stack/temporal/build-temporal';

/* What the stack's commands say. */

const STATES: Readonly<Record<ProcessState, Text>> = {
  waiting: { id: 'menunggu', en: 'waiting' },
  starting: { id: 'mulai', en: 'starting' },
  ready: { id: 'siap', en: 'ready' },
  restarting: { id: 'dijalankan lagi', en: 'restarting' },
  'crash-loop': { id: 'terus gagal', en: 'keeps failing' },
  stopped: { id: 'berhenti', en: 'stopped' },
};

export function describeStatus(status: StackStatus, language: Language): string {
  const { urls } = status;
  const addresses: readonly (readonly [Text, string])[] = [
    [{ id: 'API', en: 'API' }, urls.api],
    [{ id: 'Dokumentasi API', en: 'API documentation' }, urls.apiDocs],
    [{ id: 'Temporal UI', en: 'Temporal UI' }, urls.temporalUi],
    [{ id: 'Temporal', en: 'Temporal' }, urls.temporalAddress],
  ];
  return [
    ...status.processes.map((process) => describeProcess(process, language)),
    ...addresses.map(([name, url]) => `${name[language].padEnd(18)}${url}`),
  ].join('\n');
}

export function describeProcess(process: ProcessStatus, language: Language): string {
  const { name, state, pid, restarts, problem, lastLines = [] } = process;
  const parts = [
    name.padEnd(10),
    STATES[state][language].padEnd(16),
    pid === undefined ? '' : `pid ${pid}`,
    restarts === 0 ? '' : { id: `dijalankan lagi: ${restarts}×`, en: `restarts: ${restarts}` }[language],
  ];
  const why = state === 'ready' || problem === undefined ? [] : [problem[language], ...lastLines];
  return [parts.filter(Boolean).join('  ').trimEnd(), ...why.map((line) => `    ${line}`)].join('\n');
}

/** A line for one process that has changed since the last look. */
export function describeChange(name: string, state: ProcessState, language: Language): string {
  return `${name.padEnd(10)}${STATES[state][language]}`;
}

export function describeBuild({ phase, done, of }: BuildProgress, language: Language): string {
  switch (phase) {
    case 'announce':
      return {
        id: 'Temporal 1.9.1 dibangun dengan Go, sekali saja: 4 sampai 5 menit dengan dua inti, 4 GB disk untuk sementara.',
        en: 'Building Temporal 1.9.1 with Go, this once: 4 to 5 minutes on two cores, 4 GB of disk for the time being.',
      }[language];
    case 'download':
      return { id: `Mengunduh modul ${done}/${of}`, en: `Downloading modules ${done}/${of}` }[language];
    case 'compile':
      return { id: `Mengompilasi paket ${done}/${of}`, en: `Compiling packages ${done}/${of}` }[language];
    case 'done':
      return { id: 'Temporal selesai dibangun.', en: 'Temporal is built.' }[language];
  }
}

export const WORDS = {
  down: { id: 'Stack tidak berjalan.', en: 'The stack does not run.' },
  stopped: { id: 'Stack dihentikan dengan rapi.', en: 'The stack was stopped in order.' },
  leftoversEnded: {
    id: 'Tidak ada penjaga; proses yang tertinggal sudah diakhiri.',
    en: 'There was no supervisor; the processes it left behind were ended.',
  },
  leftovers: {
    id: 'Tertinggal dari penjaga yang mati (up mengambil alih, down mengakhiri):',
    en: 'Left behind by a dead supervisor (up takes them over, down ends them):',
  },
  removed: {
    id: 'Semua data profil ini dihapus; kuncinya tetap ada di',
    en: 'All data of this profile was deleted; its keys are still in',
  },
  confirmLive: {
    id: 'Profil live memuat siklus yang sebenarnya. Ulangi dengan --yes bila semua datanya memang harus dihapus.',
    en: 'The live profile holds real cycles. Repeat with --yes if all of its data is really to be deleted.',
  },
  noLogs: { id: 'Belum ada log bernama', en: 'There is no log yet named' },
} as const satisfies Readonly<Record<string, Text>>;
