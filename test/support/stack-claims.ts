import { setTimeout as pause } from 'node:timers/promises';
import { type DemoPerson } from '@kerjasama/identity/demo-people';
import { agreementId, claimId, type ClaimId, type CycleRef } from '@kerjasama/kernel/ids';
import { dateOf, yearOf } from '@kerjasama/kernel/plain-date';
import { cycleYear } from '@kerjasama/kernel/period';
import { digest } from '@kerjasama/keys/digest';
import { loadKeys } from '@kerjasama/keys/key-files';
import { askApi, type RawAnswer } from './ask-api';
import { decreeRoster, enrolMember, nikOf } from './decreed-roster';
import { type StackUnderTest } from './stack-under-test';

export const CLAIMS_OFFICER: DemoPerson = 'bpjs-tk-claims-officer';
export const CLAIMS_APPROVER: DemoPerson = 'bpjs-tk-claims-approver';

/** A request of an officer; the same key until there is an answer. */
export interface ClaimRequest {
  readonly person: DemoPerson;
  /** e.g. `decide-claim`; `report-claim` makes the claim. */
  readonly command: string;
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const ASK_AGAIN_MS = 250;
const PATIENCE_MS = 90_000;

/** Claims on a year that was put into a stack's database by SQL, so that no whole year has to be rehearsed first. */
export class StackClaims {
  private readonly tokens = new Map<DemoPerson, string>();
  /** How often a request had to be sent again. */
  repeats = 0;

  private constructor(
    private readonly running: StackUnderTest,
    readonly cycle: CycleRef,
    readonly digestNik: (nik: string) => Buffer,
  ) {}

  /** The cycle of the stack's present business year, with as many members as are asked for. */
  static async open(running: StackUnderTest, agreement: string, members: number): Promise<StackClaims> {
    const keys = await loadKeys(running.stack.folders.keys, ['nik-digest']);
    const year = cycleYear(yearOf(await running.clock.today()));
    const cycle = { agreement: agreementId(agreement), year };
    const claims = new StackClaims(running, cycle, (nik) => digest(keys['nik-digest'], nik));
    const superuser = running.database('superuser');
    await decreeRoster(superuser, cycle);
    for (let nth = 1; nth <= members; nth += 1) await enrolMember(superuser, cycle, nth, claims.digestNik(nikOf(nth)));
    for (const person of [CLAIMS_OFFICER, CLAIMS_APPROVER, 'auditor'] as const)
      claims.tokens.set(person, await running.stack.token(person));
    return claims;
  }

  idOf(reference: string): ClaimId {
    return claimId(`${this.cycle.agreement}.${this.cycle.year}.${reference}`);
  }

  /** The report of a natural death of the nth member, unless the change says otherwise. */
  reportBody(reference: string, nth: number, change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
    const eventOn = dateOf(this.cycle.year, 6, 1);
    return { reference, nik: nikOf(nth), kind: 'death', eventOn, unableToWork: null, ...change };
  }

  /** One try. @throws when the connection breaks */
  send(claim: ClaimId, { person, command, key, body }: ClaimRequest): Promise<RawAnswer> {
    const { agreement, year } = this.cycle;
    const path = command === 'report-claim' ? `/cycles/${agreement}/${year}/claims` : `/claims/${claim}/${command}`;
    const token = this.tokens.get(person);
    return askApi(this.running, path, { token, key, body });
  }

  /** As a person does it: the same again until there is an answer that is neither an outage nor a broken connection. */
  async insist(claim: ClaimId, request: ClaimRequest): Promise<RawAnswer> {
    return this.again(() => this.send(claim, request));
  }

  /** An act that must be taken. @returns its answer */
  async act(claim: ClaimId, request: ClaimRequest): Promise<RawAnswer['body']> {
    const { status, body } = await this.insist(claim, request);
    if (status === 200) return body;
    throw new Error(`${request.command} on ${claim} was answered ${status}: ${JSON.stringify(body)}`);
  }

  /** One claim as people see it. */
  async show(claim: ClaimId): Promise<RawAnswer['body']> {
    return (await this.again(() => this.look(`/claims/${claim}`))).body;
  }

  /** What the list of the cycle's claims says. */
  async list(): Promise<RawAnswer['body']> {
    const { agreement, year } = this.cycle;
    return (await this.again(() => this.look(`/cycles/${agreement}/${year}/claims?limit=1000`))).body;
  }

  private look(path: string): Promise<RawAnswer> {
    return askApi(this.running, path, { method: 'GET', token: this.tokens.get('auditor') });
  }

  private async again(ask: () => Promise<RawAnswer>): Promise<RawAnswer> {
    for (const patienceEnds = performance.now() + PATIENCE_MS; performance.now() < patienceEnds;) {
      const answer = await ask().catch(() => undefined);
      if (answer !== undefined && answer.status < 500) return answer;
      this.repeats += 1;
      await pause(ASK_AGAIN_MS);
    }
    throw new Error(`The API gave no answer within ${PATIENCE_MS} ms`);
  }
}
