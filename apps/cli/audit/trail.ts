import { type SumName, SUM_NAMES, sumActs, type Sums } from '@kerjasama/journal/sums';
import { type ActFilter, type ActPage, type FoundActs, type RecordedAct } from '@kerjasama/journal/views';
import { type AgreementId } from '@kerjasama/kernel/ids';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { formatRupiah, toDecimal } from '@kerjasama/kernel/rupiah';
import { type Language } from '@kerjasama/kernel/text';

import { describeAct, SUM_LABELS, WORDS } from './audit-words';

/** One page of `GET /agreements/:id/acts`. */
export type FetchActs = (agreement: AgreementId, filter: ActFilter, page: ActPage) => Promise<FoundActs>;

export interface TrailRequest {
  readonly agreement: AgreementId;
  readonly filter: ActFilter;
  /** Only acts up to this business date, and what they add up to. */
  readonly at?: PlainDate;
  readonly json: boolean;
}

const PAGE = 500;

/** Prints the acts of an agreement as they come, then, with `at`, what the printed acts add up to. */
export async function printTrail(fetchActs: FetchActs, request: TrailRequest, language: Language): Promise<void> {
  const { agreement, at, json } = request;
  const filter = at === undefined ? request.filter : { ...request.filter, to: earlier(at, request.filter.to) };
  const summed: RecordedAct[] = [];
  let count = 0;
  for (let after: number | null = 0; after !== null;) {
    const page: FoundActs = await fetchActs(agreement, filter, { after, limit: PAGE });
    for (const act of page.acts) print(json ? JSON.stringify(act) : describeAct(act));
    if (at !== undefined) summed.push(...page.acts);
    count += page.acts.length;
    after = page.next;
  }
  if (count === 0 && !json) print(WORDS.noActs[language]);
  if (at !== undefined) printSums(sumActs(summed, at), at, json, language);
}

function printSums(sums: Sums, at: PlainDate, json: boolean, language: Language): void {
  if (json) {
    const decimals = Object.fromEntries(SUM_NAMES.map((name) => [name, toDecimal(sums[name])]));
    print(JSON.stringify({ at, sums: decimals }));
    return;
  }
  print(`${WORDS.sumsAt[language]} ${at}`);
  for (const name of SUM_NAMES) print(sumLine(name, sums, language));
}

function sumLine(name: SumName, sums: Sums, language: Language): string {
  return `  ${SUM_LABELS[name][language].padEnd(22)}${formatRupiah(sums[name], language).padStart(26)}`;
}

function earlier(a: PlainDate, b: PlainDate | undefined): PlainDate {
  return b === undefined || a < b ? a : b;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
