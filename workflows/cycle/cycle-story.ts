import {
  type CycleClosed,
  type CycleNow,
  cycleNowQuery,
  type CycleStage,
  CYCLE_STAGES,
  cycleWorkflowId,
} from '@kerjasama/cycle/contract';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Text } from '@kerjasama/kernel/text';
import { AGENCY, AGREEMENT, CYCLE_YEAR, STAGE } from '@kerjasama/temporal/search-attributes';
import { type ChildWorkflowOptions, setCurrentDetails, setHandler, upsertSearchAttributes } from '@temporalio/workflow';
import { today, until } from '@kerjasama/temporal/in-workflow/calendar';
import { nextDueQuery } from '@kerjasama/temporal/in-workflow/stage';

const TITLES = {
  agreement: { id: 'Perjanjian', en: 'Agreement' },
  budget: { id: 'Anggaran', en: 'Budget' },
  enrolment: { id: 'Pendaftaran pekerja', en: 'Enrolment' },
  premium: { id: 'Iuran', en: 'Contributions' },
  renewal: { id: 'Penutupan dan perpanjangan', en: 'Closing and renewal' },
} as const satisfies Record<CycleStage, Text>;

/** What the year waits for while a stage runs. Whose turn it is and until when, the stage's own page says. */
const WAITS = {
  agreement: { id: 'tanda tangan kedua lembaga', en: 'both agencies to sign' },
  budget: { id: 'anggaran yang cukup dan dialokasikan', en: 'a budget that suffices, allocated' },
  enrolment: { id: 'daftar pekerja diperiksa dan ditetapkan', en: 'the roster to be judged and decreed' },
  premium: { id: 'iuran tiap bulan dibayar dan direkonsiliasi', en: 'each month to be paid and reconciled' },
  renewal: { id: 'perpanjangan diusulkan dan buku ditutup', en: 'the renewal proposed and the books closed' },
} as const satisfies Record<CycleStage, Text>;

/** How any stage ends. */
interface StageClosed {
  readonly outcome: string;
  readonly closedOn: PlainDate;
}

/** How a stage's workflow is named and found. */
type StageOptions = Required<
  Pick<ChildWorkflowOptions, 'workflowId' | 'staticSummary' | 'staticDetails' | 'typedSearchAttributes'>
>;

/** The parent's side of the story: runs the stages one after another and always says which one stands. */
export class CycleStory {
  private now: CycleNow = { stage: null, workflow: null, since: today(), done: [] };

  constructor(private readonly cycle: CycleRef) {
    setHandler(cycleNowQuery, () => this.now);
    setHandler(nextDueQuery, () => null);
  }

  /** Runs one stage to its end. The parent's clock lags behind its child's, so it catches up before the next stage begins. */
  async run<Closed extends StageClosed>(
    stage: CycleStage,
    workflowId: string,
    execute: (options: StageOptions) => Promise<Closed>,
  ): Promise<Closed> {
    this.now = { ...this.now, stage, workflow: workflowId, since: today() };
    upsertSearchAttributes([{ key: STAGE, value: stage }]);
    this.show();
    const closed = await execute(this.optionsOf(stage, workflowId));
    const { outcome, closedOn } = closed;
    this.now = { stage: null, workflow: null, since: closedOn, done: [...this.now.done, { stage, outcome, closedOn }] };
    this.show();
    await until(closedOn, `Menyusul akhir tahap ${TITLES[stage].id}`);
    return closed;
  }

  end(closed: CycleClosed): CycleClosed {
    upsertSearchAttributes([{ key: STAGE, value: closed.outcome }]);
    setCurrentDetails([...this.lines(), '', `**${closed.outcome}** — ${closed.closedOn}`].join('\n'));
    return closed;
  }

  private optionsOf(stage: CycleStage, workflowId: string): StageOptions {
    const { agreement, year } = this.cycle;
    return {
      workflowId,
      staticSummary: `${TITLES[stage].id} · ${agreement} · ${year}`,
      staticDetails: `${TITLES[stage].id} · ${TITLES[stage].en}\n\nInduk · parent: ${cycleWorkflowId(this.cycle)}`,
      typedSearchAttributes: [
        { key: AGREEMENT, value: agreement },
        { key: CYCLE_YEAR, value: year },
        { key: STAGE, value: stage },
        { key: AGENCY, value: 'house' },
      ],
    };
  }

  private show(): void {
    setCurrentDetails(this.lines().join('\n'));
  }

  private lines(): string[] {
    const { agreement, year } = this.cycle;
    const { stage: running, workflow, since, done } = this.now;
    return [
      `### Siklus tahunan · annual cycle ${agreement} / ${year}`,
      '',
      ...CYCLE_STAGES.flatMap((stage) => {
        const over = done.find((step) => step.stage === stage);
        const { id, en } = TITLES[stage];
        if (over) return `- ✔ **${id}** · ${en} — \`${over.outcome}\`, ${over.closedOn}`;
        if (stage !== running) return `- ○ ${id} · ${en}`;
        return [`- ▶ **${id}** · ${en} — sejak · since ${since}`, ...waiting(stage, workflow)];
      }),
    ];
  }
}

/** Lines of the same list: the Temporal UI does not show a list within a list. */
function waiting(stage: CycleStage, workflow: string | null): string[] {
  const { id, en } = WAITS[stage];
  return [
    `- **Menunggu:** ${id}`,
    `- **Waiting for:** ${en}`,
    `- **Giliran, batas · turn, due:** \`${workflow ?? ''}\``,
  ];
}
