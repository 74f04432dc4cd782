import { setTimeout as pause } from 'node:timers/promises';
import { sampleWorker } from '@kerjasama/enrolment/sample/worker';
import { firstDayOf } from '@kerjasama/kernel/period';
import { type PlannedClaim } from '../plan';
import { actAt, expectAnswer, type StageHand } from '../stage-hand';

/** Claims in flight at once: more do not help two cores. */
const AT_ONCE = 12;
/** How long the bank may take to pay what was approved. */
const PAID_WITHIN_MS = 60_000;
const LOOK_AGAIN_MS = 25;

/** The claims of one month: reported, decided, and what is granted approved by other eyes and paid. */
export async function rehearseClaims(hand: StageHand, claims: readonly PlannedClaim[]): Promise<void> {
  const waiting = [...claims];
  const approved: string[] = [];
  const settleNext = async (): Promise<void> => {
    for (let claim = waiting.shift(); claim !== undefined; claim = waiting.shift()) {
      const number = await settle(hand, claim);
      if (number !== null) approved.push(number);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, settleNext));
  for (const claim of approved) await seePaid(hand, claim);
}

/** @returns the claim's number when its payment was approved */
async function settle({ plan, as }: StageHand, planned: PlannedClaim): Promise<string | null> {
  const { reference, kind, eventOn, unableToWork, row } = planned;
  const { nik } = sampleWorker({ seed: plan.seed, coverStart: firstDayOf(plan.firstMonth) }, row);
  const officer = as('bpjs-tk-claims-officer');
  const reported = await officer.POST('/cycles/{agreement}/{year}/claims', {
    params: actAt(plan, `report-${reference}`),
    body: { reference, nik, kind, eventOn, unableToWork },
  });
  const claim = `${plan.cycle.agreement}.${plan.cycle.year}.${reference}`;
  const { version } = expectAnswer('report-claim', reported);
  if (planned.staysOpen) return null;
  const at = (step: string) => ({ path: { claim }, header: { 'idempotency-key': `rehearsal/${step}-${reference}` } });
  const decided = await officer.POST('/claims/{claim}/decide-claim', {
    params: at('decide'),
    body:
      planned.ground === null
        ? { version, decision: 'grant' }
        : { version, decision: 'refuse', ground: planned.ground },
  });
  const decision = expectAnswer('decide-claim', decided);
  if (planned.ground !== null) return null;
  const approved = await as('bpjs-tk-claims-approver').POST('/claims/{claim}/approve-claim', {
    params: at('approve'),
    body: { version: decision.version, amount: decision.amount },
  });
  expectAnswer('approve-claim', approved);
  return claim;
}

/** The approver looks whether the bank has paid. Where it cannot say so, he makes sure that it has not, and orders again. */
async function seePaid({ as }: StageHand, claim: string): Promise<void> {
  const approver = as('bpjs-tk-claims-approver');
  const patienceEnds = performance.now() + PAID_WITHIN_MS;
  for (;;) {
    const shown = expectAnswer('claim', await approver.GET('/claims/{claim}', { params: { path: { claim } } }));
    if (shown.status === 'paid') return;
    if (shown.status === 'payment-unknown') {
      const renewed = await approver.POST('/claims/{claim}/renew-payment', {
        params: { path: { claim }, header: { 'idempotency-key': `rehearsal/renew-${claim}-${shown.version}` } },
        body: { version: shown.version, reason: 'Rekening koran bank tidak memuat pembayaran ini.' },
      });
      if (renewed.response.status !== 409) expectAnswer('renew-payment', renewed);
    }
    if (performance.now() > patienceEnds) throw new Error(`The bank has not paid ${claim}`);
    await pause(LOOK_AGAIN_MS);
  }
}
