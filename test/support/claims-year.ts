import { createHash } from 'node:crypto';
import { type Leads, type OfficerAct, type SystemAct } from '@kerjasama/act/definition';
import { type ActAnswer, perform, type PerformDeps } from '@kerjasama/act/perform';
import { performStep, type StepDone, type StepRequest } from '@kerjasama/act/perform-step';
import { approveClaim } from '@kerjasama/claims/acts/check-claim';
import { decideClaim } from '@kerjasama/claims/acts/decide-claim';
import { sendPayment } from '@kerjasama/claims/acts/pay';
import { reportClaim } from '@kerjasama/claims/acts/report-claim';
import { claimWorkflowId } from '@kerjasama/claims/contract';
import { cycleOf } from '@kerjasama/claims/kind';
import { type ClaimView, getClaim } from '@kerjasama/claims/views';
import { businessClockOf } from '@kerjasama/database/business-clock';
import { advanceClock, readClockOffset } from '@kerjasama/database/instance';
import { API_LIMITS, createPool } from '@kerjasama/database/pool';
import { type Who } from '@kerjasama/identity/who';
import { findActs, type RecordedAct } from '@kerjasama/journal/views';
import { createWitness } from '@kerjasama/journal/witness';
import { agreementId, type ClaimId, claimId, type CycleRef } from '@kerjasama/kernel/ids';
import { type Nik } from '@kerjasama/kernel/nik';
import { cycleYear } from '@kerjasama/kernel/period';
import { dateInJakarta, dateOf, type PlainDate, startInJakarta, yearOf } from '@kerjasama/kernel/plain-date';
import { expectAccepted, type Outcome } from '@kerjasama/kernel/refusal';
import { parseRupiah } from '@kerjasama/kernel/rupiah';
import { type Pool } from 'pg';
import { decreeRoster, enrolMember, nikOf } from './decreed-roster';
import { type FreshDatabase, freshDatabase } from './fresh-database';
import { nextMorningOf } from './stated-date';

/** Officers of the insurer's claims desk; two of a kind, because maker and checker differ. */
export const OFFICER: Who = { subject: 'officer-1', agency: 'bpjs-tk', roles: ['claims-officer'], name: 'Ratri' };
export const OTHER_OFFICER: Who = { ...OFFICER, subject: 'officer-2', name: 'Sari' };
export const APPROVER: Who = { subject: 'approver-1', agency: 'bpjs-tk', roles: ['claims-approver'], name: 'Made' };
export const OTHER_APPROVER: Who = { ...APPROVER, subject: 'approver-2', name: 'Dewi' };
export const BOTH_ROLES: Who = { ...OFFICER, subject: 'both', roles: ['claims-officer', 'claims-approver'] };

export type ReportBody = Parameters<typeof reportClaim.prepare>[0];

/** Cover is the whole of this year, and it is a day of June when a test begins. */
export const BEGINS = dateInJakarta(nextMorningOf('06-15', new Date(performance.timeOrigin + performance.now())));
export const YEAR = cycleYear(yearOf(BEGINS));
export const EVENT = dateOf(YEAR, 6, 1);

const AGREEMENT = agreementId('PKS-CLAIMS');

export const codeOf = (outcome: Outcome<unknown>): string => (outcome.refused ? outcome.code : 'accepted');

/** Without a keyed digest, because no test asks for the key. */
const digestNik = (nik: string): Buffer => createHash('sha256').update(nik).digest();

/**
 * A year whose members are decreed, put into a database of its own by SQL: what claims are reported on. As the API has it, with
 * the API's own time limits; no worker, no Temporal.
 */
export class ClaimsYear {
  readonly cycle: CycleRef = { agreement: AGREEMENT, year: YEAR };
  private people = 0;
  private keys = 0;

  private constructor(
    readonly database: FreshDatabase,
    readonly deps: PerformDeps,
    readonly worker: Pool,
    private readonly api: Pool,
  ) {}

  static async open(connections = 24): Promise<ClaimsYear> {
    const database = await freshDatabase();
    const api = createPool(database.url('api'), { applicationName: 'test-api', size: connections, ...API_LIMITS });
    const clock = await businessClockOf(api);
    const deps = { pool: api, witness: createWitness(api), clock, tools: { digestNik: (nik: Nik) => digestNik(nik) } };
    const year = new ClaimsYear(database, deps, database.pool('worker'), api);
    await year.moveTo(BEGINS);
    await year.decree(AGREEMENT);
    return year;
  }

  async close(): Promise<void> {
    await this.api.end();
    await this.database.drop();
  }

  /** A decreed roster without a member yet. */
  async decree(agreement: string): Promise<CycleRef> {
    const cycle = { agreement: agreementId(agreement), year: YEAR };
    await decreeRoster(this.database.pool('superuser'), cycle);
    return cycle;
  }

  /** A new member, by the NIK under which claims name them; or the same person in another agreement. */
  async enrol(agreement: string = AGREEMENT, nik?: Nik): Promise<Nik> {
    this.people += 1;
    const number = nik ?? (nikOf(this.people) as Nik);
    const cycle = { agreement: agreementId(agreement), year: YEAR };
    await enrolMember(this.database.pool('superuser'), cycle, this.people, digestNik(number));
    return number;
  }

  idOf(reference: string, { agreement, year }: CycleRef = this.cycle): ClaimId {
    return claimId(`${agreement}.${year}.${reference}`);
  }

  /** An act under a key of its own, or under the one that is given. */
  act<Id extends string, Status extends string, Body, Input, Led extends Leads<Status>>(
    act: OfficerAct<Id, Status, Body, Input, Led>,
    who: Who,
    id: Id,
    body: Body,
    key = `key-${(this.keys += 1)}`,
  ): Promise<Outcome<ActAnswer>> {
    return perform(this.deps, act, who, { id, key, body });
  }

  step<Id extends string, Status extends string, Input, Led extends Leads<Status>>(
    act: SystemAct<Id, Status, Input, Led>,
    request: StepRequest<Id, Input>,
  ): Promise<StepDone> {
    return performStep(this.worker, act, request);
  }

  /** The report of a natural death of a new member, unless the change says otherwise. */
  async reportBody(reference: string, change: Partial<ReportBody> = {}): Promise<ReportBody> {
    const nik = change.nik ?? (await this.enrol());
    return { reference, nik, kind: 'death', eventOn: EVENT, unableToWork: null, ...change };
  }

  async report(reference: string, change: Partial<ReportBody> = {}, who: Who = OFFICER): Promise<ActAnswer> {
    const body = await this.reportBody(reference, change);
    return expectAccepted(await this.act(reportClaim, who, this.idOf(reference), body));
  }

  async grant(claim: ClaimId, { version }: Pick<ActAnswer, 'version'>, who: Who = OFFICER): Promise<ActAnswer> {
    return expectAccepted(await this.act(decideClaim, who, claim, { version, decision: 'grant' }));
  }

  async approve(claim: ClaimId, granted: ActAnswer, who: Who = APPROVER): Promise<ActAnswer> {
    const { amount: sum } = granted;
    const amount = expectAccepted(parseRupiah(typeof sum === 'string' ? sum : ''));
    return expectAccepted(await this.act(approveClaim, who, claim, { version: granted.version, amount }));
  }

  /** A claim that was reported and granted. */
  async granted(reference: string, change: Partial<ReportBody> = {}) {
    const claim = this.idOf(reference);
    const answer = await this.grant(claim, await this.report(reference, change));
    return { claim, answer, version: answer.version };
  }

  /** A claim whose order was written down for the bank. */
  async paying(reference: string) {
    const { claim, answer } = await this.granted(reference);
    const { version } = await this.approve(claim, answer);
    await this.step(sendPayment, { id: claim, version, input: null });
    return { claim, version: (await this.view(claim)).version };
  }

  view(claim: ClaimId): Promise<ClaimView> {
    return getClaim(this.api, claim);
  }

  /** Everything in the journal that names the claim, refused attempts included. */
  async actsOf(claim: ClaimId): Promise<readonly RecordedAct[]> {
    const { agreement } = cycleOf(claim);
    return (await findActs(this.api, agreement, { workflow: claimWorkflowId(claim) }, { limit: 1000 })).acts;
  }

  /** Puts the business clock to noon of a day that is not past. */
  async moveTo(day: PlainDate): Promise<void> {
    await this.moveToInstant(new Date(startInJakarta(day).getTime() + 12 * 3_600_000));
  }

  /** Puts the business clock to an instant that is not past, and no workflow's clock with it. */
  async moveToInstant(instant: Date): Promise<void> {
    const migrator = this.database.pool('migrator');
    const offset = await readClockOffset(migrator);
    const real = (await this.deps.clock.now()).getTime() - offset;
    await advanceClock(migrator, Math.max(offset, Math.round(instant.getTime() - real)));
  }

  async today(): Promise<PlainDate> {
    return dateInJakarta(await this.deps.clock.now());
  }
}

export function dayOfYear(month: number, day: number): PlainDate {
  return dateOf(YEAR, month, day);
}
