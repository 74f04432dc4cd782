import { type ApiClient } from '@kerjasama/api-client/client';
import { type DemoPerson } from '@kerjasama/identity/demo-people';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { formatRupiah, groupDigits, parseRupiah } from '@kerjasama/kernel/rupiah';
import { type Text } from '@kerjasama/kernel/text';
import { type RehearsalPlan } from './plan';

/** What a rehearsal tells while it runs: a line of the story, or how far a long step is. */
export type Progress =
  | { readonly kind: 'step'; readonly stage: RehearsedStage; readonly on: PlainDate; readonly text: Text }
  | { readonly kind: 'count'; readonly stage: RehearsedStage; readonly done: number; readonly total: number };

export type RehearsedStage = 'agreement' | 'budget' | 'enrolment' | 'premium' | 'claims' | 'renewal';

/** What every step of the rehearsed year has at hand. */
export interface StageHand {
  readonly plan: RehearsalPlan;
  /** The API as one of the demo people sees it. */
  readonly as: (person: DemoPerson) => ApiClient;
  /** Lets business time pass until a day has begun. */
  readonly moveTo: (day: PlainDate) => Promise<void>;
  readonly tell: (progress: Progress) => void;
}

/** The body of a problem+json answer. */
export interface ApiProblem {
  readonly code: string;
  readonly detail: string;
  readonly remedy: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The API refused what the story needs: the rehearsal stops and says why. */
export class RehearsalStopped extends Error {
  constructor(
    step: string,
    readonly problem: ApiProblem,
  ) {
    super(`${step}: ${problem.code} — ${problem.detail} ${problem.remedy}`);
  }
}

/** An answer of the API as openapi-fetch gives it. */
interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of an answer; a problem stops the rehearsal. */
export function expectAnswer<Data>(step: string, answer: Answer<Data>): Data {
  if (answer.data !== undefined) return answer.data;
  throw new RehearsalStopped(step, toApiProblem(answer));
}

/** The problem of an answer that the story expects to be refused. */
export function toApiProblem({ error, response }: Answer<unknown>): ApiProblem {
  if (isApiProblem(error)) return error;
  return { code: `HTTP_${response.status}`, detail: response.statusText, remedy: 'kerjasama stack logs api' };
}

function isApiProblem(value: unknown): value is ApiProblem {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value && 'remedy' in value;
}

/** Rupiah of the API in both languages: Rp 18.849.600.000 and Rp 18,849,600,000. */
export function moneyText(decimal: string): Text {
  const amount = expectAccepted(parseRupiah(decimal));
  return { id: formatRupiah(amount, 'id'), en: formatRupiah(amount, 'en') };
}

/** A number of rows, workers or claims in both languages. */
export function countText(count: number): Text {
  return { id: groupDigits(count, 'id'), en: groupDigits(count, 'en') };
}

/** The address and the key of one act. Keys are the story's own, so that a run started again repeats, not doubles. */
export function actAt(plan: RehearsalPlan, step: string) {
  return { path: pathOf(plan), header: { 'idempotency-key': `rehearsal/${step}` } };
}

export function pathOf({ cycle }: RehearsalPlan) {
  return { agreement: cycle.agreement, year: String(cycle.year) };
}
