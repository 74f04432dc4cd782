/**
 * Records the histories that a release is held to: a rehearsed year is run, and before every act of it each workflow is
 * written down as it stands waiting; at the end, as it closed. Claims are left to record-claims.ts. Once for a release, after
 * `npm run build`:
 *
 *     node -r ./libs/stack/fixtures/typescript.cjs test/replay/record-rehearsal.ts 0.1.0
 */
import { agreementId, type CycleRef } from '@kerjasama/kernel/ids';
import { cycleYear } from '@kerjasama/kernel/period';
import { rehearse } from '@kerjasama/rehearsal/rehearse';
import { onRecordedStack, type RecordedStack } from './recorded-stack';

/** Large enough for broken rows to correct, small enough for half a minute. */
const SIZE = 3_000;

/** The year that an act's address names. */
function cycleIn(url: string): CycleRef | undefined {
  const [, agreement, year] = /\/cycles\/([^/]+)\/(\d+)\//.exec(url) ?? [];
  if (agreement === undefined) return undefined;
  return { agreement: agreementId(agreement), year: cycleYear(Number(year)) };
}

async function recordRehearsal({ stack, status, recorder }: RecordedStack): Promise<void> {
  const seen: { cycle?: CycleRef } = {};
  const send = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    if (input instanceof Request && input.method === 'POST') {
      const cycle = cycleIn(input.url);
      if (cycle !== undefined) await recorder.recordYear((seen.cycle = cycle));
    }
    return send(input, init);
  };
  await rehearse(stack, status, { size: SIZE, seed: 1, next: false }, () => undefined);
  if (seen.cycle === undefined) throw new Error('The rehearsal has not acted on any year');
  await recorder.recordYear(seen.cycle);
}

onRecordedStack(process.argv[2] ?? '0.1.0', recordRehearsal).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
