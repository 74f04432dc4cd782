import { reasonText, seen } from '@kerjasama/act/fields';
import { officerAct } from '../kind';
import { notItsMaker } from '../rules/report';
import { insertEnding, insertVerdict } from '../store';
import { getClaim } from '../views';
import { grantOf } from './granted';

/* What its maker may take back: a decision until it is checked, a report until it is decided. */

const OFFICER = [{ agency: 'bpjs-tk', role: 'claims-officer' }] as const;

export const withdrawDecision = officerAct({
  command: 'withdraw-decision',
  by: OFFICER,
  from: ['granted'],
  leads: { 'claim-decision-withdrawn': 'reported' },
  words: {
    title: { id: 'Tarik keputusan klaim', en: 'Withdraw a decision on a claim' },
    description: {
      id: 'Pemutus menarik keputusannya sebelum diperiksa; klaim menunggu keputusan lagi.',
      en: 'Who decided takes the decision back before it is checked; the claim waits for a decision again.',
    },
  },
  body: seen({ reason: reasonText }),
  async take({ tx, id: claim, input: { reason }, by, on }) {
    const view = await getClaim(tx, claim);
    const { nth, decidedBy } = grantOf(view);
    if (decidedBy !== by) return notItsMaker();
    await insertVerdict(tx, claim, { nth, verdict: 'withdrawn', by, on, decidedBy, reason });
    return { act: 'claim-decision-withdrawn', payload: { claim, decision: nth }, due: view.decideBy };
  },
});

export const withdrawClaim = officerAct({
  command: 'withdraw-claim',
  by: OFFICER,
  from: ['reported', 'returned'],
  leads: { 'claim-withdrawn': 'withdrawn' },
  words: {
    title: { id: 'Tarik laporan klaim', en: 'Withdraw the report of a claim' },
    description: {
      id: 'Pelapor menarik laporannya sebelum diputuskan, misalnya karena peserta yang salah; peristiwa itu dapat dilaporkan lagi.',
      en: 'Who reported takes the report back before it is decided, e.g. for the wrong member; the event may be reported again.',
    },
  },
  body: seen({ reason: reasonText }),
  async take({ tx, id: claim, input: { reason }, by, on }) {
    const { reported } = await getClaim(tx, claim);
    if (reported.by !== by) return notItsMaker();
    await insertEnding(tx, claim, { ending: 'withdrawn', by, on, reason });
    return { act: 'claim-withdrawn', payload: { claim }, due: null };
  },
});
