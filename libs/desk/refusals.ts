import { alreadyExists } from '@kerjasama/journal/refusals';
import { type Refusal, refuse } from '@kerjasama/kernel/refusal';
import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ActivityFailure, ApplicationFailure } from '@temporalio/common';

export function notYourAct(command: string): Refusal {
  return refuse(
    'NOT_YOUR_ACT',
    { id: 'Peran Anda tidak berwenang atas tindakan ini.', en: 'Your role may not do this.' },
    { id: 'Minta pejabat yang berwenang untuk melakukannya.', en: 'Ask the officer whose act it is.' },
    { details: { command } },
  );
}

/** The work that would take the act is not open: it has not begun, or it is over. */
export function notOpen(): Refusal {
  return refuse(
    'ACT_OUT_OF_ORDER',
    { id: 'Tahap ini belum dimulai atau sudah selesai.', en: 'This stage has not begun or is over.' },
    { id: 'Lihat status siklus lebih dulu.', en: 'Look at the status of the cycle first.' },
  );
}

/** The refusal that came back through Temporal; null when the error is an outage or a defect. */
export function refusalIn(error: unknown): Refusal | null {
  if (error instanceof WorkflowNotFoundError) return notOpen();
  if (error instanceof WorkflowExecutionAlreadyStartedError) return alreadyExists();
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  const cause = error.cause instanceof ActivityFailure ? error.cause.cause : error.cause;
  if (!(cause instanceof ApplicationFailure)) return null;
  const [detail] = cause.details ?? [];
  if (isRefusal(detail)) return detail;
  return cause.type === 'AcceptedUpdateCompletedWorkflow' ? notOpen() : null;
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true && 'code' in value;
}
