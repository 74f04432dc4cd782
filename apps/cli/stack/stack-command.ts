import { type Language } from '@kerjasama/kernel/text';
import { connectStack, type StackClient } from '@kerjasama/stack/client';
import { type Profile, PROFILES } from '@kerjasama/stack/folders';
import { StackProblem } from '@kerjasama/stack/stack-problem';
import { runSupervisor } from '@kerjasama/stack/supervisor/run-supervisor';
import { Command, Option } from 'commander';
import { logNames, printLogs } from './follow-logs';
import { languageOf, languageOption } from './language';
import { showProgress } from './show-progress';
import { describeStatus, WORDS } from './stack-words';

interface StackFlags {
  readonly profile: Profile;
  readonly language?: string;
}

/** What every command is given: the stack of the profile, and a voice. */
interface Context {
  readonly stack: StackClient;
  readonly language: Language;
}

const FAILED = 1;
const NOT_RUNNING = 3;

/** `kerjasama stack up|down|status|logs|reset`: the embedded Postgres, Temporal, worker and API of one profile. */
export function stackCommand(): Command {
  const stack = new Command('stack').description('jalankan dan hentikan Postgres, Temporal, worker dan API / run them');
  withFlags(stack.command('up').description('jalankan semuanya / start everything')).action(
    speaking(async (context) => {
      await up(context);
    }),
  );
  withFlags(stack.command('down').description('hentikan dengan rapi / stop in order')).action(speaking(down));
  withFlags(stack.command('status').description('keadaan dan alamat / state and addresses'))
    .option('--json', 'satu objek JSON / one JSON object')
    .action(speaking(status));
  withFlags(stack.command('logs [name]').description('log terakhir / latest log lines'))
    .option('-f, --follow', 'terus ikuti / keep following')
    .action((name: string | undefined, flags: StackFlags & { follow?: boolean }) =>
      speaking((context) => logs(context, name, flags.follow === true))(flags),
    );
  withFlags(stack.command('reset').description('hapus data profil, bukan kuncinya / delete data, never keys'))
    .option('--yes', 'juga profil live / the live profile, too')
    .action(speaking(reset));
  withFlags(stack.command('supervise', { hidden: true })).action(supervise);
  return stack;
}

function withFlags(command: Command): Command {
  const profile = new Option('--profile <profile>', 'live: waktu nyata / rehearsal: waktu dapat dilompati');
  const language = languageOption();
  return command
    .addOption(profile.choices([...PROFILES]).default('live'))
    .addOption(language.choices(['id', 'en']).env('KERJASAMA_LANGUAGE'));
}

/** Problems of the stack are said in plain words and end with code 1; anything else is a defect and keeps its trace. */
function speaking<F extends StackFlags>(work: (context: Context, flags: F) => Promise<void>) {
  return async (flags: F): Promise<void> => {
    const language = languageOf(flags.language);
    try {
      await work({ stack: connectStack(flags.profile), language }, flags);
    } catch (error) {
      if (!(error instanceof StackProblem)) throw error;
      process.stderr.write(`${error.text[language]}\n${error.remedy[language]}\n`);
      process.exitCode = FAILED;
    }
  };
}

async function up({ stack, language }: Context): Promise<void> {
  const ready = await stack.up({ onProgress: showProgress(language, process.stderr) });
  print(describeStatus(ready, language));
}

async function down({ stack, language }: Context): Promise<void> {
  const result = await stack.down();
  switch (result) {
    case 'stopped':
      print(WORDS.stopped[language]);
      return;
    case 'leftovers-ended':
      print(WORDS.leftoversEnded[language]);
      return;
    case 'was-down':
      print(WORDS.down[language]);
  }
}

async function status({ stack, language }: Context, flags: StackFlags & { json?: boolean }): Promise<void> {
  const found = await stack.status();
  const leftovers = found === undefined ? stack.leftovers() : [];
  if (flags.json === true) {
    print(JSON.stringify(found ?? { profile: stack.profile, state: 'down', leftovers }));
  } else if (found !== undefined) {
    print(describeStatus(found, language));
  } else {
    print(WORDS.down[language]);
    if (leftovers.length > 0) print(`${WORDS.leftovers[language]} ${leftovers.join(', ')}`);
  }
  if (found === undefined) process.exitCode = NOT_RUNNING;
}

async function logs({ stack, language }: Context, name: string | undefined, follow: boolean): Promise<void> {
  const names = logNames(stack.folders.logs);
  if (name !== undefined && !names.includes(name)) {
    process.stderr.write(`${WORDS.noLogs[language]} ${name}: ${names.join(', ')}\n`);
    process.exitCode = FAILED;
    return;
  }
  const until = new AbortController();
  process.once('SIGINT', () => {
    until.abort();
  });
  await printLogs(stack.folders.logs, name === undefined ? names : [name], print, follow ? until.signal : undefined);
}

function reset({ stack, language }: Context, flags: StackFlags & { yes?: boolean }): Promise<void> {
  if (flags.profile === 'live' && flags.yes !== true) {
    process.stderr.write(`${WORDS.confirmLive[language]}\n`);
    process.exitCode = FAILED;
    return Promise.resolve();
  }
  stack.reset();
  print(`${WORDS.removed[language]} ${stack.folders.keys}`);
  return Promise.resolve();
}

/** The supervisor itself, started detached by `up`; what it says goes to its log. */
async function supervise(flags: StackFlags): Promise<void> {
  try {
    await runSupervisor({ profile: flags.profile });
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof StackProblem ? error.message : String(error)}\n`);
    process.exit(FAILED);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
