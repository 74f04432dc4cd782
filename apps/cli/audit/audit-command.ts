import { type Profile } from '@kerjasama/database/instance';
import { AGENCIES, isAgency } from '@kerjasama/identity/who';
import { type ActFilter } from '@kerjasama/journal/views';
import { parseAgreementId } from '@kerjasama/kernel/ids';
import { parsePlainDate, type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome } from '@kerjasama/kernel/refusal';
import { Command, Option } from 'commander';

import { profileOption } from '../running-stack';
import { languageOf, languageOption } from '../stack/language';
import { WORDS } from './audit-words';
import { type FetchActs, printTrail, type TrailRequest } from './trail';
import { EXIT, runVerify, type VerifyFlags } from './verify';

/** What the audit needs from outside: the stack's own database, and the API. */
export interface AuditDeps {
  /** The address of the role auditor on that embedded stack, or the one that runs; undefined when it does not. `DATABASE_URL` goes before it. */
  findDatabaseUrl(profile: Profile | undefined): Promise<string | undefined>;
  /** The acts of an agreement over the API of that stack, or the one that runs. */
  fetchActs(profile: Profile | undefined): FetchActs;
}

interface Flags {
  readonly profile?: Profile;
  readonly language?: string;
}

type TrailFlags = Flags & { readonly json?: boolean } & Readonly<
    Record<'act' | 'actor' | 'agency' | 'from' | 'to' | 'workflow' | 'stage' | 'at', string | undefined>
  >;

/** `kerjasama audit verify|trail`: 0 proven, 1 tampered, 2 bad usage, 3 could not be verified. */
export function auditCommand(deps: AuditDeps): Command {
  const audit = new Command('audit')
    .description(`${WORDS.audit.id} / ${WORDS.audit.en}`)
    .exitOverride((end) => process.exit(end.exitCode === 0 ? 0 : EXIT.badUsage));
  withFlags(audit.command('verify').description('buktikan seluruh jurnal / prove the whole journal'))
    .option('--json', 'satu objek JSON / one JSON object')
    .action(async (flags: Flags & VerifyFlags) => {
      const find = async () => process.env['DATABASE_URL'] ?? (await deps.findDatabaseUrl(flags.profile));
      process.exitCode = await runVerify(find, flags, languageOf(flags.language));
    });
  withFlags(
    audit.command('trail <agreement>').description('jejak tindakan suatu perjanjian / the acts of an agreement'),
  )
    .option('--act <act>', 'hanya tindakan ini / this act only')
    .option('--actor <subject>', 'hanya pelaku ini / this person only')
    .addOption(new Option('--agency <agency>', 'hanya lembaga ini / this agency only').choices([...AGENCIES]))
    .option('--from <date>', 'sejak tanggal / from this business date')
    .option('--to <date>', 'sampai tanggal / to this business date')
    .option('--workflow <id>', 'hanya alur ini / this workflow only')
    .option('--stage <stage>', 'kata pertama id alur / first word of the workflow id, e.g. premium')
    .option('--at <date>', 'jumlah pada tanggal ini / sums at this business date')
    .option('--json', 'satu baris JSON per tindakan / one line of JSON an act')
    .action((agreement: string, flags: TrailFlags) => trail(deps, agreement, flags));
  return audit;
}

function withFlags(command: Command): Command {
  return command.addOption(profileOption()).addOption(languageOption());
}

async function trail(deps: AuditDeps, agreement: string, flags: TrailFlags): Promise<void> {
  const language = languageOf(flags.language);
  const request = parseTrail(agreement, flags);
  if (request.refused) {
    process.stderr.write(`${request.message[language]}\n${request.remedy[language]}\n`);
    process.exitCode = EXIT.badUsage;
    return;
  }
  await printTrail(deps.fetchActs(flags.profile), request.value, language);
}

function parseTrail(agreement: string, flags: TrailFlags): Outcome<TrailRequest> {
  const parsed = parseAgreementId(agreement);
  if (parsed.refused) return parsed;
  const dates: Partial<Record<'from' | 'to' | 'at', PlainDate>> = {};
  for (const name of ['from', 'to', 'at'] as const) {
    const text = flags[name];
    if (text === undefined) continue;
    const date = parsePlainDate(text, name);
    if (date.refused) return date;
    dates[name] = date.value;
  }
  const { at, ...range } = dates;
  const filter: ActFilter = {
    ...textFilter(flags),
    ...(isAgency(flags.agency) ? { agency: flags.agency } : {}),
    ...range,
  };
  return accept({ agreement: parsed.value, filter, json: flags.json === true, ...(at === undefined ? {} : { at }) });
}

function textFilter(flags: TrailFlags): Pick<ActFilter, 'act' | 'actor' | 'workflow' | 'stage'> {
  const names = ['act', 'actor', 'workflow', 'stage'] as const;
  return Object.fromEntries(names.flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]])));
}
