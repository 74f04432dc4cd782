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

/** How one claim went, in milliseconds. */
export interface SettledClaim {
  readonly claim: string;
  readonly flavour: Flavour;
  readonly answersMs: Readonly<Record<ActName, number>>;
  /** From the answer of the approval until the claim was seen paid. */
  readonly paidAfterMs: number;
  /** How often it was asked whether the claim is paid: each costs the stack an answer. */
  readonly looks: number;
}

const PAID_WITHIN_MS = 60_000;
const LOOK_AGAIN_MS = 75;

/** Reports, decides, approves one claim as two officers do, then looks until it is paid. `pauseMs` lies between the acts. */
export async function settleClaim(
  office: ClaimsOffice,
  { reference, nik, pauseMs }: { readonly reference: string; readonly nik: Nik; readonly pauseMs: number },
): Promise<SettledClaim> {
  const { covered, tokens } = office;
  const { agreement, year } = covered.cycle;
  const send = timed((act: ActName, token: string, path: string, body: object) =>
    expectAnswer(act, askApi(office, path, { token, key: `bench-${act}-${reference}`, body })),
  );
  const reported = await send('report', tokens.officer, `/cycles/${agreement}/${year}/claims`, {
    ...{ reference, nik, kind: 'work-accident', eventOn: covered.eventOn },
    unableToWork: { months: 1, days: 10 },
  });
  const claim = String(reported.body['claim']);
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
    ...(await untilPaid(office, claim)),
  };
}

/** A claim without a version is one of 0.1.0, whose API refuses fields that it does not know. */
function flavourOf(answer: RawAnswer['body']): Flavour {
  return typeof answer['version'] === 'number' ? 'current' : '0.1.0';
}

function versionIn(answer: RawAnswer['body']): object {
  return flavourOf(answer) === 'current' ? { version: answer['version'] } : {};
}

async function untilPaid(office: ClaimsOffice, claim: string): Promise<Pick<SettledClaim, 'paidAfterMs' | 'looks'>> {
  const begun = performance.now();
  for (let looks = 1; performance.now() - begun < PAID_WITHIN_MS; looks += 1) {
    const { body } = await expectAnswer(
      'look',
      askApi(office, `/claims/${claim}`, { method: 'GET', token: office.tokens.officer }),
    );
    if (body['status'] === 'paid') return { paidAfterMs: performance.now() - begun, looks };
    await pause(LOOK_AGAIN_MS);
  }
  throw new Error(`The claim ${claim} was approved and is not paid after ${PAID_WITHIN_MS} ms`);
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
