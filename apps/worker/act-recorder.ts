import { actInput } from '@kerjasama/desk/input-hash';
import { type ActTicket, type SignedAct } from '@kerjasama/identity/act-ticket';
import { type Command } from '@kerjasama/identity/commands';
import { type Journal, type Recorded } from '@kerjasama/journal/record';
import { type WriteTx } from '@kerjasama/journal/tx';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Outcome, type Refusal } from '@kerjasama/kernel/refusal';
import { ApplicationFailure } from '@temporalio/activity';

/** Where and when something is recorded: every stage's place has at least this. */
export interface Place {
  readonly cycle: CycleRef;
  readonly workflow: string;
  readonly on: PlainDate;
}

type VerifyTicket = (signed: SignedAct<unknown>, expected: { act: Command; workflow: string }) => Outcome<ActTicket>;

/**
 * The one way an activity writes. An officer's act is recorded only under a ticket that the API signed for exactly this
 * command, workflow and body; what the house does itself is recorded under a key made of workflow and step.
 */
export class ActRecorder {
  constructor(
    private readonly journal: Journal,
    private readonly verifyTicket: VerifyTicket,
  ) {}

  /**
   * @param basis the number of the agreement, decree or article on which the act rests
   * @param work writes and names its act; a bare refusal records nothing, and the desk witnesses it
   * @throws ApplicationFailure, not retried, of type = code: a forged ticket, a key used with another body, a bare refusal
   */
  async officer<Input, Result>(
    place: Place,
    command: Command,
    signed: SignedAct<Input>,
    basis: string,
    work: (tx: WriteTx) => Promise<Recorded<Outcome<Result>> | Refusal>,
  ): Promise<Outcome<Result>> {
    const ticket = this.verifyTicket(signed, { act: command, workflow: place.workflow });
    if (ticket.refused) throw ApplicationFailure.nonRetryable(ticket.message.en, ticket.code, ticket);
    const { subject: actor, agency, role, key, bodyHash } = ticket.value;
    const header = {
      chain: place.cycle.agreement,
      actor,
      agency,
      role,
      origin: 'person',
      basis,
      businessDate: place.on,
      workflow: place.workflow,
      subject: null,
    } as const;
    const input = actInput({ command, subject: actor, agency }, bodyHash);
    const recorded = await this.journal.record(header, key, input, work);
    if (recorded.refused) throw ApplicationFailure.nonRetryable(recorded.message.en, recorded.code, recorded);
    return recorded.value;
  }

  /** @param step unique in its workflow, e.g. `bill/2028-03`: the key, so that a step never happens twice */
  async house<Result>(
    place: Place,
    step: string,
    basis: string,
    work: (tx: WriteTx) => Promise<Recorded<Result>>,
  ): Promise<Result> {
    const { workflow } = place;
    const header = {
      chain: place.cycle.agreement,
      actor: 'house',
      agency: 'house',
      role: null,
      origin: 'system',
      basis,
      businessDate: place.on,
      workflow,
      subject: null,
    } as const;
    const recorded = await this.journal.record(header, `${workflow}#${step}`, { workflow, step }, work);
    if (recorded.refused) throw ApplicationFailure.nonRetryable(recorded.message.en, recorded.code, recorded);
    return recorded.value;
  }
}

/** What the work of a house act promises. */
export type Recording<Result> = Promise<Recorded<Outcome<Result>>>;

/** A refusal that is itself recorded: where no update can be rejected (a start), or where the rules owe an answer in the journal. */
export function recordedRefusal(place: Place, command: Command, refusal: Refusal): Recorded<Refusal> {
  return { act: 'act-refused', payload: { command, code: refusal.code, workflow: place.workflow }, result: refusal };
}
