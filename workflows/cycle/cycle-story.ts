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
      ...CYCLE_STAGES.map((stage) => {
        const over = done.find((step) => step.stage === stage);
        const { id, en } = TITLES[stage];
        if (over) return `- ✔ **${id}** · ${en} — \`${over.outcome}\`, ${over.closedOn}`;
        if (stage === running) return `- ▶ **${id}** · ${en} — sejak · since ${since}: \`${workflow ?? ''}\``;
        return `- ○ ${id} · ${en}`;
      }),
    ];
  }
}
