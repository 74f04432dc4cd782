import { dateText, parsedText } from '@kerjasama/act/fields';
import { findMember, findMemberByNik } from '@kerjasama/enrolment/views/members';
import { addMonths } from '@kerjasama/kernel/plain-date';
import { z } from 'zod';
import { cycleOf, firstAct } from '../kind';
import { decideByOf, isBarred } from '../rules/benefit';
import { judgeConflicts } from '../rules/conflicts';
import { CLAIM_KINDS } from '../rules/lifecycle';
import { eventTaken, judgeEvent, judgeIncapacity, memberUnknown, parseNik, timeBarred, untilOf } from '../rules/report';
import { insertClaim } from '../store';
import { listOtherClaims } from '../views';

/** After this many months a claim that nobody settled lapses (ADR 0072). */
const MONTHS_TO_SETTLE = 60;

export const reportClaim = firstAct({
  command: 'report-claim',
  by: [{ agency: 'bpjs-tk', role: 'claims-officer' }],
  leads: { 'claim-reported': 'reported' },
  words: {
    title: { id: 'Laporkan klaim', en: 'Report a claim' },
    description: {
      id: 'Mencatat kecelakaan kerja atau kematian peserta. Pelapor dapat menariknya sampai klaim diputuskan.',
      en: 'Records an accident or a death of a member. Its reporter may withdraw it until it is decided.',
    },
  },
  body: z.strictObject({
    /** The officer's own number of the claim, unique in the cycle. */
    reference: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
    nik: parsedText(parseNik),
    kind: z.enum(CLAIM_KINDS),
    eventOn: dateText,
    unableToWork: z.strictObject({ months: z.int().min(0).max(1200), days: z.int().min(0).max(30) }).nullable(),
  }),
  answer: { decideBy: z.string() },
  prepare: ({ nik, kind, eventOn, unableToWork }, { digestNik }) => ({
    ...{ kind, eventOn, unableToWork },
    person: digestNik(nik).toString('hex'),
  }),
  locks: ({ person }) => [`person/${person}`],
  async take({ tx, id: claim, input, by, on }) {
    const { person, kind, eventOn, unableToWork } = input;
    const cycle = cycleOf(claim);
    const found = await findMemberByNik(tx, cycle, Buffer.from(person, 'hex'));
    const member = found && (await findMember(tx, cycle, found));
    if (!member?.decreed) return memberUnknown();
    const refusal = judgeEvent(eventOn, on, member.coverage) ?? judgeIncapacity(kind, unableToWork, eventOn, on);
    if (refusal) return refusal;
    const barred = isBarred(kind, eventOn, on);
    if (barred.refused) return barred;
    if (barred.value) return timeBarred(eventOn);
    const untilOn = untilOf(eventOn, unableToWork);
    const conflict = judgeConflicts({ kind, eventOn, untilOn }, await listOtherClaims(tx, person, claim));
    if (conflict) return conflict;
    const clock = decideByOf(on);
    if (clock.refused) return clock;
    const decideBy = clock.value;
    const inserted = await insertClaim(tx, {
      ...{ claim, cycle, person, kind, eventOn, unableToWork, untilOn, decideBy },
      ...{ member: member.memberId, reportedBy: by, reportedOn: on },
    });
    if (!inserted) return eventTaken();
    return {
      act: 'claim-reported',
      payload: { claim, member: member.memberId, kind, eventOn, decideBy },
      due: decideBy,
      endsOn: addMonths(on, MONTHS_TO_SETTLE),
      answer: { decideBy },
    };
  },
});
