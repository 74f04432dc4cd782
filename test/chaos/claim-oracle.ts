import { type Reads } from '@kerjasama/database/pool';
import { claimWorkflowId, type SettleClaim } from '@kerjasama/claims/contract';
import { type SubjectRead } from '@kerjasama/act/contract';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { actsOf, type PlannedClaim } from './claim-plays';

/** What a claim may hold more of, each time that nobody knew whether the bank had paid. */
const AGAIN = ['claim-payment-unknown', 'claim-payment-renewed', 'claim-payment-sent'];

/** What is wrong in the tables with claims that came to their end; nothing when all is well. Read as superuser. */
export async function judgeClaims(superuser: Reads, planned: readonly PlannedClaim[]): Promise<string[]> {
  const { rows } = await superuser.query<{ claim: string; status: string; amount: string | null; acts: string[] }>(
    `select claim, status, receipt.paid as amount,
            (select array_agg(act order by seq) from journal.act
              where act.subject = 'claim/' || claim) as acts
       from claims.claims
       left join lateral (select payment.amount::text as paid from claims.receipt join claims.payment using (claim, attempt)
                           where receipt.claim = claims.claim) as receipt on true`,
  );
  const found = new Map(rows.map((row) => [row.claim, row]));
  return planned.flatMap((each) => {
    const { claim, story, amount } = each;
    const is = found.get(claim);
    if (is === undefined) return [`${claim} is not there`];
    const paid = story.ends === 'paid' ? String(amount) : null;
    return [
      ...(is.status === story.ends ? [] : [`${claim} is ${is.status}, not ${story.ends}`]),
      ...(is.amount === paid ? [] : [`${claim} was paid ${String(is.amount)}, not ${String(paid)}`]),
      ...(sameActs(is.acts, actsOf(each)) ? [] : [`${claim} has the acts ${is.acts.join(', ')}`]),
    ];
  });
}

/** The acts of the plan, once each, and before the last one as many rounds of doubt as there were. */
function sameActs(are: readonly string[], planned: readonly string[]): boolean {
  const rounds = are.filter((act) => act === 'claim-payment-renewed').length;
  const paid = planned.at(-1) === 'claim-paid';
  const again = Array.from({ length: rounds }, () => AGAIN).flat();
  const expected = paid ? [...planned.slice(0, -1), ...again, 'claim-paid'] : planned;
  // The bank may be found to have paid after all.
  const doubted = paid ? [...expected.slice(0, -1), 'claim-payment-unknown', 'claim-paid'] : planned;
  return [expected, doubted].some((each) => each.join() === are.join());
}

/** What is wrong with the workflows: one that runs without need, is missing, or has not read the newest act. */
export async function judgeWorkflows(
  superuser: Reads,
  temporal: Client,
  planned: readonly PlannedClaim[],
): Promise<string[]> {
  const faults = await Promise.all(
    planned.map(async ({ claim, story: { ends } }) => {
      const handle = temporal.workflow.getHandle<SettleClaim>(claimWorkflowId(claim));
      const running = await handle.describe().then(
        ({ status }) => status.name === 'RUNNING',
        (error: unknown) => {
          if (error instanceof WorkflowNotFoundError) return false;
          throw error;
        },
      );
      const over = ends === 'paid' || ends === 'refused' || ends === 'withdrawn';
      if (over) return running ? [`the workflow of ${claim} runs, and it is ${ends}`] : [];
      if (!running) return [`no workflow runs for ${claim}, and it is ${ends}`];
      const { rows } = await superuser.query<{ number: string }>(
        `select number from act.subject where subject = $1::text`,
        [claimWorkflowId(claim)],
      );
      const read = await handle.query<SubjectRead | null>('subject');
      return String(read?.number) === rows[0]?.number ? [] : [`the workflow of ${claim} has not read its newest act`];
    }),
  );
  return faults.flat();
}
