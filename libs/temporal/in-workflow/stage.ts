import { type Command } from '@kerjasama/identity/commands';
import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { type Turn, type Waits } from '@kerjasama/identity/turn';
import { nextStatus, type Transitions } from '@kerjasama/kernel/lifecycle';
import { addDays, type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Outcome, type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { type Text } from '@kerjasama/kernel/text';
import { type UpdateDefinition } from '@temporalio/common';
import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  defineQuery,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import { today, until, waitFor, type WaitOutcome } from './calendar';

/** What stands, what it waits for, whose turn it is and until when: the same for the CLI, the pages and the Temporal UI. */
export interface StageNow {
  readonly status: string;
  readonly what: Text | null;
  readonly turnOf: readonly Turn[];
  readonly since: PlainDate;
  /** The last day to act, when a person or an agency is waited for. */
  readonly due: PlainDate | null;
}

export const waitsForQuery = defineQuery<StageNow>('waitsFor');
/** The next day on which a timer of the workflow fires; null when none is armed. */
export const nextDueQuery = defineQuery<PlainDate | null>('nextDue');

interface StageSpec<Status extends string, Act extends string> {
  readonly title: Text;
  readonly transitions: Transitions<Status, Act>;
  readonly waits: Waits<Status>;
  readonly initial: Status;
}

/** An officer's act as a workflow takes it: `check` is synchronous (state, role, four eyes), `perform` records it and moves the stage. */
interface ActHandling<Input, Result> {
  /** As long as this is so, an act that came waits, without the stage waiting for it; then it is checked like any other. */
  readonly postponed?: () => boolean;
  readonly check: (signed: SignedAct<Input>) => Refusal | null;
  readonly perform: (signed: SignedAct<Input>) => Promise<Outcome<Result>>;
}

/**
 * The state of one stage inside its workflow. It promises that
 * (1) the status changes only through `move`, along the stage's transition table;
 * (2) acts are taken one at a time, and each is checked again when its turn comes;
 * (3) the current details and the queries always say what stands and what is waited for;
 * (4) a wait is overdue only when every act that had come by then is answered;
 * (5) the workflow does not close under an act that is still being recorded.
 */
export class Stage<Status extends string, Act extends string> {
  private current: Status;
  private since: PlainDate = today();
  private due: PlainDate | null = null;
  private fires: PlainDate | null = null;
  /** An act is being taken. */
  private busy = false;
  /** Acts that came and are not answered yet: the one that is being taken, and those that wait. */
  private unanswered = 0;
  private facts: readonly string[] = [];

  constructor(private readonly spec: StageSpec<Status, Act>) {
    this.current = spec.initial;
    setHandler(waitsForQuery, () => this.now());
    setHandler(nextDueQuery, () => this.fires);
    this.show();
  }

  get status(): Status {
    return this.current;
  }

  allows(act: Act): boolean {
    return nextStatus(this.spec.transitions, this.current, act) !== undefined;
  }

  /** The one door through which the status changes. An act that the table does not know here is a defect. */
  move(act: Act): void {
    const next = nextStatus(this.spec.transitions, this.current, act);
    if (next === undefined) throw new Error(`${act} is out of order in status ${this.current}`);
    this.current = next;
    this.since = today();
    this.show();
  }

  /** Lines of Markdown under the status: counts, sums and dates, never a person. */
  tell(facts: readonly string[]): void {
    this.facts = facts;
    this.show();
  }

  /** Takes an officer's act. A refusal of state or role rejects the update; one of law or money is recorded and answered. */
  onAct<Input, Result>(
    update: UpdateDefinition<Outcome<Result>, [SignedAct<Input>], Command>,
    handling: ActHandling<Input, Result>,
  ): void {
    const validator = (signed: SignedAct<Input>): void => {
      const refusal = signed.ticket.act === update.name ? handling.check(signed) : ticketMismatch(update.name);
      if (refusal) throw toFailure(refusal);
    };
    const mayBegin = () => !this.busy && handling.postponed?.() !== true;
    const handler = async (signed: SignedAct<Input>): Promise<Outcome<Result>> => {
      this.unanswered += 1;
      // Asked again after each wait: several acts are woken together, and only the first of them may begin.
      while (!mayBegin()) await condition(mayBegin);
      this.busy = true;
      try {
        validator(signed);
        return await handling.perform(signed);
      } finally {
        this.busy = false;
        this.unanswered -= 1;
      }
    };
    setHandler(update, handler, { validator });
  }

  /** The refusal of an act that has no edge from the present status. */
  unlessAllowed(act: Act): Refusal | null {
    return this.allows(act) ? null : outOfOrder(this.current, this.spec.waits[this.current]?.what ?? null);
  }

  /** Waits for the stage to reach one of the statuses, at most to the end of `lastDay`. */
  async reaches(statuses: readonly Status[], lastDay: PlainDate, summary: string): Promise<WaitOutcome> {
    this.due = lastDay;
    this.fires = addDays(lastDay, 1);
    this.show();
    const reached = () => statuses.includes(this.current) && !this.busy;
    const outcome = await waitFor(reached, lastDay, summary);
    // Acts that had come when the deadline passed still count, and so does one that waits behind them: it would begin in
    // the same moment in which the workflow goes on as overdue.
    if (outcome === 'overdue') await condition(() => reached() || this.unanswered === 0);
    this.due = this.fires = null;
    this.show();
    return statuses.includes(this.current) ? 'met' : 'overdue';
  }

  /** Lets time pass until a day begins. */
  async until(day: PlainDate, summary: string): Promise<void> {
    this.fires = day;
    await until(day, summary);
    this.fires = null;
  }

  /** The last line of every workflow: nothing is closed under an act that is still being taken. */
  async close<Closed>(closed: Closed): Promise<Closed> {
    await condition(allHandlersFinished);
    this.show();
    return closed;
  }

  private now(): StageNow {
    const wait = this.spec.waits[this.current];
    return {
      status: this.current,
      what: wait?.what ?? null,
      turnOf: wait?.turnOf ?? [],
      since: this.since,
      due: this.due,
    };
  }

  private show(): void {
    const { status, what, turnOf, since, due } = this.now();
    const turns = turnOf.map((turn) => `${turn.agency} (${turn.role})`).join(', ');
    const lines = [
      `### ${this.spec.title.id}`,
      `*${this.spec.title.en}*`,
      '',
      `- **Status:** \`${status}\` sejak *since* ${since}`,
      ...(what ? [`- **Menunggu:** ${what.id}`, `- **Waiting for:** ${what.en}`] : []),
      ...(turns ? [`- **Giliran · turn of:** ${turns}`] : []),
      ...(due ? [`- **Batas · due:** ${due}`] : []),
      ...this.facts.map((fact) => `- ${fact}`),
    ];
    setCurrentDetails(lines.join('\n'));
  }
}

/** A refusal as it crosses Temporal: type = code, details = the refusal itself. */
function toFailure(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.nonRetryable(refusal.message.en, refusal.code, refusal);
}

function outOfOrder(status: string, waiting: Text | null): Refusal {
  return refuse(
    'ACT_OUT_OF_ORDER',
    {
      id: `Tindakan ini belum atau tidak lagi berlaku pada status ${status}.`,
      en: `This act is out of order in status ${status}.`,
    },
    waiting
      ? { id: `Tahap ini menunggu: ${waiting.id}.`, en: `The stage waits for: ${waiting.en}.` }
      : { id: 'Lihat status siklus lebih dulu.', en: 'Look at the status of the cycle first.' },
    { details: { status } },
  );
}

function ticketMismatch(command: string): Refusal {
  return refuse(
    'TICKET_MISMATCH',
    { id: 'Tiket tindakan bukan untuk tindakan ini.', en: 'The act ticket is for another act.' },
    { id: 'Kirim tindakan melalui API.', en: 'Send the act through the API.' },
    { details: { command } },
  );
}

/** The refusal of a party that has no part in the act: the API's authority table lets none through, a raw client may try. */
export function unknownAgency(agency: string): Refusal {
  return refuse(
    'NOT_YOUR_ACT',
    { id: 'Lembaga ini bukan pihak dalam tindakan ini.', en: 'This agency has no part in this act.' },
    { id: 'Minta pejabat yang berwenang untuk melakukannya.', en: 'Ask the officer whose act it is.' },
    { details: { agency } },
  );
}
