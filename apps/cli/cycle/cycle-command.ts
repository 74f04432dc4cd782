import { randomUUID } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { type ConnectionFlags, connectApi, withConnection } from '../connection';
import { expectData } from '../expect-data';
import { rupiahNumber, wholeNumber } from '../numbers';
import { languageOf } from '../stack/language';
import { describeCycle, describeWaits } from './describe-cycle';

const MOST_WORKERS = 10_000_000;

interface StartFlags extends ConnectionFlags {
  readonly workers: number;
  readonly firstMonth?: string;
  readonly months: number;
  readonly ceiling: string;
  readonly text: string;
  readonly key: string;
}

/** `kerjasama cycle start|show|waits|list`: the program managers' view of their years, over the API. */
export function cycleCommand(): Command {
  const cycle = new Command('cycle').description('siklus tahunan / yearly cycles');
  cycle.addCommand(startCommand());
  for (const [name, description, describe] of [
    [
      'show',
      'apa yang sudah berdiri, apa yang ditunggu, uangnya / what stands, what it waits for, the money',
      describeCycle,
    ],
    [
      'waits',
      'apa yang ditunggu, giliran siapa, sampai kapan / what it waits for, whose turn, due when',
      describeWaits,
    ],
  ] as const) {
    const command = new Command(name)
      .description(description)
      .argument('<agreement>')
      .argument('<year>')
      .option('--json', 'satu objek JSON / one JSON object', false);
    cycle.addCommand(
      withConnection(command, 'kemensos-maker').action(
        async (agreement: string, year: string, flags: ConnectionFlags & { json: boolean }) => {
          const params = { path: { agreement, year } };
          const shown = expectData(await (await connectApi(flags)).GET('/cycles/{agreement}/{year}', { params }));
          console.log(flags.json ? JSON.stringify(shown) : describe(shown, languageOf(flags.language)));
        },
      ),
    );
  }
  const list = new Command('list').description('semua siklus / all cycles');
  cycle.addCommand(
    withConnection(list, 'kemensos-maker').action(async (flags: ConnectionFlags) => {
      const { cycles } = expectData(await (await connectApi(flags)).GET('/cycles'));
      for (const { agreement, year } of cycles) console.log(`${agreement}  ${year}`);
    }),
  );
  return cycle;
}

function startCommand(): Command {
  const start = new Command('start')
    .description('rancang perjanjian dan mulai tahunnya / draft the agreement and start its year')
    .argument('<agreement>', 'mis. PKS-2027-001')
    .argument('<year>', 'tahun perlindungan / year of cover', wholeYear)
    .requiredOption('--workers <count>', 'jumlah pekerja / workers', wholeNumber(1, MOST_WORKERS))
    .requiredOption('--ceiling <rupiah>', 'nilai perjanjian / most the agreement may cost', rupiahNumber)
    .requiredOption('--text <sha256>', 'SHA-256 naskah / of the text that will be signed')
    .option('--first-month <month>', 'bulan pertama; Januari tahun itu bila kosong / first month of cover')
    .option('--months <count>', 'lama perlindungan / months of cover', wholeNumber(1, 12), 12)
    .option('--key <key>', 'Idempotency-Key', randomUUID());
  return withConnection(start, 'kemensos-maker').action(async (agreement: string, year: number, flags: StartFlags) => {
    const answer = await (
      await connectApi(flags)
    ).POST('/cycles', {
      params: { header: { 'idempotency-key': flags.key } },
      body: {
        agreement,
        year,
        terms: {
          workers: flags.workers,
          firstMonth: flags.firstMonth ?? `${year}-01`,
          months: flags.months,
          fiscalYear: year,
          ceiling: flags.ceiling,
        },
        textSha256: flags.text,
      },
    });
    console.log(`${agreement}/${year}: ${expectData(answer).status}`);
  });
}

/** A year is four digits, never grouped. */
function wholeYear(text: string): number {
  if (/^20\d\d$/.test(text)) return Number(text);
  throw new InvalidArgumentError(
    'Tulis tahun dengan empat angka, misalnya 2028. / Write the year in four digits, e.g. 2028.',
  );
}
