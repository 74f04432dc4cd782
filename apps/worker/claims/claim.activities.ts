import { type Bank } from '@kerjasama/agencies/bank';
import { type StepAnswer } from '@kerjasama/act/contract';
import { performStep } from '@kerjasama/act/perform-step';
import { lapseClaim, markClaimOverdue } from '@kerjasama/claims/acts/deadlines';
import { grantOf } from '@kerjasama/claims/acts/granted';
import { confirmPayment, doubtPayment, sendPayment } from '@kerjasama/claims/acts/pay';
import { type ClaimActivities } from '@kerjasama/claims/contract';
import { type ClaimView, getClaim } from '@kerjasama/claims/views';
import { type ClaimId } from '@kerjasama/kernel/ids';
import { Activity } from '@kerjasama/temporal/activities';
import { Inject, Injectable } from '@nestjs/common';
import { type Pool } from 'pg';
import { BANK } from '../agencies';
import { WORKER_POOL } from '../tokens';

/** What the system does with a claim by itself, and what it asks of the bank. */
@Injectable()
export class ClaimSteps implements ClaimActivities {
  constructor(
    @Inject(WORKER_POOL) private readonly pool: Pool,
    @Inject(BANK) private readonly bank: Bank,
  ) {}

  @Activity('acts')
  async markClaimOverdue(id: ClaimId, version: number): Promise<StepAnswer> {
    return toAnswer(await performStep(this.pool, markClaimOverdue, { id, version, input: null }));
  }

  @Activity('acts')
  async lapseClaim(id: ClaimId, version: number): Promise<StepAnswer> {
    return toAnswer(await performStep(this.pool, lapseClaim, { id, version, input: null }));
  }

  /** Sent by whoever wrote the order down, at once; who finds it written cannot know whether it was sent, and asks. */
  @Activity('acts')
  async payClaim(id: ClaimId, version: number): Promise<StepAnswer> {
    await this.bank.expectReachable();
    const sent = await performStep(this.pool, sendPayment, { id, version, input: null });
    if (sent.step !== 'done' || sent.repeated === true) return toAnswer(sent);
    const claim = await getClaim(this.pool, id);
    const { member } = claim;
    const { instruction } = paymentOf(claim);
    const paid = await this.bank
      .payBenefit({ instruction, member, amount: grantOf(claim).amount })
      .catch(() => this.bank.findPayment(instruction).catch(() => null));
    const request = { id, version: claim.version };
    return toAnswer(
      paid === null
        ? await performStep(this.pool, doubtPayment, { ...request, input: null })
        : await performStep(this.pool, confirmPayment, { ...request, input: paid }),
    );
  }

  @Activity('acts')
  async askForPayment(id: ClaimId, version: number): Promise<StepAnswer> {
    const claim = await getClaim(this.pool, id);
    if (claim.version !== version) return { step: 'moved-on' };
    const paid = await this.bank.findPayment(paymentOf(claim).instruction);
    if (paid !== null) return toAnswer(await performStep(this.pool, confirmPayment, { id, version, input: paid }));
    if (claim.status === 'payment-unknown') return { step: 'not-yet', on: claim.since };
    return toAnswer(await performStep(this.pool, doubtPayment, { id, version, input: null }));
  }
}

/** What a workflow is answered: not what was written. */
function toAnswer(answer: StepAnswer): StepAnswer {
  return answer.step === 'not-yet' ? { step: answer.step, on: answer.on } : { step: answer.step };
}

function paymentOf({ claim, payment }: ClaimView): { readonly instruction: string } {
  if (payment === null) throw new Error(`Nothing was sent to the bank for ${claim}`);
  return payment;
}
