import { sampleWorker } from '@kerjasama/enrolment/sample/worker';
import { firstDayOf } from '@kerjasama/kernel/period';
import { type PlannedClaim } from '../plan';
import { actAt, expectAnswer, type StageHand } from '../stage-hand';

/** Claims in flight at once: more do not help two cores. */
const AT_ONCE = 12;

/** The claims of one month: reported, decided, and what is granted approved by other eyes and paid. */
export async function rehearseClaims(hand: StageHand, claims: readonly PlannedClaim[]): Promise<void> {
  const waiting = [...claims];
  const settleNext = async (): Promise<void> => {
    for (let claim = waiting.shift(); claim !== undefined; claim = waiting.shift()) await settle(hand, claim);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, settleNext));
}

async function settle({ plan, as }: StageHand, planned: PlannedClaim): Promise<void> {
  const { reference, kind, eventOn, unableToWork, row } = planned;
  const { nik } = sampleWorker({ seed: plan.seed, coverStart: firstDayOf(plan.firstMonth) }, row);
  const officer = as('bpjs-tk-claims-officer');
  const reported = await officer.POST('/cycles/{agreement}/{year}/claims', {
    params: actAt(plan, `report-${reference}`),
    body: { reference, nik, kind, eventOn, unableToWork },
  });
  const { claim } = expectAnswer('report-claim', reported);
  if (planned.staysOpen) return;
  const at = (step: string) => ({ path: { claim }, header: { 'idempotency-key': `rehearsal/${step}-${reference}` } });
  const decided = await officer.POST('/claims/{claim}/decide-claim', {
    params: at('decide'),
    body: planned.ground === null ? { decision: 'grant' } : { decision: 'refuse', ground: planned.ground },
  });
  const { amount } = expectAnswer('decide-claim', decided);
  if (planned.ground !== null) return;
  const approved = await as('bpjs-tk-claims-approver').POST('/claims/{claim}/approve-claim', {
    params: at('approve'),
    body: { amount },
  });
  expectAnswer('approve-claim', approved);
}
