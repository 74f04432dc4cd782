import { agreementWorkflowId } from '@kerjasama/agreement/contract';
import { budgetWorkflowId } from '@kerjasama/budget/contract';
import { claimWorkflowId } from '@kerjasama/claims/contract';
import { cycleWorkflowId } from '@kerjasama/cycle/contract';
import { enrolmentWorkflowId } from '@kerjasama/enrolment/contract';
import { type ClaimId, type CycleRef } from '@kerjasama/kernel/ids';
import { premiumWorkflowId } from '@kerjasama/premium/contract';
import { renewalWorkflowId } from '@kerjasama/renewal/contract';
import { EXCEPTION } from '@kerjasama/temporal/search-attributes';
import { WorkflowNotFoundError } from '@temporalio/client';
import { recordHistory } from './record';

export type Source = Parameters<typeof recordHistory>[0];

/** The workflows of a year by the names of their files. */
const WORKFLOWS = {
  cycle: cycleWorkflowId,
  agreement: agreementWorkflowId,
  addendum: (cycle: CycleRef) => agreementWorkflowId(cycle, 1),
  budget: budgetWorkflowId,
  enrolment: enrolmentWorkflowId,
  premium: premiumWorkflowId,
  renewal: renewalWorkflowId,
} as const satisfies Readonly<Record<string, (cycle: CycleRef) => string>>;

export type YearlyKind = keyof typeof WORKFLOWS;
export type Kind = YearlyKind | 'claim';

/** What is recorded: a workflow, and the kind that begins the name of its file. */
export interface Recordable {
  readonly kind: Kind;
  readonly workflowId: string;
}

export function inYear(kind: YearlyKind, cycle: CycleRef): Recordable {
  return { kind, workflowId: WORKFLOWS[kind](cycle) };
}

export function ofClaim(claim: ClaimId): Recordable {
  return { kind: 'claim', workflowId: claimWorkflowId(claim) };
}

/** Writes workflows down under the names of their wait points, and never one name twice. */
export class Recorder {
  private readonly recorded = new Set<string>();

  constructor(
    readonly source: Source,
    private readonly release: string,
  ) {}

  /** Every workflow of a year that stands at a point which is not recorded yet. */
  async recordYear(cycle: CycleRef): Promise<void> {
    for (const kind of Object.keys(WORKFLOWS) as YearlyKind[]) await this.recordIfNew(inYear(kind, cycle));
  }

  /** A workflow, unless it has not begun or its point is recorded already. */
  async recordIfNew(what: Recordable): Promise<void> {
    const point = await this.pointOf(what);
    if (point !== undefined && !this.recorded.has(`${what.kind}-${point}`)) await this.record(what, point);
  }

  /**
   * A workflow that must stand at a point now.
   * @param road what is special about how it came there, e.g. `from-short`; added to the name
   * @throws when it stands elsewhere, or when the name is taken
   */
  async recordAt(what: Recordable, point: string, road?: string): Promise<void> {
    await this.expectAt(what, point);
    await this.record(what, road === undefined ? point : `${point}-${road}`);
  }

  /** @throws when the workflow does not stand at the point now */
  async expectAt(what: Recordable, point: string): Promise<void> {
    const actual = await this.pointOf(what);
    if (actual !== point) throw new Error(`${what.workflowId} should be at ${point}, and is at ${String(actual)}`);
  }

  private async record({ kind, workflowId }: Recordable, point: string): Promise<void> {
    const waitPoint = `${kind}-${point}`;
    this.recorded.add(waitPoint);
    process.stdout.write(`${await recordHistory(this.source, { workflowId, release: this.release, waitPoint })}\n`);
  }

  /** e.g. `waits-text-agreed`, `waits-billed-overdue`, `closed-in-force`; nothing when it has not begun. */
  private async pointOf({ kind, workflowId }: Recordable): Promise<string | undefined> {
    const handle = this.source.client.workflow.getHandle(workflowId);
    try {
      const { status, typedSearchAttributes } = await handle.describe();
      if (status.name !== 'RUNNING') return `closed-${((await handle.result()) as { outcome: string }).outcome}`;
      if (kind === 'cycle') return `waits-${(await handle.query<{ stage: string }>('cycleNow')).stage}`;
      const overdue = typedSearchAttributes.get(EXCEPTION)?.endsWith('_OVERDUE') === true ? '-overdue' : '';
      const query = kind === 'claim' ? 'subject' : 'waitsFor';
      return `waits-${(await handle.query<{ status: string }>(query)).status}${overdue}`;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return undefined;
      throw error;
    }
  }
}
