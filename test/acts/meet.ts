import { CLAIM_OFFICER_ACTS, CLAIM_SYSTEM_ACTS } from '@kerjasama/claims/acts';
import { edgesOf } from '@kerjasama/act/lifecycle';
import { WAITS } from '@kerjasama/claims/rules/lifecycle';
import { type ClaimsYear } from '../support/claims-year';
import { nameOf, type Pair, type SeenClaim, type Way } from './allowed-acts';
import { type Asked, faultsOf } from './order-oracle';
import { readTables } from './read-tables';

export const EDGES = edgesOf(CLAIM_OFFICER_ACTS, CLAIM_SYSTEM_ACTS);

/** A claim that was brought to the status of a pair, and those who will meet there. */
export interface Meeting {
  readonly pair: Pair;
  readonly inFlight: number;
  readonly seen: SeenClaim;
}

const PATIENCE_MS = 20_000;

/** All callers at once, the two acts in turns, each under a key of his own. @returns when all were answered, or patience ends */
async function askAll(year: ClaimsYear, { pair, inFlight, seen }: Meeting): Promise<Asked[]> {
  const [first, second] = pair.ways;
  const same = first === second;
  return Promise.all(
    Array.from({ length: inFlight }, (_, nth) => {
      const side = nth % 2 === 0 ? 0 : 1;
      const way: Way = side === 0 ? first : second;
      return way.ask(year, seen, { nth, side, nthOfAct: same ? nth : Math.floor(nth / 2) });
    }),
  );
}

/** What came of a meeting. */
export interface Met {
  /** What is wrong. */
  readonly faults: readonly string[];
  /** What the callers were answered: a code, or a word. */
  readonly answers: readonly string[];
}

/** Lets them meet, and judges what came of it. */
export async function meet(year: ClaimsYear, meeting: Meeting, workflowActs = false): Promise<Met> {
  const { pair, inFlight, seen } = meeting;
  const today = await year.today();
  const asked = await patiently(askAll(year, meeting));
  const what = `${nameOf(pair)}, ${inFlight} in flight on ${seen.claim}`;
  if (asked === undefined) return { faults: [`${what}: somebody was never answered`], answers: [] };
  const tables = await readTables(year.deps.pool, [...new Set(asked.map(({ subject }) => subject))]);
  const crowd = { edges: EDGES, waits: WAITS, after: seen.version, today, asked, tables, workflowActs };
  return { faults: faultsOf(crowd).map((fault) => `${what}: ${fault}`), answers: asked.map(wordOf) };
}

function wordOf({ answer }: Asked): string {
  if (answer.kind === 'refused') return answer.code;
  return answer.kind === 'step' ? answer.value.step : answer.kind;
}

async function patiently<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, undefined);
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}

/** Works on each, some at once. */
export async function eachOf<T, R>(all: readonly T[], atOnce: number, work: (each: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < all.length; at = next++) results[at] = await work(all[at] as T);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
