import { setTimeout as pause } from 'node:timers/promises';
import { findActByKey } from '@kerjasama/journal/views';
import { type AgreementId } from '@kerjasama/kernel/ids';
import { type Outcome } from '@kerjasama/kernel/refusal';
import { type DeskDeps } from './deps';

const PAUSES_MS = [20, 30, 50, 50, 100, 100, 200];
const LONGEST_PAUSE_MS = 500;
const PATIENCE_MS = 20_000;

/** Waits until the act that a new workflow carries stands in the journal. @throws when the worker does not record it in time */
export async function awaitRecorded<Result>(
  deps: DeskDeps,
  request: {
    readonly agreement: AgreementId;
    readonly key: string;
    readonly workflow: string;
    /** Whose key it is: a person's unless given. */
    readonly origin?: 'person' | 'system';
  },
): Promise<Outcome<Result>> {
  let waited = 0;
  for (let attempt = 0; waited < PATIENCE_MS; attempt++) {
    const act = await findActByKey(deps.pool, request.agreement, request.key, request.origin);
    if (act !== null) return act.result as unknown as Outcome<Result>;
    const ms = PAUSES_MS[attempt] ?? LONGEST_PAUSE_MS;
    await pause(ms);
    waited += ms;
  }
  throw new Error(`The act of ${request.workflow} is not recorded yet: send the same request again`);
}
