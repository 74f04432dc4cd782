import { z } from 'zod';
import { plainText } from '../http/zod-body';

export const stuckList = z.object({
  stuck: z.array(
    z.object({
      kind: z.enum(['activity', 'local-activity', 'workflow-task', 'ended-workflow']),
      workflowId: z.string(),
      activity: z.string().nullable(),
      attempt: z.int(),
      message: z.string().nullable(),
      since: z.string(),
      remedy: z.object({ id: z.string(), en: z.string() }),
    }),
  ),
});

export type StuckList = z.infer<typeof stuckList>;

export const retryWork = z.strictObject({ workflowId: plainText(200), activity: plainText(100) });

export const retried = z.object({ workflowId: z.string(), activity: z.string(), retried: z.int() });

export type RetryWork = z.infer<typeof retryWork>;
export type Retried = z.infer<typeof retried>;
