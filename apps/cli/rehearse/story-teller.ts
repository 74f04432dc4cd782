import { type Language } from '@kerjasama/kernel/text';
import { type Progress, type RehearsedStage } from '@kerjasama/rehearsal/stage-hand';

const STAGES = {
  agreement: { id: 'Perjanjian', en: 'Agreement' },
  budget: { id: 'Anggaran', en: 'Budget' },
  enrolment: { id: 'Pendaftaran', en: 'Enrolment' },
  premium: { id: 'Iuran', en: 'Premium' },
  claims: { id: 'Klaim', en: 'Claims' },
  renewal: { id: 'Penutupan', en: 'Closing' },
} as const satisfies Record<RehearsedStage, Record<Language, string>>;

const BAR = 24;
const NAME = 12;

export interface StoryTeller {
  readonly tell: (progress: Progress) => void;
  readonly end: () => void;
}

/** The year as it passes, on stderr: bars that fill on a terminal, plain lines elsewhere. */
export function storyTeller(language: Language, stream: NodeJS.WriteStream = process.stderr): StoryTeller {
  let open = false;
  const line = (text: string) => {
    stream.write(`${open ? '\r\u001b[K' : ''}${text}\n`);
    open = false;
  };
  const bar = (text: string) => {
    stream.write(`\r${text}\u001b[K`);
    open = true;
  };
  return {
    tell: (progress) => {
      const name = STAGES[progress.stage][language].padEnd(NAME);
      if (progress.kind === 'step') {
        line(`${progress.on}  ${name} ${progress.text[language]}`);
      } else if (stream.isTTY) {
        bar(`            ${name} ${filled(progress)} ${progress.done}/${progress.total}`);
      } else {
        line(`            ${name} ${progress.done}/${progress.total}`);
      }
    },
    end: () => {
      if (open) stream.write('\n');
      open = false;
    },
  };
}

function filled({ done, total }: { done: number; total: number }): string {
  const full = total === 0 ? BAR : Math.round((done / total) * BAR);
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`;
}
