import { actInput } from '@kerjasama/desk/input-hash';
import { type ActTicket, type SignedAct } from '@kerjasama/identity/act-ticket';
import { type Command } from '@kerjasama/identity/commands';
import { type Act } from '@kerjasama/journal/acts';
import { type Journal } from '@kerjasama/journal/record';
import { type WriteTx } from '@kerjasama/journal/tx';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Outcome } from '@kerjasama/kernel/refusal';
import { ApplicationFailure } from '@temporalio/activity';

/** Where and when something is recorded: every stage's place has at least this. */
export interface Place {
  readonly cycle: CycleRef;
  readonly workflow: string;
  readonly on: PlainDate;
}

/** What the work of an act leaves: the act that is appended, and the answer that a repeated key gets again. */
export type Recorded<Result> = Act & { readonly result: Result };

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
   * @throws ApplicationFailure, not retried, when the ticket is forged or the key was used with another body
   */
  async officer<Input, Result>(
    place: Place,
    command: Command,
    signed: SignedAct<Input>,
    basis: string,
    work: (tx: WriteTx) => Promise<Recorded<Outcome<Result>>>,
  ): Promise<Outcome<Result>> {
    const ticket = this.verifyTicket(signed, { act: command, workflow: place.workflow });
    if (ticket.refused) throw ApplicationFailure.nonRetryable(ticket.message.en, ticket.code, ticket);
    const { subject: actor, agency, key, bodyHash } = ticket.value;
    const header = {
      chain: place.cycle.agreement,
      actor,
      agency,
      basis,
      businessDate: place.on,
      workflow: place.workflow,
    };
    const recorded = await this.journal.record(header, key, actInput(command, bodyHash), work);
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
      basis,
      businessDate: place.on,
      workflow,
    } as const;
    const recorded = await this.journal.record(header, `${workflow}#${step}`, { workflow, step }, work);
    if (recorded.refused) throw ApplicationFailure.nonRetryable(recorded.message.en, recorded.code, recorded);
    return recorded.value;
  }
}
