import { ACT_RECORDED, type ActActivities, type SubjectRead } from '@kerjasama/act/contract';
import { type Waits } from '@kerjasama/identity/turn';
import { addDays, type PlainDate, startInJakarta } from '@kerjasama/kernel/plain-date';
import { type Text } from '@kerjasama/kernel/text';
import {
  condition,
  defineQuery,
  defineSignal,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { AGENCY, EXCEPTION, STAGE } from '../search-attributes';
import { now, today } from './calendar';
import { firstTry, onceThenVisibly } from './once-then-visibly';

/** Says that acts were recorded: it means nothing by itself, the workflow reads. Lost, doubled, late or forged, it changes nothing. */
export const actRecordedSignal = defineSignal<[number: number, name: string]>(ACT_RECORDED);

/** What the workflow has read last, for operators. */
export const subjectQuery = defineQuery<SubjectRead | null>('subject');

/** How a wait ended: an act came, or the day for the system's own step. */
export type Woken = 'act' | 'day';

interface FollowSpec<Status extends string> {
  readonly subject: string;
  readonly title: Text;
  readonly waits: Waits<Status>;
  /** What stands in the search attribute `Exception` when a wait is overdue, e.g. `CLAIM_OVERDUE`. */
  readonly overdue: string;
  /** Statuses that are themselves out of the ordinary, each with its code. */
  readonly exceptions: Readonly<Partial<Record<Status, string>>>;
  /** Continues as new, with ids alone. */
  readonly again: () => Promise<never>;
}

const reads = onceThenVisibly<ActActivities>('Membaca keadaan terakhir');

/** Well before the 500 events of a run. */
const MOST_EVENTS = 300;
const ACTS_SHOWN = 10;

/**
 * What a workflow knows of the subject that it follows: nothing but what it has read. Started afresh at any wait it reads the
 * same and comes to the same end.
 */
export class FollowedSubject<Status extends string> {
  private announced = 0;
  private lastRead: SubjectRead<Status> | null = null;
  private shown: readonly string[] = [];

  constructor(private readonly spec: FollowSpec<Status>) {
    setHandler(actRecordedSignal, (number: unknown) => {
      if (Number.isSafeInteger(number)) this.announced = Math.max(this.announced, Number(number));
    });
    setHandler(subjectQuery, () => this.lastRead);
  }

  /**
   * Reads the subject and the acts since the last read; continues as new, with ids alone, when the run has grown long. What was
   * read is shown to operators by the next wait, or by `show`: a status that is left at once costs no upsert.
   */
  async read(): Promise<SubjectRead<Status>> {
    if (workflowInfo().historyLength > MOST_EVENTS) await this.spec.again();
    const announced = this.announced;
    const request = [this.spec.subject, this.lastRead?.number ?? 0] as const;
    const found = ((await firstTry(reads.once.readSubject(...request))) ??
      (await reads.visibly.readSubject(...request))) as SubjectRead<Status>;
    // A number that is beyond the journal was nobody's act: it has cost one read.
    if (this.announced <= Math.max(announced, found.number)) this.announced = 0;
    this.lastRead = found;
    this.shown = [...this.shown, ...found.acts.map(lineOf)].slice(-ACTS_SHOWN);
    return found;
  }

  /** Waits for an act, at most until a day begins (null: for ever). */
  async until(day: PlainDate | null, summary: string): Promise<Woken> {
    const news = () => this.announced > 0;
    const ms = day === null ? null : startInJakarta(day).getTime() - now();
    if (news()) return 'act';
    if (ms !== null && ms <= 0) return 'day';
    this.show();
    if (ms === null) await condition(news);
    return ms === null || (await condition(news, ms, { summary })) ? 'act' : 'day';
  }

  /** Waits a moment, because the database's clock has not come to a day that ours has. */
  async breathe(): Promise<void> {
    this.show();
    await condition(() => this.announced > 0, '1 minute', { summary: 'Jam basis data belum sampai' });
  }

  /** Shows what was read last: for whoever waits by other means, and at the end. */
  show(): void {
    const found = this.lastRead;
    if (found === null) return;
    const { title, waits, overdue, exceptions } = this.spec;
    const wait = waits[found.status];
    const [turn] = wait?.turnOf ?? [];
    const exception = exceptions[found.status] ?? (found.overdueOn === null ? null : overdue);
    showAttributes(found.status, turn?.agency ?? 'house', exception);
    const turns = [
      ...(wait?.turnOf ?? []).map((each) => `${each.agency} (${each.role})`),
      ...(wait?.party ? [wait.party] : []),
    ];
    const lines = [
      `### ${title.id}`,
      `*${title.en}*`,
      '',
      `- **Status:** \`${found.status}\` sejak *since* ${found.since}`,
      ...(wait ? [`- **Menunggu:** ${wait.what.id}`, `- **Waiting for:** ${wait.what.en}`] : []),
      ...(turns.length > 0 ? [`- **Giliran · turn of:** ${turns.join(', ')}`] : []),
      ...(found.due ? [`- **Batas · due:** ${found.due}${lateness(found)}`] : []),
      '',
      ...this.shown,
    ];
    setCurrentDetails(lines.join('\n'));
  }
}

/** What operators search by; an upsert that changes nothing would still be an event and a write of the server. */
function showAttributes(stage: string, agency: string, exception: string | null): void {
  const { typedSearchAttributes: known } = workflowInfo();
  if (known.get(STAGE) === stage && known.get(AGENCY) === agency && (known.get(EXCEPTION) ?? null) === exception)
    return;
  upsertSearchAttributes([
    { key: STAGE, value: stage },
    { key: AGENCY, value: agency },
    { key: EXCEPTION, value: exception },
  ]);
}

/** The first day on which the system itself has something to do: after the wait's last day, then after the matter's. */
export function wakesOn({ due, overdueOn, endsOn }: SubjectRead): PlainDate | null {
  const last = overdueOn === null && due !== null ? due : endsOn;
  return last === null ? null : addDays(last, 1);
}

function lateness({ due, overdueOn }: SubjectRead): string {
  return due !== null && (overdueOn !== null || due < today()) ? ' — **terlambat · overdue**' : '';
}

function lineOf({ number, act, agency, role, on }: SubjectRead['acts'][number]): string {
  return `- ${on} · ${number} · ${act} · ${role ?? 'sistem'} (${agency})`;
}
