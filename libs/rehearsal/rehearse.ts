import { createApiClient } from '@kerjasama/api-client/client';
import { readClockOffset } from '@kerjasama/database/instance';
import { createPool } from '@kerjasama/database/pool';
import { DEMO_PEOPLE, type DemoPerson, isDemoPerson } from '@kerjasama/identity/demo-people';
import { agreementId } from '@kerjasama/kernel/ids';
import { type PlainDate, startInJakarta } from '@kerjasama/kernel/plain-date';
import { type StackClient } from '@kerjasama/stack/client';
import { type StackStatus } from '@kerjasama/stack/stack-status';
import { type BusinessClock, rehearsalClock } from '@kerjasama/temporal/business-clock';
import { Client, Connection } from '@temporalio/client';
import { nextBirthday, planOf, planYear, type RehearsalPlan } from './plan';
import { rehearseYear } from './rehearse-year';
import { expectAnswer, pathOf, type Progress, type StageHand } from './stage-hand';
import { type RehearsalSummary, summarise } from './summary';
import { timeMachine } from './time';
import { untilAllNotified } from './time/all-notified';

export interface RehearsalRequest {
  readonly size: number;
  readonly seed: number;
  /** Begins the year after one that stands closed, instead of showing it. */
  readonly next: boolean;
}

/** A year driven to its end, or one that an earlier run has closed. */
export type Rehearsal =
  | { readonly kind: 'closed-now'; readonly summary: RehearsalSummary }
  | { readonly kind: 'stands-closed'; readonly plan: RehearsalPlan; readonly urls: StackStatus['urls'] };

/** How long a killed part of the stack may take to come back. */
const PATIENCE_MS = 120_000;
const NAMESPACE = 'kerjasama';

/** Drives one annual cycle on a rehearsal stack that is up, from where it stands to its closed books. */
export async function rehearse(
  stack: StackClient,
  { urls }: StackStatus,
  request: RehearsalRequest,
  tell: (progress: Progress) => void,
): Promise<Rehearsal> {
  const begun = performance.now();
  const clockPool = createPool(await stack.auditorUrl(), { applicationName: 'kerjasama-rehearsal', size: 2 });
  const connection = await Connection.connect({ address: urls.temporalAddress });
  try {
    const clock = rehearsalClock(() => readClockOffset(clockPool));
    const temporal = new Client({ connection, namespace: NAMESPACE });
    const time = timeMachine({
      client: temporal,
      clock,
      raiseOffset: (offset) => stack.advanceClock(offset),
      allNotified: () => untilAllNotified(clockPool, PATIENCE_MS),
    });
    const as = peopleOf(stack, urls.api);
    const found = await findPlan(as, clock, request);
    if (found.closed) return { kind: 'stands-closed', plan: found.plan, urls };
    const hand: StageHand = {
      plan: found.plan,
      as,
      moveTo: (day: PlainDate) => time.moveTo(startInJakarta(day)),
      tell,
    };
    const year = await rehearseYear(hand);
    const totalMs = () => performance.now() - begun;
    return { kind: 'closed-now', summary: await summarise({ hand, year, stack, temporal, urls, totalMs }) };
  } finally {
    await connection.close();
    await clockPool.end();
  }
}

/** The year of this size and seed that is under way or closed; else the one that begins on the next 19 November. */
async function findPlan(
  as: StageHand['as'],
  clock: BusinessClock,
  { size, seed, next }: RehearsalRequest,
): Promise<{ plan: RehearsalPlan; closed: boolean }> {
  const fresh = async () => ({ plan: planYear(size, seed, nextBirthday(await clock.today())), closed: false });
  const { cycles } = expectAnswer('cycles', await as('kemensos-maker').GET('/cycles'));
  const plans = cycles.flatMap(({ agreement }) => planOf(agreementId(agreement)) ?? []);
  const plan = plans.find((each) => each.size === size && each.seed === seed);
  if (plan === undefined) return fresh();
  const shown = await as('kemensos-maker').GET('/cycles/{agreement}/{year}', { params: { path: pathOf(plan) } });
  const { outcome } = expectAnswer('cycle', shown);
  if (outcome === 'running') return { plan, closed: false };
  return next ? fresh() : { plan, closed: true };
}

/** Each demo person signs in for themselves; a token is kept until the API no longer takes it. */
function peopleOf(stack: StackClient, baseUrl: string): StageHand['as'] {
  const tokens = new Map<DemoPerson, Promise<string>>();
  const tokenOf = (person: DemoPerson, renew: boolean) => {
    const kept = renew ? undefined : tokens.get(person);
    const token = kept ?? stack.token(person);
    tokens.set(person, token);
    token.catch(() => tokens.delete(person));
    return token;
  };
  const people = Object.keys(DEMO_PEOPLE).filter(isDemoPerson);
  const clients = people.map((person) => {
    const token = (renew: boolean) => tokenOf(person, renew);
    return [person, createApiClient({ baseUrl, token, patienceMs: PATIENCE_MS })] as const;
  });
  const byPerson = new Map(clients);
  return (person) => {
    const client = byPerson.get(person);
    if (client === undefined) throw new Error(`Nobody of the demo is ${person}`);
    return client;
  };
}
