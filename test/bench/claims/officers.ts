import { setTimeout as pause } from 'node:timers/promises';
import { type Nik } from '@kerjasama/kernel/nik';
import { askApi, type RawAnswer, type WithApi } from '../../support/ask-api';
import { type CoveredYear } from './enrol-members';

/** The acts of people on one claim; it is paid without another. */
export const ACTS = ['report', 'decide', 'approve'] as const;
export type ActName = (typeof ACTS)[number];

/** How an API wants the acts: since the second, an answer tells the claim's version, and the next act names it. */
export type Flavour = '0.1.0' | 'current';

/** Where claims are settled, and by whom: who decides does not approve. */
export interface ClaimsOffice extends WithApi {
  readonly covered: Pick<CoveredYear, 'cycle' | 'eventOn'>;
  readonly tokens: { readonly officer: string; readonly approver: string };
}

/** How the acts of one claim went, in milliseconds. */
export interface AnsweredClaim {
  readonly claim: string;
  readonly flavour: Flavour;
  readonly answersMs: Readonly<Record<ActName, number>>;
  /** When the approval was answered, in milliseconds since 1970: claims are paid by the clock of the same machine. */
  readonly approvedAt: number;
}

export interface SettledClaim extends AnsweredClaim {
  /** From the answer of the approval until the payment was recorded. */
  readonly paidAfterMs: number;
}

/** Reports, decides, approves one claim as two officers do. `pauseMs` lies between the acts. */
export async function actOnClaim(
  office: ClaimsOffice,
  { reference, nik, pauseMs }: { readonly reference: string; readonly nik: Nik; readonly pauseMs: number },
): Promise<AnsweredClaim> {
  const { covered, tokens } = office;
  const { agreement, year } = covered.cycle;
  const send = timed((act: ActName, token: string, path: string, body: object) =>
    expectAnswer(act, askApi(office, path, { token, key: `bench-${act}-${reference}`, body })),
  );
  const reported = await send('report', tokens.officer, `/cycles/${agreement}/${year}/claims`, {
    ...{ reference, nik, kind: 'work-accident', eventOn: covered.eventOn },
    unableToWork: { months: 0, days: 1 },
  });
  const claim = claimOf(reported.body);
  await pause(pauseMs);
  const decided = await send('decide', tokens.officer, `/claims/${claim}/decide-claim`, {
    decision: 'grant',
    ...versionIn(reported.body),
  });
  await pause(pauseMs);
  const approved = await send('approve', tokens.approver, `/claims/${claim}/approve-claim`, {
    amount: decided.body['amount'],
    ...versionIn(decided.body),
  });
  return {
    claim,
    flavour: flavourOf(reported.body),
    answersMs: { report: reported.ms, decide: decided.ms, approve: approved.ms },
    approvedAt: performance.timeOrigin + performance.now(),
  };
}

/** The claim's number: 0.1.0 tells it as it is, later answers as the subject of the act. */
function claimOf(answer: RawAnswer['body']): string {
  return String(answer['claim'] ?? answer['subject']).replace(/^claim\//, '');
}

/** A claim without a version is one of 0.1.0, whose API refuses fields that it does not know. */
function flavourOf(answer: RawAnswer['body']): Flavour {
  return typeof answer['version'] === 'number' ? 'current' : '0.1.0';
}

function versionIn(answer: RawAnswer['body']): object {
  return flavourOf(answer) === 'current' ? { version: answer['version'] } : {};
}

/** @throws when the API does not say that a claim is paid */
export async function lookPaid(office: ClaimsOffice, claim: string): Promise<void> {
  const asked = askApi(office, `/claims/${claim}`, { method: 'GET', token: office.tokens.officer });
  const { body } = await expectAnswer('look', asked);
  if (body['status'] !== 'paid') throw new Error(`The API says that ${claim} is ${String(body['status'])}, not paid`);
}

async function expectAnswer(what: string, asked: Promise<RawAnswer>): Promise<RawAnswer> {
  const answer = await asked;
  if (answer.status < 300) return answer;
  throw new Error(`${what}: the API answered ${answer.status} ${JSON.stringify(answer.body)}`);
}

function timed<Args extends unknown[]>(ask: (...args: Args) => Promise<RawAnswer>) {
  return async (...args: Args): Promise<RawAnswer & { readonly ms: number }> => {
    const begun = performance.now();
    const answer = await ask(...args);
    return { ...answer, ms: performance.now() - begun };
  };
}
