import { type Taken, type Taking } from '@kerjasama/act/definition';
import { decimalText, seen } from '@kerjasama/act/fields';
import { getMember } from '@kerjasama/enrolment/views/members';
import { type ClaimId } from '@kerjasama/kernel/ids';
import { type Json } from '@kerjasama/kernel/json';
import { periodOf } from '@kerjasama/kernel/period';
import { type Refusal } from '@kerjasama/kernel/refusal';
import { toDecimal } from '@kerjasama/kernel/rupiah';
import { countPaidMonths } from '@kerjasama/premium/views';
import { z } from 'zod';
import { cycleOf, officerAct } from '../kind';
import { countBenefit } from '../rules/benefit';
import { judgeConflicts } from '../rules/conflicts';
import { GROUND_CODES, judgeGround, type RefusalGround } from '../rules/grounds';
import { type ClaimStatus } from '../rules/lifecycle';
import { insertGrant, insertRefusal } from '../store';
import { type ClaimView, getClaim, getPersonOf, listOtherClaims } from '../views';

type Deciding = Taking<ClaimId, ClaimStatus, { readonly decision: string }>;
type Decided = Promise<Taken<'claim-granted' | 'claim-refused'> | Refusal>;

export const decideClaim = officerAct({
  command: 'decide-claim',
  by: [{ agency: 'bpjs-tk', role: 'claims-officer' }],
  from: ['reported', 'returned'],
  leads: { 'claim-granted': 'granted', 'claim-refused': 'refused' },
  words: {
    title: { id: 'Putuskan klaim', en: 'Decide a claim' },
    description: {
      id: 'Mengabulkan: jumlahnya dihitung menurut aturan pada hari peristiwa; pembuatnya dapat menariknya sampai diperiksa. Menolak: dengan alasan dari daftar; peristiwa itu dapat dilaporkan lagi.',
      en: 'Grants, and the law of the day of the event says the sum; its maker may withdraw it until it is checked. Or refuses on a ground of the list; the event may be reported again.',
    },
  },
  body: z.discriminatedUnion('decision', [
    seen({ decision: z.literal('grant') }),
    seen({ decision: z.literal('refuse'), ground: z.enum(GROUND_CODES) }),
  ]),
  answer: { amount: decimalText, payBy: z.string().nullable() },
  async take(taking) {
    const claim = await getClaim(taking.tx, taking.id);
    const { input } = taking;
    return input.decision === 'grant' ? grant(taking, claim) : refuseClaim(taking, claim, input.ground);
  },
});

async function refuseClaim({ tx, by, on }: Deciding, view: ClaimView, ground: RefusalGround): Decided {
  const { claim, kind } = view;
  const refusal = judgeGround(kind, ground);
  if (refusal) return refusal;
  await insertRefusal(tx, claim, { ...nextOf(view), by, on, ground });
  return {
    act: 'claim-refused',
    payload: { claim, ground },
    due: null,
    answer: { amount: '0', payBy: null },
  };
}

async function grant({ tx, by, on }: Deciding, view: ClaimView): Decided {
  const { claim, member, kind, eventOn, unableToWork, untilOn } = view;
  const cycle = cycleOf(claim);
  const others = await listOtherClaims(tx, await getPersonOf(tx, claim), claim);
  const conflict = judgeConflicts({ kind, eventOn, untilOn }, others);
  if (conflict) return conflict;
  const { coverage } = await getMember(tx, cycle, member);
  const paidMonths = await countPaidMonths(tx, cycle, periodOf(eventOn));
  const benefit = countBenefit({ kind, eventOn, unableToWork, coverage, paidMonths }, on);
  if (benefit.refused) return benefit;
  const { amount, payBy, trace } = benefit.value;
  const { version: regulationVersion } = trace;
  await insertGrant(tx, claim, { ...nextOf(view), by, on, amount, payBy, regulationVersion, trace });
  return {
    act: 'claim-granted',
    payload: { claim, amount: toDecimal(amount), payBy, regulationVersion, trace: toJson(trace) },
    due: payBy,
    answer: { amount: toDecimal(amount), payBy },
  };
}

/** The place of the next decision, and the day that there was for it. */
function nextOf({ decision, decideBy }: ClaimView) {
  return { nth: (decision?.nth ?? 0) + 1, decideBy };
}

/** A trace as the journal's bytes take it: plain JSON. */
function toJson(trace: object): Json {
  return JSON.parse(JSON.stringify(trace)) as Json;
}
