import { setTimeout as pause } from 'node:timers/promises';
import { type Bank } from '@kerjasama/agencies/bank';
import { type Random } from '@kerjasama/enrolment/sample/random';
import { type ClaimId } from '@kerjasama/kernel/ids';
import { CLAIMS_APPROVER, CLAIMS_OFFICER, type StackClaims } from '../support/stack-claims';

/** How a claim goes: the acts of its officers, in their order, and where it ends. */
export interface Story {
  readonly steps: readonly Step[];
  readonly ends: 'paid' | 'refused' | 'withdrawn' | 'reported' | 'granted' | 'returned';
}

type Step = 'grant' | 'refuse' | 'return' | 'withdraw-decision' | 'withdraw-claim' | 'approve';

const STORIES: readonly Story[] = [
  { steps: ['grant', 'approve'], ends: 'paid' },
  { steps: ['grant', 'approve'], ends: 'paid' },
  { steps: ['grant', 'return', 'grant', 'approve'], ends: 'paid' },
  { steps: ['grant', 'withdraw-decision', 'grant', 'approve'], ends: 'paid' },
  { steps: ['grant', 'return', 'grant', 'withdraw-decision', 'grant', 'approve'], ends: 'paid' },
  { steps: ['refuse'], ends: 'refused' },
  { steps: ['withdraw-claim'], ends: 'withdrawn' },
  { steps: ['grant', 'return', 'withdraw-claim'], ends: 'withdrawn' },
  { steps: [], ends: 'reported' },
  { steps: ['grant', 'withdraw-decision'], ends: 'reported' },
  { steps: ['grant'], ends: 'granted' },
  { steps: ['grant', 'return'], ends: 'returned' },
];

/** The acts that a story writes, without those of the bank and of the system. */
const ACT_OF: Readonly<Record<Step, string>> = {
  grant: 'claim-granted',
  refuse: 'claim-refused',
  return: 'claim-returned',
  'withdraw-decision': 'claim-decision-withdrawn',
  'withdraw-claim': 'claim-withdrawn',
  approve: 'claim-approved',
};

/** A claim as it is planned: the sum is the law's, not the program's. */
export interface PlannedClaim {
  readonly claim: ClaimId;
  readonly reference: string;
  readonly member: number;
  readonly story: Story;
  /** Months unable to work; null: a death. */
  readonly months: number | null;
  readonly amount: number;
}

export function planClaim(claims: StackClaims, reference: string, member: number, random: Random): PlannedClaim {
  const months = random.below(3) === 0 ? 1 + random.below(4) : null;
  return {
    ...{ claim: claims.idOf(reference), reference, member, months },
    story: random.pick(STORIES),
    // PP 82/2019: JKM is 42 million; STMB is the whole wage base of one million a month in the first year.
    amount: months === null ? 42_000_000 : months * 1_000_000,
  };
}

/** What the journal must hold of it, each once. */
export function actsOf({ story: { steps, ends } }: PlannedClaim): string[] {
  const bank = ends === 'paid' ? ['claim-payment-sent', 'claim-paid'] : [];
  return ['claim-reported', ...steps.map((step) => ACT_OF[step]), ...bank];
}

/** Plays the officers of one claim until nothing is left for them to do. */
export async function playClaim(claims: StackClaims, bank: Bank, planned: PlannedClaim): Promise<void> {
  const { claim, story, amount } = planned;
  let { version } = await report(claims, planned);
  for (const [nth, step] of story.steps.entries()) {
    const act = await claims.act(claim, {
      ...requestOf(step, version, amount),
      key: `${nth}-${step}-${claim}`,
    });
    version = act['version'];
    if (step === 'grant' && act['amount'] !== String(amount))
      throw new Error(`${claim} was granted ${String(act['amount'])}, not ${amount}`);
  }
  if (story.ends === 'paid') await seePaid(claims, bank, claim);
}

async function report(claims: StackClaims, { claim, reference, member, months }: PlannedClaim) {
  const accident = {
    ...{ kind: 'work-accident', eventOn: `${claims.cycle.year}-01-10` },
    unableToWork: { months, days: 0 },
  };
  return claims.act(claim, {
    ...{ person: CLAIMS_OFFICER, command: 'report-claim', key: `report-${claim}` },
    body: claims.reportBody(reference, member, months === null ? {} : accident),
  });
}

function requestOf(step: Step, version: unknown, amount: number) {
  const reason = 'Dokumen belum lengkap.';
  switch (step) {
    case 'grant':
      return { person: CLAIMS_OFFICER, command: 'decide-claim', body: { version, decision: 'grant' } };
    case 'refuse': {
      const body = { version, decision: 'refuse', ground: 'DOCUMENTS_FALSE' };
      return { person: CLAIMS_OFFICER, command: 'decide-claim', body };
    }
    case 'return':
      return { person: CLAIMS_APPROVER, command: 'return-claim', body: { version, reason } };
    case 'approve':
      return { person: CLAIMS_APPROVER, command: 'approve-claim', body: { version, amount: String(amount) } };
    case 'withdraw-decision':
    case 'withdraw-claim':
      return { person: CLAIMS_OFFICER, command: step, body: { version, reason } };
  }
}

const LOOK_AGAIN_MS = 150;
/** Kills go on for minutes on a busy machine, and each one of the worker holds up what it had begun. */
const PAID_WITHIN_MS = 300_000;

/** The approver looks whether the bank has paid. Where nobody knows, he asks the bank, and orders again what it has not paid. */
async function seePaid(claims: StackClaims, bank: Bank, claim: ClaimId): Promise<void> {
  for (const patienceEnds = performance.now() + PAID_WITHIN_MS; performance.now() < patienceEnds;) {
    const { status, version, instruction } = await claims.show(claim);
    if (status === 'paid') return;
    if (status === 'payment-unknown' && (await bank.findPayment(String(instruction))) === null)
      await claims.act(claim, {
        ...{ person: CLAIMS_APPROVER, command: 'renew-payment', key: `renew-${String(version)}-${claim}` },
        body: { version, reason: 'Rekening koran bank tidak memuat pembayaran ini.' },
      });
    await pause(LOOK_AGAIN_MS);
  }
  throw new Error(`The bank has not paid ${claim}`);
}
