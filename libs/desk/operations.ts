import { type Who } from '@kerjasama/identity/who';
import { roleFor } from '@kerjasama/identity/authority';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';
import { type Text } from '@kerjasama/kernel/text';
import { findStuck } from '@kerjasama/temporal/operations/find-stuck';
import { retryActivity } from '@kerjasama/temporal/operations/retry-activity';
import { type Stuck, type StuckActivity } from '@kerjasama/temporal/operations/stuck';
import { type DeskDeps } from './deps';
import { notYourAct } from './refusals';

/** Something that fails, and what an operator does about it. */
export interface StuckWork {
  readonly stuck: Stuck;
  readonly remedy: Text;
}

const REMEDIES = {
  activity: {
    id: 'Perbaiki sebabnya (layanan luar, basis data), lalu: kerjasama retry <workflow> <activity>.',
    en: 'Mend the cause (an outside service, the database), then: kerjasama retry <workflow> <activity>.',
  },
  'local-activity': {
    id: 'Perbaiki sebabnya (biasanya basis data); percobaan berikut datang sendiri, paling lama semenit.',
    en: 'Mend the cause (the database, as a rule); the next try comes by itself, within a minute.',
  },
  'workflow-task': {
    id: 'Kode alur gagal: pasang rilis yang memperbaikinya; alur melanjutkan dari tempatnya.',
    en: 'The workflow code fails: install the release that mends it; the workflow goes on where it stood.',
  },
  'ended-workflow': {
    id: 'Alur berakhir di luar rencana. Perbaiki sebabnya, lalu: temporal workflow reset --workflow-id <workflow> --event-id <WorkflowTaskCompleted sebelum langkah yang gagal> --reason <alasan>.',
    en: 'The workflow ended against the plan. Mend the cause, then: temporal workflow reset --workflow-id <workflow> --event-id <the WorkflowTaskCompleted before the step that failed> --reason <why>.',
  },
} as const satisfies Record<Stuck['kind'], Text>;

/** What fails in the open workflows and which ended against the plan, each with its remedy. */
export async function listStuck(deps: DeskDeps): Promise<StuckWork[]> {
  const found = await findStuck(deps.temporal);
  return found.map((stuck) => ({ stuck, remedy: REMEDIES[stuck.kind] }));
}

/** An operator runs a failing activity now; it stands in the house's chain of the journal. */
export async function retryWork(
  deps: DeskDeps,
  who: Who,
  work: { readonly workflowId: string; readonly activity: string },
  key: string,
): Promise<Outcome<number>> {
  if (roleFor(who, 'retry-work') === null) return notYourAct('retry-work');
  const failing = (await findStuck(deps.temporal)).filter(
    (stuck): stuck is StuckActivity =>
      stuck.kind === 'activity' && stuck.workflowId === work.workflowId && stuck.activity === work.activity,
  );
  if (failing.length === 0) return nothingStuck();
  const header = {
    chain: 'house',
    actor: who.subject,
    agency: who.agency,
    role: roleFor(who, 'retry-work'),
    basis: 'retry-work',
    businessDate: await deps.clock.today(),
    workflow: work.workflowId,
    subject: null,
  } as const;
  for (const stuck of failing) {
    const payload = { workflow: stuck.workflowId, activity: stuck.activity, attempt: stuck.attempt };
    await deps.witness.retried(header, `${key}/${stuck.activityId}`, payload);
    await retryActivity(deps.temporal, stuck);
  }
  return accept(failing.length);
}

function nothingStuck(): Outcome<never> {
  return refuse(
    'NOTHING_STUCK',
    { id: 'Kegiatan ini tidak sedang gagal.', en: 'This activity is not failing.' },
    { id: 'Lihat daftarnya: kerjasama stuck.', en: 'See the list: kerjasama stuck.' },
  );
}
