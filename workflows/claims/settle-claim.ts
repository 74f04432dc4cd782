import { type SubjectRead } from '@kerjasama/act/contract';
import {
  type ClaimActivities,
  type ClaimClosed,
  claimSubject,
  type SettleClaim,
  type SettleClaimInput,
} from '@kerjasama/claims/contract';
import { type ClaimStatus, WAITS } from '@kerjasama/claims/rules/lifecycle';
import { type ClaimId } from '@kerjasama/kernel/ids';
import { addDays, type PlainDate } from '@kerjasama/kernel/plain-date';
import { today, until } from '@kerjasama/temporal/in-workflow/calendar';
import { FollowedSubject, wakesOn } from '@kerjasama/temporal/in-workflow/follow-subject';
import { firstTry, onceThenVisibly } from '@kerjasama/temporal/in-workflow/once-then-visibly';
import { CancellationScope, continueAsNew, isCancellation } from '@temporalio/workflow';

type Followed = FollowedSubject<ClaimStatus>;
type Read = SubjectRead<ClaimStatus>;

const steps = onceThenVisibly<ClaimActivities>('Mencatat batas waktu yang lewat');
const bank = onceThenVisibly<ClaimActivities>('Bank membayar manfaat');

/**
 * One claim, as the tables have it: its officers act there, and this workflow reads, keeps the deadlines and has it paid. Started
 * afresh at any wait, it comes to the same end.
 */
export async function settleClaim({ claim }: SettleClaimInput): Promise<ClaimClosed> {
  const followed = new FollowedSubject<ClaimStatus>({
    subject: claimSubject(claim),
    title: { id: `Klaim ${claim}`, en: `Claim ${claim}` },
    waits: WAITS,
    overdue: 'CLAIM_OVERDUE',
    exceptions: { 'payment-unknown': 'CLAIM_PAYMENT_UNKNOWN' },
    again: () => continueAsNew<SettleClaim>({ claim }),
  });
  for (;;) {
    const now = await followed.read();
    switch (now.status) {
      case 'reported':
      case 'returned':
      case 'granted':
        await waitForOfficers(followed, claim, now);
        break;
      case 'approved':
        await askBank(followed, claim, now, 'payClaim');
        break;
      case 'paying':
        await askBank(followed, claim, now, 'askForPayment');
        break;
      case 'payment-unknown':
        await waitForCertainty(followed, claim, now);
        break;
      case 'paid':
      case 'refused':
      case 'withdrawn':
      case 'lapsed':
        followed.show();
        return { outcome: now.status };
    }
  }
}

/** Until somebody acts, or the day comes after which the claim is overdue, or after which it lapses. */
async function waitForOfficers(followed: Followed, claim: ClaimId, now: Read): Promise<void> {
  const summary = isDueNext(now) ? 'Batas waktu klaim' : 'Batas akhir penyelesaian klaim';
  if ((await followed.until(wakesOn(now), summary)) === 'act') return;
  await take(followed, claim, now, isDueNext(now) ? 'markClaimOverdue' : 'lapseClaim');
}

/** The bank is asked at once; one that cannot be reached is asked again visibly, and the day to pay may pass meanwhile. */
async function askBank(
  followed: Followed,
  claim: ClaimId,
  now: Read,
  ask: 'payClaim' | 'askForPayment',
): Promise<void> {
  const answer = await firstTry(bank.once[ask](claim, now.version));
  if (answer !== null) return;
  followed.show();
  const deadline = new CancellationScope();
  const watched = deadline.run(async () => {
    if (!isDueNext(now)) return;
    await until(wakesOn(now) ?? today(), 'Batas pembayaran klaim');
    await take(followed, claim, now, 'markClaimOverdue');
  });
  await bank.visibly[ask](claim, now.version);
  deadline.cancel();
  await watched.catch((error: unknown) => {
    if (!isCancellation(error)) throw error;
  });
}

/** The bank is asked again each day, and never ordered to pay again: that is a person's act. */
async function waitForCertainty(followed: Followed, claim: ClaimId, now: Read): Promise<void> {
  if (isDueNext(now) && now.due < today()) {
    await take(followed, claim, now, 'markClaimOverdue');
    return;
  }
  if ((await followed.until(addDays(today(), 1), 'Bertanya lagi kepada bank')) === 'day')
    await askBank(followed, claim, now, 'askForPayment');
}

/** The system's own step. One that is not due yet by the database's clock is tried again in a moment. */
async function take(
  followed: Followed,
  claim: ClaimId,
  { version }: Read,
  step: 'markClaimOverdue' | 'lapseClaim',
): Promise<void> {
  const answer = (await firstTry(steps.once[step](claim, version))) ?? (await steps.visibly[step](claim, version));
  if (answer.step === 'not-yet') await followed.breathe();
}

/** Whether the last day of the wait is still to come, or to be recorded as passed. */
function isDueNext(now: Read): now is Read & { readonly due: PlainDate } {
  return now.overdueOn === null && now.due !== null;
}
