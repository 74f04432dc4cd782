import { rehearse } from '@kerjasama/rehearsal/rehearse';
import { connectStack } from '@kerjasama/stack/client';
import { Command } from 'commander';
import { showProgress } from '../stack/show-progress';
import { wholeNumber } from '../numbers';
import { languageOf, languageOption } from '../stack/language';
import { printClosingTable } from './closing-table';
import { storyTeller } from './story-teller';
import { untilInterrupted } from './until-interrupted';

interface RehearseFlags {
  readonly size: number;
  readonly seed: number;
  readonly next: boolean;
  readonly exit: boolean;
  readonly json: boolean;
  readonly language?: string;
}

const LARGEST = 1_000_000;
const LARGEST_SEED = 999_999_999;

/** `npm run cycle`: the rehearsal stack comes up, one whole year passes, and everything is left open to be looked at. */
export function rehearseCommand(): Command {
  return new Command('rehearse')
    .description('jalankan satu siklus tahunan penuh / run one whole annual cycle')
    .option('--size <workers>', 'jumlah pekerja / number of workers', wholeNumber(1, LARGEST), 102_000)
    .option('--seed <seed>', 'benih data contoh / seed of the sample data', wholeNumber(0, LARGEST_SEED), 1)
    .option('--next', 'mulai siklus berikutnya bila yang ini sudah ditutup / begin the next year', false)
    .option('--exit', 'hentikan semuanya setelah selesai / stop everything at the end', false)
    .option('--json', 'baris terakhir stdout: satu objek JSON / last line: one JSON object', false)
    .addOption(languageOption())
    .action(run);
}

async function run(flags: RehearseFlags): Promise<void> {
  const language = languageOf(flags.language);
  const stack = connectStack('rehearsal');
  const status = await stack.up({ onProgress: showProgress(language, process.stderr) });
  const story = storyTeller(language);
  try {
    const rehearsal = await rehearse(stack, status, flags, story.tell);
    story.end();
    printClosingTable(rehearsal, language, flags.json ? process.stderr : process.stdout);
    if (flags.json)
      console.log(JSON.stringify(rehearsal.kind === 'closed-now' ? rehearsal.summary : standing(rehearsal)));
    if (!flags.exit) await untilInterrupted(language);
  } finally {
    story.end();
    await stack.down();
  }
}

function standing({ plan, urls }: Extract<Awaited<ReturnType<typeof rehearse>>, { kind: 'stands-closed' }>) {
  const { agreement, year } = plan.cycle;
  return { agreement, cycle: `${agreement}/${year}`, size: plan.size, status: 'closed', already: true, urls };
}
