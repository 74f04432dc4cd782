import { join } from 'node:path';
import { type Bank, type BenefitOrder, type PaidBenefit } from '@kerjasama/agencies/bank';
import { NotificationRelay } from '@kerjasama/act/relay';
import { type SubjectRead } from '@kerjasama/act/contract';
import { claimWorkflowId, type SettleClaim } from '@kerjasama/claims/contract';
import { type ClaimStatus } from '@kerjasama/claims/rules/lifecycle';
import { startClaim } from '@kerjasama/claims/start';
import { getClaim } from '@kerjasama/claims/views';
import { advanceClock } from '@kerjasama/database/instance';
import { type ClaimId } from '@kerjasama/kernel/ids';
import { untilAllNotified } from '@kerjasama/rehearsal/time/all-notified';
import { timeMachine, type TimeMachine } from '@kerjasama/rehearsal/time';
import { buildBundle } from '@kerjasama/temporal/bundle';
import { retryActivity } from '@kerjasama/temporal/operations/retry-activity';
import { type WorkflowHandle } from '@temporalio/client';
import { ActReads } from '../../apps/worker/act-reads.activities';
import { ClaimSteps } from '../../apps/worker/claims/claim.activities';
import { ClaimsYear } from './claims-year';
import { eventually } from './eventually';
import { type Activities, startTemporalStand, type TemporalStand } from './temporal-stand';

/** A bank that does what a test wants, and counts what it was told to pay. */
export class TestBank implements Bank {
  readonly sent: string[] = [];
  private readonly paid = new Map<string, PaidBenefit>();
  /** It cannot be asked at all. */
  closed = false;
  /** It pays, or does not, and the answer is lost: once. */
  loses: 'nothing' | 'the-answer' | 'the-order' = 'nothing';

  expectReachable(): Promise<void> {
    return this.closed ? Promise.reject(new Error('the bank does not answer')) : Promise.resolve();
  }

  payBenefit({ instruction }: BenefitOrder): Promise<PaidBenefit> {
    this.sent.push(instruction);
    const [lost, paid] = [this.loses, { reference: `T-${instruction}` }];
    this.loses = 'nothing';
    if (lost !== 'the-order') this.paid.set(instruction, paid);
    this.hidden = lost === 'the-answer';
    return lost === 'nothing' ? Promise.resolve(paid) : Promise.reject(new Error('the answer was lost'));
  }

  /** Whether it does not know yet what it has paid: until the next question. */
  private hidden = false;

  findPayment(instruction: string): Promise<PaidBenefit | null> {
    const found = this.hidden ? null : (this.paid.get(instruction) ?? null);
    this.hidden = false;
    return Promise.resolve(found);
  }
}

/** Claims on real Postgres and a real Temporal server that skips time, with the worker's own activities and relay. */
export interface ClaimsStand {
  readonly year: ClaimsYear;
  readonly temporal: TemporalStand;
  readonly bank: TestBank;
  readonly time: TimeMachine;
  handleOf(claim: ClaimId): WorkflowHandle<SettleClaim>;
  /** The names of its acts, in their order. */
  actsOf(claim: ClaimId): Promise<string[]>;
  /** Reported, granted and approved; the payment is under way. */
  approved(reference: string): Promise<ClaimId>;
  startRelay(): void;
  stopRelay(): Promise<void>;
  /** Waits until the tables say that the claim is there. */
  reaches(claim: ClaimId, status: ClaimStatus): Promise<void>;
  /** Waits until every workflow was told, and this one has read what was told. @returns what it has read */
  lastRead(claim: ClaimId): Promise<SubjectRead>;
  stop(): Promise<void>;
}

export async function startClaimsStand(): Promise<ClaimsStand> {
  const year = await ClaimsYear.open();
  const bank = new TestBank();
  const { pool, clock } = year.deps;
  const migrator = year.database.pool('migrator');
  const temporal = await startTemporalStand({
    startsOn: { clock, raiseOffset: (offset) => advanceClock(migrator, Math.round(offset)) },
    activities: { ...methodsOf(new ClaimSteps(year.worker, bank)), ...methodsOf(new ActReads(year.worker)) },
    workflows: buildBundle(join(__dirname, '..', '..', 'workflows', 'claims', 'settle-claim.ts')),
  });
  let relay: NotificationRelay | undefined;
  const startRelay = () => {
    relay = new NotificationRelay({
      pool: year.worker,
      temporal: temporal.client,
      starts: { claim: (workflow) => startClaim(temporal.client, workflow) },
      onTrouble: () => undefined,
    });
    relay.start();
  };
  const stopRelay = async () => relay?.stop();
  startRelay();
  const allNotified = () => untilAllNotified(pool, 20_000);
  const time = timeMachine({ ...temporal, allNotified });
  const handleOf = (claim: ClaimId) => temporal.client.workflow.getHandle<SettleClaim>(claimWorkflowId(claim));
  return {
    ...{ year, temporal, bank, time, startRelay, stopRelay, handleOf },
    actsOf: async (claim) => (await year.actsOf(claim)).flatMap(({ act }) => (act === 'act-refused' ? [] : [act])),
    approved: async (reference) => {
      const { claim, answer } = await year.granted(reference);
      await year.approve(claim, answer);
      return claim;
    },
    reaches: async (claim, status) => {
      await eventually(async () => ((await getClaim(pool, claim)).status === status ? true : undefined));
    },
    lastRead: async (claim) => {
      await allNotified();
      const { number } = await numberOf(year, claim);
      return eventually(async () => {
        // One that was just started has nothing to say yet.
        const read = await handleOf(claim)
          .query<SubjectRead | null>('subject')
          .catch(() => null);
        return read !== null && read.number >= number ? read : undefined;
      });
    },
    stop: async () => {
      await stopRelay();
      await temporal.stop();
      await year.close();
    },
  };
}

/** Waits until a bank that cannot be reached is asked where operators see it. */
export async function askedVisibly({ handleOf }: ClaimsStand, claim: ClaimId): Promise<void> {
  await eventually(async () => {
    const described = await handleOf(claim)
      .describe()
      .catch(() => undefined);
    const pending = described?.raw.pendingActivities ?? [];
    return pending.some(({ activityType }) => activityType?.name === 'payClaim') || undefined;
  });
}

/** An operator does not wait for the next try. */
export async function retryPayment({ handleOf, temporal }: ClaimsStand, claim: ClaimId): Promise<void> {
  const { runId, raw } = await handleOf(claim).describe();
  const [activity] = raw.pendingActivities ?? [];
  const stuck = { workflowId: claimWorkflowId(claim), runId, activityId: activity?.activityId ?? '' };
  await retryActivity(temporal.client, stuck);
}

async function numberOf(year: ClaimsYear, claim: ClaimId): Promise<{ number: number }> {
  const { rows } = await year.deps.pool.query<{ number: string }>(
    `select number from act.subject where subject = $1::text`,
    [claimWorkflowId(claim)],
  );
  return { number: Number(rows[0]?.number) };
}

type Method = (...args: never[]) => Promise<unknown>;

function methodsOf(provider: object): Activities {
  const prototype = Object.getPrototypeOf(provider) as Record<string, Method>;
  const names = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
  return Object.fromEntries(names.map((name) => [name, (prototype[name] as Method).bind(provider)]));
}
