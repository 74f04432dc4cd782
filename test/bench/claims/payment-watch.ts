import { setTimeout as pause } from 'node:timers/promises';
import { type Reads } from '@kerjasama/database/pool';
import { claimWorkflowId } from '@kerjasama/claims/contract';
import { claimId } from '@kerjasama/kernel/ids';
import { type AnsweredClaim, type ClaimsOffice, lookPaid, type SettledClaim } from './officers';

const LOOK_AGAIN_MS = 100;
const PAID_WITHIN_MS = 120_000;

/**
 * Sees when answered claims are paid, while their lanes go on: by one question to the journal for all of them, so that a side
 * that pays later does not pay for more looks. Then each is looked at once by the API.
 */
export class PaymentWatch {
  private readonly unpaid = new Map<string, AnsweredClaim>();
  private readonly settled: SettledClaim[] = [];
  private complete = false;
  private readonly done: Promise<void>;

  constructor(private readonly office: ClaimsOffice & { readonly superuser: Reads }) {
    this.done = this.watch();
    this.done.catch(() => undefined); // allPaid reports it
  }

  follow(answered: AnsweredClaim): void {
    this.unpaid.set(claimWorkflowId(claimId(answered.claim)), answered);
  }

  /** After the last of them was followed. @returns in the order of their payments. @throws when one of them is not paid */
  async allPaid(): Promise<SettledClaim[]> {
    this.complete = true;
    await this.done;
    return this.settled;
  }

  private async watch(): Promise<void> {
    let moved = performance.now();
    while (!this.complete || this.unpaid.size > 0) {
      await pause(LOOK_AGAIN_MS);
      const seen = await this.look();
      if (seen > 0 || this.unpaid.size === 0) moved = performance.now();
      if (performance.now() - moved > PAID_WITHIN_MS)
        throw new Error(`${this.unpaid.size} approved claims are not paid, and none was in ${PAID_WITHIN_MS} ms`);
    }
  }

  private async look(): Promise<number> {
    const { rows } = await this.office.superuser.query<{ workflow: string; recorded_at: string }>({
      name: 'bench.paid',
      text: `select workflow, recorded_at from journal.acts
              where workflow = any ($1::text[]) and act = 'claim-paid' order by recorded_at`,
      values: [[...this.unpaid.keys()]],
    });
    for (const { workflow, recorded_at } of rows) {
      const answered = this.unpaid.get(workflow);
      if (answered === undefined) continue;
      this.unpaid.delete(workflow);
      await lookPaid(this.office, answered.claim);
      // An engine that pays within the answer has paid at once.
      const paidAfterMs = Math.max(0, Date.parse(recorded_at) - answered.approvedAt);
      this.settled.push({ ...answered, paidAfterMs });
    }
    return rows.length;
  }
}
