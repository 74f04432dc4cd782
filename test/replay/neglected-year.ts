import { createApiClient } from '@kerjasama/api-client/client';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type RehearsalPlan } from '@kerjasama/rehearsal/plan';
import { RehearsalStopped, type StageHand } from '@kerjasama/rehearsal/stage-hand';
import { type RecordedStack } from './recorded-stack';
import { NEGLECTED_ENDS } from './expected-histories';
import { inYear, type YearlyKind } from './recorder';
import { type MoveTo } from './shared-clock';

/** The step that nobody takes, as its idempotency key ends: thrown instead of sending it. */
class LeftUndone extends Error {}

const PATIENCE_MS = 120_000;

/** A year whose people do what the rehearsal's steps say, up to the step that is left undone. */
export class NeglectedYear {
  private undone: string | null = null;
  readonly hand: StageHand;

  constructor(
    private readonly recorded: RecordedStack,
    readonly plan: RehearsalPlan,
    readonly moveTo: MoveTo,
  ) {
    this.hand = { plan, as: this.clientOf, moveTo, tell: () => undefined };
  }

  /** Does the work up to a step, e.g. `accept-0`, and leaves that one and all after it undone. */
  async leaves(step: string, work: (hand: StageHand) => Promise<unknown>): Promise<void> {
    this.undone = `rehearsal/${step}`;
    try {
      await work(this.hand);
    } catch (error) {
      if (error instanceof LeftUndone) return;
      throw error;
    } finally {
      this.undone = null;
    }
    throw new Error(`${this.plan.cycle.agreement}: the work has no step ${step}`);
  }

  /** Does work that the house refuses with this code. */
  async isRefused(code: string, work: (hand: StageHand) => Promise<unknown>): Promise<void> {
    try {
      await work(this.hand);
    } catch (error) {
      if (error instanceof RehearsalStopped && error.problem.code === code) return;
      throw error;
    }
    throw new Error(`${this.plan.cycle.agreement}: ${code} was not refused`);
  }

  /** Records a workflow that must stand at a point now; the road says what is special about how it came there. */
  sees(kind: YearlyKind, point: string, road?: string): Promise<void> {
    return this.recorded.recorder.recordAt(inYear(kind, this.plan.cycle), point, road);
  }

  /** Records how a workflow ends that waits at a status and is left to itself until a day. */
  async endsUnattended(
    kind: Exclude<YearlyKind, 'cycle'>,
    { from, on, road = `from-${from.replace('-overdue', '')}` }: { from: string; on: PlainDate; road?: string },
  ): Promise<void> {
    await this.recorded.recorder.expectAt(inYear(kind, this.plan.cycle), `waits-${from}`);
    await this.moveTo(on);
    await this.sees(kind, `closed-${NEGLECTED_ENDS[kind]}`, road);
  }

  private readonly clientOf: StageHand['as'] = (person) => {
    const { stack, status } = this.recorded;
    const client = createApiClient({
      baseUrl: status.urls.api,
      token: () => stack.token(person),
      patienceMs: PATIENCE_MS,
    });
    client.use({
      onRequest: ({ request }) => {
        if (this.undone !== null && request.headers.get('idempotency-key') === this.undone) throw new LeftUndone();
      },
    });
    return client;
  };
}
