/**
 * Records the histories that a release is held to: a rehearsed year is run, and before every act of it each workflow is
 * written down as it stands waiting; at the end, as it closed. Once for a release, after `npm run build`:
 *
 *     node -r ./libs/stack/fixtures/typescript.cjs test/replay/record-rehearsal.ts 0.1.0
 */
import { agreementId, claimId, type CycleRef } from '@kerjasama/kernel/ids';
import { cycleYear } from '@kerjasama/kernel/period';
import { rehearse } from '@kerjasama/rehearsal/rehearse';
import { onRecordedStack, type RecordedStack } from './recorded-stack';
import { ofClaim, type Recorder } from './recorder';

/** Large enough for a refused claim and one that stays open, small enough for half a minute. */
const SIZE = 3_000;

/** The year that an act's address names. */
function cycleIn(url: string): CycleRef | undefined {
  const [, agreement, year] = /\/cycles\/([^/]+)\/(\d+)\//.exec(url) ?? [];
  if (agreement === undefined) return undefined;
  return { agreement: agreementId(agreement), year: cycleYear(Number(year)) };
}

/** Before an act: what it will change, as it stands. */
async function recordBefore(recorder: Recorder, url: string, cycle: CycleRef | undefined): Promise<void> {
  const [, claim] = /\/claims\/([^/]+)\//.exec(url) ?? [];
  if (claim !== undefined) await recorder.recordIfNew(ofClaim(claimId(claim)));
  if (cycle !== undefined) await recorder.recordYear(cycle);
}

/** At the end: every workflow of the year, and of the claims the first of each outcome. */
async function recordEnds(recorder: Recorder, cycle: CycleRef): Promise<void> {
  await recorder.recordYear(cycle);
  const query = `WorkflowType = 'settleClaim' and ExecutionStatus != 'Running'`;
  for await (const { workflowId } of recorder.source.client.workflow.list({ query }))
    await recorder.recordIfNew({ kind: 'claim', workflowId });
}

async function recordRehearsal({ stack, status, recorder }: RecordedStack): Promise<void> {
  const seen: { cycle?: CycleRef } = {};
  const send = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    if (input instanceof Request && input.method === 'POST') {
      const cycle = cycleIn(input.url);
      if (cycle !== undefined) seen.cycle = cycle;
      await recordBefore(recorder, input.url, cycle);
    }
    return send(input, init);
  };
  await rehearse(stack, status, { size: SIZE, seed: 1, next: false }, () => undefined);
  if (seen.cycle === undefined) throw new Error('The rehearsal has not acted on any year');
  await recordEnds(recorder, seen.cycle);
}

onRecordedStack(process.argv[2] ?? '0.1.0', recordRehearsal).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
