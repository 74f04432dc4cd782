import {
  type Decree,
  decreeBeneficiariesUpdate,
  type EnrolmentActivities,
  type EnrolmentBulkActivities,
  type EnrolmentClosed,
  type EnrolmentPlace,
  enrolmentWorkflowId,
  type EnrolWorkersInput,
  type RosterJudged,
  type RosterSubmitted,
  submitRosterUpdate,
} from '@kerjasama/enrolment/contract';
import { type EnrolmentAct, type EnrolmentStatus, TRANSITIONS, WAITS } from '@kerjasama/enrolment/rules/lifecycle';
import { fourEyes } from '@kerjasama/identity/four-eyes';
import { groupDigits } from '@kerjasama/kernel/rupiah';
import { today } from '@kerjasama/temporal/in-workflow/calendar';
import { Stage } from '@kerjasama/temporal/in-workflow/stage';
import { BULK, RECORD } from '@kerjasama/temporal/policies';
import { EXCEPTION } from '@kerjasama/temporal/search-attributes';
import { proxyActivities, proxyLocalActivities, upsertSearchAttributes } from '@temporalio/workflow';

const records = proxyLocalActivities<EnrolmentActivities>(RECORD);
const bulk = proxyActivities<EnrolmentBulkActivities>({
  ...BULK,
  taskQueue: 'bulk',
  summary: 'Memeriksa daftar pekerja, baris demi baris',
});

/** The workers of a year: rosters are submitted and judged, corrected and judged again, until the ministry decrees who is covered. */
export async function enrolWorkers(input: EnrolWorkersInput): Promise<EnrolmentClosed> {
  const { cycle, coverage, decreeBy } = input;
  const submitters: string[] = [];
  const stands: { submitted: RosterSubmitted | null; decree: Decree | null } = { submitted: null, decree: null };

  const stage = new Stage<EnrolmentStatus, EnrolmentAct>({
    title: {
      id: `Pendaftaran pekerja ${cycle.agreement} tahun ${cycle.year}`,
      en: `Enrolment of ${cycle.agreement}, ${cycle.year}`,
    },
    transitions: TRANSITIONS,
    waits: WAITS,
    initial: 'awaiting-roster',
  });
  const place = (): EnrolmentPlace => ({ cycle, workflow: enrolmentWorkflowId(cycle), on: today() });
  /** An act that comes while a roster is judged waits for the result, and is then checked like any other. */
  const postponed = () => stage.status === 'judging';
  const checkOnceJudged = (act: EnrolmentAct) => (postponed() ? null : stage.unlessAllowed(act));

  stage.onAct(submitRosterUpdate, {
    postponed,
    check: () => checkOnceJudged('roster-submitted'),
    perform: async (signed) => {
      const outcome = await records.recordSubmittedRoster(place(), submitters.length + 1, signed);
      if (outcome.refused) return outcome;
      submitters.push(signed.ticket.subject);
      stands.submitted = outcome.value;
      stage.move('roster-submitted');
      return outcome;
    },
  });

  stage.onAct(decreeBeneficiariesUpdate, {
    postponed,
    check: ({ ticket }) =>
      checkOnceJudged('beneficiaries-decreed') ??
      fourEyes(submitters.find((submitter) => submitter === ticket.subject) ?? null, ticket.subject),
    perform: async (signed) => {
      const outcome = await records.recordDecree(place(), input.workers, signed);
      if (outcome.refused) return outcome;
      stands.decree = outcome.value;
      stage.move('beneficiaries-decreed');
      return outcome;
    },
  });

  while ((await stage.reaches(['judging', 'decreed'], decreeBy, 'Batas SK penetapan penerima')) === 'met') {
    if (stage.status === 'decreed')
      return stage.close({ outcome: 'decreed', decree: stands.decree, closedOn: today() });
    if (stands.submitted === null) throw new Error('Nothing was submitted that could be judged');
    const judged = await bulk.judgeRoster(place(), stands.submitted, coverage);
    stage.tell(factsOf(judged, input.workers));
    upsertSearchAttributes([{ key: EXCEPTION, value: exceptionOf(judged, input.workers) }]);
    stage.move(judged.rejected > 0 ? 'roster-judged-faulty' : 'roster-judged');
  }
  stage.move('enrolment-lapsed');
  await records.recordLapsedEnrolment(place(), decreeBy);
  return stage.close({ outcome: 'lapsed', decree: null, closedOn: today() });
}

/** What an operator should see in the list of workflows. */
function exceptionOf({ enrolled, rejected }: RosterJudged, workers: number): string | null {
  if (enrolled > workers) return 'ROSTER_TOO_LARGE';
  return rejected > 0 ? 'ROWS_REJECTED' : null;
}

function factsOf({ submission, rows, accepted, rejected, enrolled }: RosterJudged, workers: number): readonly string[] {
  const [all, good, bad, listed, paidFor] = [rows, accepted, rejected, enrolled, workers].map((each) =>
    groupDigits(each),
  );
  return [
    `**Berkas ${submission} · file ${submission}:** ${all} baris *rows*, ${good} diterima *accepted*, ${bad} ditolak *rejected*`,
    `**Terdaftar · enrolled:** ${listed} dari *of* ${paidFor}`,
  ];
}
