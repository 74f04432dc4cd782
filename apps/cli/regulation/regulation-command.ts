import { type Refusal } from '@kerjasama/kernel/refusal';
import { type Language } from '@kerjasama/kernel/text';
import { computeLine } from '@kerjasama/regulation/batch/compute-line';
import { listReadings, listRules, parseSettings } from '@kerjasama/regulation/listing';
import { type Settings } from '@kerjasama/regulation/readings/register';
import { Command, Option } from 'commander';

import { languageOption } from '../stack/language';
import { computeLines } from './compute-lines';
import { benefitRequest, BENEFIT_WORDS, type BenefitFlags } from './explain-benefit';
import { printReadings, printRules } from './print-rules';
import { printTrace } from './print-trace';

interface Flags {
  readonly language: Language;
  readonly reading: readonly string[];
  readonly json?: boolean;
}

const REFUSED = 1;
const MISUSED = 2;

/** `kerjasama regulation list|explain|compute`: the law as rows, one calculation with its trace, a whole portfolio. */
export function regulationCommand(): Command {
  const regulation = new Command('regulation').description('aturan sebagai data / the law as data');
  withFlags(regulation.command('list').description('semua baris aturan / every row of the law'))
    .option('--open', 'bacaan yang terbuka / the open readings')
    .action(list);
  regulation.addCommand(explainCommand());
  withFlags(regulation.command('compute').description('JSON per baris dari stdin / JSON lines from stdin')).action(
    compute,
  );
  return regulation;
}

function explainCommand(): Command {
  const explain = new Command('explain').description(
    'satu perhitungan dengan jejaknya / one calculation and its trace',
  );
  const kind = new Option('--kind <kind>', 'jenis manfaat / kind of benefit').choices(Object.keys(BENEFIT_WORDS));
  withFlags(explain.command('benefit').description('manfaat JKK atau JKM / a JKK or JKM benefit'))
    .requiredOption('--event <date>', 'tanggal peristiwa / date of the event')
    .addOption(kind.makeOptionMandatory())
    .option('--wage <rupiah>', 'dasar upah W / wage base W')
    .option('--children <count>', 'jumlah anak / children', '0')
    .option('--tenure-months <count>', 'masa kepesertaan / months of membership')
    .option('--contribution-months <count>', 'masa iur / months of contributions')
    .option('--months <count>', 'bulan tidak mampu bekerja / months unable to work')
    .option('--days <count>', 'hari sisanya / days beside', '0')
    .action((flags: Flags & BenefitFlags) => {
      explainRequest(JSON.stringify(benefitRequest(flags)), flags);
    });
  withFlags(explain.command('contribution').description('iuran satu bulan / the contribution of a month'))
    .requiredOption('--date <date>', 'hari dalam bulan itu / a day of the month')
    .requiredOption('--income <rupiah>', 'penghasilan sebulan / monthly income', Number)
    .requiredOption('--payer <payer>', 'APBN, APBD, CSR, SELF')
    .option('--sector <sector>', 'TRANSPORT, OTHER', 'OTHER')
    .action(({ date, income, payer, sector, ...flags }: Flags & Record<string, unknown>) => {
      explainRequest(JSON.stringify({ kind: 'contribution', input: { date, income, payer, sector } }), flags);
    });
  withFlags(explain.command('request <json>').description('{"kind": …, "input": {…}}')).action(explainRequest);
  return explain;
}

function withFlags(command: Command): Command {
  const language = languageOption();
  const collect = (value: string, earlier: readonly string[]): string[] => [...earlier, value];
  return command
    .addOption(language.default('id'))
    .option('--json', 'JSON')
    .option(
      '--reading <id=choice>',
      'putuskan bacaan terbuka, mis. A-05=half-up / decide an open reading',
      collect,
      [],
    );
}

function list({ open, ...flags }: Flags & { readonly open?: boolean }): void {
  const { language } = flags;
  const settings = settingsOf(flags);
  if (settings === null) return;
  const shown = open === true ? listReadings({ language, settings }) : listRules({ language, settings });
  if (flags.json === true) say(JSON.stringify(shown, null, 2));
  else say('rules' in shown ? printRules(shown, language) : printReadings(shown, language));
}

function explainRequest(request: string, flags: Flags): void {
  const settings = settingsOf(flags);
  if (settings === null) return;
  const answered = computeLine(request, settings);
  say(flags.json === true ? JSON.stringify(answered, null, 2) : printTrace(answered, flags.language));
  if ('code' in answered.answer || answered.answer['valid'] === false) process.exitCode = REFUSED;
}

async function compute(flags: Flags): Promise<void> {
  const settings = settingsOf(flags);
  if (settings !== null) await computeLines(process.stdin, process.stdout, settings);
}

function settingsOf({ reading, language }: Flags): Settings | null {
  const written = reading.map((pair): [string, string] => {
    const [id = '', ...choice] = pair.split('=');
    return [id, choice.join('=')];
  });
  const settings = parseSettings(Object.fromEntries(written));
  if (!settings.refused) return settings.value;
  complain(settings, language);
  return null;
}

function complain({ message, remedy }: Refusal, language: Language): void {
  process.stderr.write(`${message[language]}\n${remedy[language]}\n`);
  process.exitCode = MISUSED;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
