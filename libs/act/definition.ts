import { type Turn, type Waits } from '@kerjasama/identity/turn';
import { type ActName, type ActPayloads } from '@kerjasama/journal/acts';
import { type WriteTx } from '@kerjasama/journal/tx';
import { type AgreementId } from '@kerjasama/kernel/ids';
import { type JsonObject } from '@kerjasama/kernel/json';
import { type Nik } from '@kerjasama/kernel/nik';
import { type CycleYear } from '@kerjasama/kernel/period';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Refusal } from '@kerjasama/kernel/refusal';
import { type Text } from '@kerjasama/kernel/text';
import { type z } from 'zod';

/** A kind of thing that has a status: its statuses, what each waits for (null: nothing leads out of it), where one belongs. */
export interface SubjectKind<Id extends string, Status extends string> {
  readonly kind: string;
  readonly waits: Waits<Status>;
  /** What happened, in words: each act of the kind by its name. */
  readonly happened: Readonly<Record<string, Text>>;
  placeOf(id: Id): SubjectPlace;
}

/** Where a subject belongs. */
export interface SubjectPlace {
  /** Its key in `act.subject`, e.g. `claim/PKS-1.2028.7`. */
  readonly subject: string;
  /** The workflow that follows it. */
  readonly workflow: string;
  readonly agreement: AgreementId;
  readonly year: CycleYear;
}

/** A subject as it is in the transaction, locked. */
export interface Subject<Status extends string = string> {
  readonly status: Status;
  /** The name and number of its last act. */
  readonly act: string;
  readonly number: number;
  /** The number of the act that opened the present wait. */
  readonly version: number;
  readonly since: PlainDate;
  readonly due: PlainDate | null;
  readonly overdueOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
}

/** Where the acts of a definition lead: act → the new status, or `same` when the wait goes on. */
export type Leads<Status extends string> = Readonly<Partial<Record<ActName, Status | 'same'>>>;

/** The acts that a definition can end in. */
export type NamesOf<Led> = keyof Led & ActName;

/** What an act did, when the rules allow it. */
export type Taken<Names extends ActName> = {
  readonly [Name in Names]: {
    readonly act: Name;
    readonly payload: ActPayloads[Name];
    /** The last day of the wait that it opens; null when that wait has none. */
    readonly due: PlainDate | null;
    /** The last day of the whole matter, when this act sets it (null: it has none any more); else it stays as it is. */
    readonly endsOn?: PlainDate | null;
    /** What the asker is answered beside number, status and days. */
    readonly answer?: JsonObject;
  };
}[Names];

/** What an act is judged and done with. Only SQL runs between begin and commit. */
export interface Taking<Id extends string, Status extends string, Input> {
  readonly tx: WriteTx;
  readonly id: Id;
  /** Null when the act makes it. */
  readonly subject: Subject<Status> | null;
  readonly input: Input;
  /** Who acts: the opaque subject of a person, or `system`. */
  readonly by: string;
  /** The business date, read from the database's clock after the locks. */
  readonly on: PlainDate;
}

interface ActDefinition<Id extends string, Status extends string, Input, Led extends Leads<Status>> {
  readonly kind: SubjectKind<Id, Status>;
  /** The statuses in which it can be done; `new` for the act that makes the subject. */
  readonly from: readonly Status[] | 'new';
  readonly leads: Led;
  /** Judges by the law and writes the facts; a refusal leaves nothing behind. */
  take(taking: Taking<Id, Status, Input>): Promise<Taken<NamesOf<Led>> | Refusal>;
}

/** What people read about an act. */
export interface ActWords {
  readonly title: Text;
  /** What it does, until when it can be taken back, and by whom. */
  readonly description: Text;
}

/** What `prepare` may use: keys that the transaction must not wait for. */
export interface ActTools {
  /** The keyed digest under which a NIK is found; the number itself goes no further. */
  readonly digestNik: (nik: Nik) => Buffer;
}

/** What an officer can do to a subject: the one value from which route, role, statuses, diagram and checks follow. */
export interface OfficerAct<
  Id extends string = string,
  Status extends string = string,
  Body = unknown,
  Input = unknown,
  Led extends Leads<Status> = Leads<Status>,
> extends ActDefinition<Id, Status, Input, Led> {
  /** Imperative, e.g. `decide-claim`: the last word of its route, too. */
  readonly command: string;
  readonly by: readonly Turn[];
  readonly words: ActWords;
  readonly body: z.ZodType<Body>;
  /** What its answer says beside the common fields. */
  readonly answer: z.ZodRawShape;
  /** The version that the officer saw; null where there is nothing to see yet. */
  seen(body: Body): number | null;
  /** From what came in to what is judged, before the transaction; what the key is compared by. */
  prepare(body: Body, tools: ActTools): Input;
  /** What a new subject is locked by, for good, in this order: persons, budget lines, agreements. */
  locks(input: Input): readonly string[];
}

/** What the system does by itself: when a day has passed, or when an outside party has answered. */
export interface SystemAct<
  Id extends string = string,
  Status extends string = string,
  Input = unknown,
  Led extends Leads<Status> = Leads<Status>,
> extends ActDefinition<Id, Status, Input, Led> {
  /** Imperative, unique in its kind: its key is made of subject, step and the act that opened the wait. */
  readonly step: string;
  /** The first day on which it may be done, and the day it counts for; null when it waits for no day. */
  dueOn(subject: Subject<Status>): PlainDate | null;
}

/** What an officer's act on something that is there need not say: it names the version seen, and is judged by its body as it came. */
type Usual = 'kind' | 'answer' | 'seen' | 'prepare' | 'locks';

/** How acts of one kind are defined: the compiler holds their names, statuses, acts and inputs together. */
export function actsOf<Id extends string, Status extends string>(kind: SubjectKind<Id, Status>) {
  return {
    /** The act that makes a subject. */
    firstAct: <Body, Input, const Led extends Leads<Status>, const Command extends string>(
      act: Omit<OfficerAct<Id, Status, Body, Input, Led>, 'kind' | 'from' | 'seen'> & { readonly command: Command },
    ): OfficerAct<Id, Status, Body, Input, Led> & { readonly command: Command } => ({
      ...{ ...act, kind, from: 'new' },
      seen: () => null,
    }),
    officerAct: <Body extends Seen, const Led extends Leads<Status>, const Command extends string>(
      act: Omit<OfficerAct<Id, Status, Body, Body, Led>, Usual> & {
        readonly command: Command;
        readonly answer?: z.ZodRawShape;
      },
    ): OfficerAct<Id, Status, Body, Body, Led> & { readonly command: Command } => ({
      ...{ answer: {}, ...act, kind },
      seen: ({ version }) => version,
      prepare: (body) => body,
      locks: () => [],
    }),
    systemAct: <Input, const Led extends Leads<Status>, const Step extends string>(
      act: Omit<SystemAct<Id, Status, Input, Led>, 'kind'> & { readonly step: Step },
    ): SystemAct<Id, Status, Input, Led> & { readonly step: Step } => ({ ...act, kind }),
  };
}

interface Seen {
  readonly version: number;
}
