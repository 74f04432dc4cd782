/**
 * Records the histories that a release is held to: a rehearsed year is run, and before every act of it each workflow is
 * written down as it stands waiting; at the end, as it closed. Once for a release, after `npm run build`:
 *
 *     node -r ./libs/stack/fixtures/typescript.cjs test/replay/record-rehearsal.ts 0.1.0
 */
import { agreementWorkflowId } from '@kerjasama/agreement/contract';
import { budgetWorkflowId } from '@kerjasama/budget/contract';
import { cycleWorkflowId } from '@kerjasama/cycle/contract';
import { enrolmentWorkflowId } from '@kerjasama/enrolment/contract';
import { agreementId, type CycleRef } from '@kerjasama/kernel/ids';
import { cycleYear } from '@kerjasama/kernel/period';
import { loadKeys } from '@kerjasama/keys/key-files';
import { premiumWorkflowId } from '@kerjasama/premium/contract';
import { rehearse } from '@kerjasama/rehearsal/rehearse';
import { renewalWorkflowId } from '@kerjasama/renewal/contract';
import { connectStack } from '@kerjasama/stack/client';
import { dataConverter, payloadCodec } from '@kerjasama/temporal/codec';
import { payloadKeyOf } from '@kerjasama/temporal/payload-key';
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import { makeHome, removeHome } from '../support/stack-home';
import { recordHistory } from './record';

/** Large enough for a refused claim and one that stays open, small enough for half a minute. */
const SIZE = 3_000;

type Source = Parameters<typeof recordHistory>[0];

/** The workflows of a year by the names of their files. */
function workflowsOf(cycle: CycleRef): Readonly<Record<string, string>> {
  return {
    cycle: cycleWorkflowId(cycle),
    agreement: agreementWorkflowId(cycle),
    addendum: agreementWorkflowId(cycle, 1),
    budget: budgetWorkflowId(cycle),
    enrolment: enrolmentWorkflowId(cycle),
    premium: premiumWorkflowId(cycle),
    renewal: renewalWorkflowId(cycle),
  };
}

class Recorder {
  private readonly recorded = new Set<string>();
  private cycle: CycleRef | undefined;

  constructor(
    private readonly source: Source,
    private readonly release: string,
  ) {}

  /** Before an act: what it will change, as it stands. */
  async beforeAct(url: string): Promise<void> {
    const [, agreement, year] = /\/cycles\/([^/]+)\/(\d+)\//.exec(url) ?? [];
    const [, claim] = /\/claims\/([^/]+)\//.exec(url) ?? [];
    if (claim !== undefined) await this.recordAs('claim', `claim/${claim}`);
    if (agreement === undefined) return;
    this.cycle = { agreement: agreementId(agreement), year: cycleYear(Number(year)) };
    await this.recordYear();
  }

  /** At the end: every workflow of the year, and of the claims the first of each outcome. */
  async atTheEnd(): Promise<void> {
    await this.recordYear();
    for await (const { workflowId } of this.source.client.workflow.list({ query: `WorkflowType = 'settleClaim'` }))
      await this.recordAs('claim', workflowId);
  }

  private async recordYear(): Promise<void> {
    if (this.cycle === undefined) return;
    for (const [kind, id] of Object.entries(workflowsOf(this.cycle))) await this.recordAs(kind, id);
  }

  private async recordAs(kind: string, workflowId: string): Promise<void> {
    const point = await this.pointOf(workflowId);
    if (point === undefined) return;
    const waitPoint = `${kind}-${point}`;
    if (this.recorded.has(waitPoint)) return;
    this.recorded.add(waitPoint);
    process.stdout.write(`${await recordHistory(this.source, { workflowId, release: this.release, waitPoint })}\n`);
  }

  /** e.g. `waits-text-agreed`, `closed-in-force`; nothing when it has not begun. */
  private async pointOf(workflowId: string): Promise<string | undefined> {
    const handle = this.source.client.workflow.getHandle(workflowId);
    try {
      const { status } = await handle.describe();
      if (status.name !== 'RUNNING') return `closed-${((await handle.result()) as { outcome: string }).outcome}`;
      if (workflowId.startsWith('cycle/')) return `waits-${(await handle.query<{ stage: string }>('cycleNow')).stage}`;
      return `waits-${(await handle.query<{ status: string }>('waitsFor')).status}`;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return undefined;
      throw error;
    }
  }
}

async function main(release: string): Promise<void> {
  const home = await makeHome();
  try {
    const stack = connectStack('rehearsal', { home });
    const status = await stack.up();
    const { payload } = await loadKeys(stack.folders.keys, ['payload']);
    const codec = payloadCodec(payloadKeyOf(payload));
    const connection = await Connection.connect({ address: status.urls.temporalAddress });
    const client = new Client({ connection, namespace: 'kerjasama', dataConverter: dataConverter(codec) });
    const recorder = new Recorder({ client, codec }, release);
    const send = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      if (input instanceof Request && input.method === 'POST') await recorder.beforeAct(input.url);
      return send(input, init);
    };
    await rehearse(stack, status, { size: SIZE, seed: 1, next: false }, () => undefined);
    await recorder.atTheEnd();
    await connection.close();
  } finally {
    await removeHome(home);
  }
}

main(process.argv[2] ?? '0.1.0').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
