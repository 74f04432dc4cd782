import { setTimeout as pause } from 'node:timers/promises';
import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { roleFor } from '@kerjasama/identity/authority';
import { type Command } from '@kerjasama/identity/commands';
import { type Who } from '@kerjasama/identity/who';
import { keyReused } from '@kerjasama/journal/refusals';
import { findActByKey } from '@kerjasama/journal/views';
import { type AgreementId } from '@kerjasama/kernel/ids';
import { type Outcome, type Refusal } from '@kerjasama/kernel/refusal';
import { type UpdateDefinition } from '@temporalio/common';
import { type DeskDeps } from './deps';
import { actInputHash } from './input-hash';
import { notYourAct, refusalIn } from './refusals';
import { awaitRecorded } from './await-recorded';

const NEWS_TAKES_MS = [50, 100, 200, 400];

/** One act of one person, on its way to the workflow that takes it. */
export interface ActRequest<Input> {
  readonly command: Command;
  /** The chain of the journal it belongs to. */
  readonly agreement: AgreementId;
  readonly workflow: string;
  /** The bare Idempotency-Key. */
  readonly key: string;
  readonly input: Input;
}

/**
 * Sends an act to a running workflow and gives back what was recorded. The same key with the same body answers as the
 * first time; with another body it is refused. A refusal by state or role is witnessed; one by law or money was
 * recorded by the workflow itself.
 */
export async function performUpdate<Input, Result>(
  deps: DeskDeps,
  who: Who,
  update: UpdateDefinition<Outcome<Result>, [SignedAct<Input>]>,
  request: ActRequest<Input>,
): Promise<Outcome<Result>> {
  return perform(deps, who, request, (signed) =>
    deps.temporal.workflow.getHandle(request.workflow).executeUpdate(update, {
      args: [signed],
      // The server answers a known update id without calling the handler, so the body's hash is part of it.
      updateId: `${request.key}:${signed.ticket.bodyHash}`,
    }),
  );
}

/** Starts a workflow that carries the act in its input, and waits until the act stands in the journal. */
export async function performStart<Input, Result>(
  deps: DeskDeps,
  who: Who,
  request: ActRequest<Input>,
  start: (signed: SignedAct<Input>) => Promise<unknown>,
): Promise<Outcome<Result>> {
  return perform(deps, who, request, async (signed) => {
    await start(signed);
    return awaitRecorded<Result>(deps, request);
  });
}

async function perform<Input, Result>(
  deps: DeskDeps,
  who: Who,
  request: ActRequest<Input>,
  send: (signed: SignedAct<Input>) => Promise<Outcome<Result>>,
): Promise<Outcome<Result>> {
  const role = roleFor(who, request.command);
  if (role === null) return witnessed(deps, who, request, notYourAct(request.command));
  const before = await findActByKey(deps.pool, request.agreement, request.key);
  if (before !== null) {
    const same = before.inputHash === actInputHash({ ...request, subject: who.subject, agency: who.agency });
    return same ? (before.result as unknown as Outcome<Result>) : witnessed(deps, who, request, keyReused());
  }
  const { agency, subject } = who;
  const { command: act, workflow, key, input } = request;
  const ticket = deps.signTicket({ act, workflow, subject, agency, role, key }, input);
  const answer = await sendInOrder(() => send({ ticket, input }));
  return 'notTaken' in answer ? witnessed(deps, who, request, answer.notTaken) : answer.taken;
}

/**
 * A stage hears of the end of another a moment after the officer who ended it has got the answer. So an act that comes
 * out of order is sent again before it is refused; the workflow has forgotten the attempt that it did not take.
 */
async function sendInOrder<Result>(
  send: () => Promise<Outcome<Result>>,
): Promise<{ readonly taken: Outcome<Result> } | { readonly notTaken: Refusal }> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return { taken: await send() };
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal === null) throw error;
      const wait = NEWS_TAKES_MS[attempt];
      if (refusal.code !== 'ACT_OUT_OF_ORDER' || wait === undefined) return { notTaken: refusal };
      await pause(wait);
    }
  }
}

/** A refused act of a signed-in person changes nothing but one line of the journal. */
export async function witnessed(
  deps: DeskDeps,
  who: Who,
  request: Omit<ActRequest<unknown>, 'input'>,
  refusal: Refusal,
): Promise<Refusal> {
  const header = {
    chain: request.agreement,
    actor: who.subject,
    agency: who.agency,
    role: null,
    basis: request.command,
    businessDate: await deps.clock.today(),
    workflow: request.workflow,
    subject: null,
  };
  const { command, workflow } = request;
  await deps.witness.refused(header, request.key, { command, code: refusal.code, workflow });
  return refusal;
}
