import { decimalText, reasonText, rupiahText, seen } from '@kerjasama/act/fields';
import { fourEyes } from '@kerjasama/identity/four-eyes';
import { toDecimal } from '@kerjasama/kernel/rupiah';
import { z } from 'zod';
import { officerAct } from '../kind';
import { judgeConflicts } from '../rules/conflicts';
import { GROUND_CODES, judgeGround } from '../rules/grounds';
import { judgeSum } from '../rules/report';
import { insertVerdict } from '../store';
import { getClaim, getPersonOf, listOtherClaims } from '../views';
import { grantOf } from './granted';

/* What another officer may do with a grant: approve it, return it, or refuse the claim. */

const APPROVER = [{ agency: 'bpjs-tk', role: 'claims-approver' }] as const;

export const approveClaim = officerAct({
  command: 'approve-claim',
  by: APPROVER,
  from: ['granted'],
  leads: { 'claim-approved': 'approved' },
  words: {
    title: { id: 'Setujui pembayaran klaim', en: 'Approve the payment of a claim' },
    description: {
      id: 'Menyetujui tepat jumlah yang dikabulkan; bank segera diminta membayar, dan setelah itu tidak ada yang dapat menariknya.',
      en: 'Approves exactly the sum that was granted; the bank is asked to pay at once, and from then on nobody can take it back.',
    },
  },
  body: seen({ amount: rupiahText }),
  answer: { amount: decimalText, payBy: z.string() },
  async take({ tx, id: claim, input, by, on }) {
    const view = await getClaim(tx, claim);
    const { nth, decidedBy, amount, payBy } = grantOf(view);
    const refusal = fourEyes(decidedBy, by) ?? judgeSum(amount, input.amount);
    if (refusal) return refusal;
    const conflict = judgeConflicts(view, await listOtherClaims(tx, await getPersonOf(tx, claim), claim));
    if (conflict) return conflict;
    await insertVerdict(tx, claim, { nth, verdict: 'approved', by, on, decidedBy });
    return {
      act: 'claim-approved',
      payload: { claim, amount: toDecimal(amount) },
      due: payBy,
      // What is approved is paid, however long the bank takes: it does not lapse any more.
      endsOn: null,
      answer: { amount: toDecimal(amount), payBy },
    };
  },
});

export const returnClaim = officerAct({
  command: 'return-claim',
  by: APPROVER,
  from: ['granted'],
  leads: { 'claim-returned': 'returned' },
  words: {
    title: { id: 'Kembalikan klaim kepada pemutus', en: 'Return a claim to who decided it' },
    description: {
      id: 'Keputusan diulang oleh petugas klaim, dengan alasan pengembalian; batas 30 hari sejak laporan tetap berlaku.',
      en: 'A claims officer decides again, knowing why it came back; the 30 days from the report go on.',
    },
  },
  body: seen({ reason: reasonText }),
  async take({ tx, id: claim, input: { reason }, by, on }) {
    const view = await getClaim(tx, claim);
    const { nth, decidedBy } = grantOf(view);
    const refusal = fourEyes(decidedBy, by);
    if (refusal) return refusal;
    await insertVerdict(tx, claim, { nth, verdict: 'returned', by, on, decidedBy, reason });
    return { act: 'claim-returned', payload: { claim, decision: nth }, due: view.decideBy };
  },
});

export const refuseClaim = officerAct({
  command: 'refuse-claim',
  by: APPROVER,
  from: ['granted'],
  leads: { 'claim-refused': 'refused' },
  words: {
    title: { id: 'Tolak klaim yang dikabulkan', en: 'Refuse a claim that was granted' },
    description: {
      id: 'Pemeriksa menolak dengan alasan dari daftar; klaim berakhir, dan peristiwa itu dapat dilaporkan lagi.',
      en: 'The checking officer refuses on a ground of the list; the claim ends, and the event may be reported again.',
    },
  },
  body: seen({ ground: z.enum(GROUND_CODES) }),
  async take({ tx, id: claim, input: { ground }, by, on }) {
    const view = await getClaim(tx, claim);
    const { nth, decidedBy } = grantOf(view);
    const refusal = fourEyes(decidedBy, by) ?? judgeGround(view.kind, ground);
    if (refusal) return refusal;
    await insertVerdict(tx, claim, { nth, verdict: 'refused', by, on, decidedBy, ground });
    return { act: 'claim-refused', payload: { claim, ground }, due: null };
  },
});
