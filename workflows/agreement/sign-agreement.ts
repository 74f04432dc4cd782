import {
  type ActPlace,
  type AgreementActivities,
  type AgreementClosed,
  acceptTextUpdate,
  agreementWorkflowId,
  type SignAgreementInput,
  signAgreementUpdate,
} from '@kerjasama/agreement/contract';
import {
  type AgreementAct,
  type AgreementStatus,
  SIGNED_ACT,
  SIGNING_AGENCIES,
  TRANSITIONS,
  WAITS,
} from '@kerjasama/agreement/rules/lifecycle';
import { fourEyes } from '@kerjasama/identity/four-eyes';
import { addDays } from '@kerjasama/kernel/plain-date';
import { today } from '@kerjasama/temporal/in-workflow/calendar';
import { Stage, unknownAgency } from '@kerjasama/temporal/in-workflow/stage';
import { RECORD } from '@kerjasama/temporal/policies';
import { proxyLocalActivities } from '@temporalio/workflow';

const acts = proxyLocalActivities<AgreementActivities>(RECORD);

/** An agreement, or an addendum to it: the ministry drafts, the insurer accepts the text, both sign, or it lapses. */
export async function signAgreement(input: SignAgreementInput): Promise<AgreementClosed> {
  const { cycle, document } = input;
  const terms = 'draft' in input ? input.draft.input.terms : input.proposed.terms;
  const draftedBy = 'draft' in input ? input.draft.ticket.subject : input.proposed.draftedBy;
  let acceptedBy: string | null = null;

  const stage = new Stage<AgreementStatus, AgreementAct>({
    title:
      document === 0
        ? { id: `Perjanjian kerja sama ${cycle.agreement}`, en: `Agreement ${cycle.agreement}` }
        : { id: `Adendum ${document} atas ${cycle.agreement}`, en: `Addendum ${document} to ${cycle.agreement}` },
    transitions: TRANSITIONS,
    waits: WAITS,
    initial: 'new',
  });
  const place = (): ActPlace => ({ cycle, document, workflow: agreementWorkflowId(cycle, document), on: today() });

  stage.onAct(acceptTextUpdate, {
    check: () => stage.unlessAllowed('agreement-text-accepted'),
    perform: async (signed) => {
      const outcome = await acts.recordAcceptedText(place(), signed);
      if (outcome.refused) return outcome;
      acceptedBy = signed.ticket.subject;
      stage.move('agreement-text-accepted');
      return outcome;
    },
  });

  stage.onAct(signAgreementUpdate, {
    check: ({ ticket }) => {
      const agency = SIGNING_AGENCIES.find((party) => party === ticket.agency);
      if (agency === undefined) return unknownAgency(ticket.agency);
      const maker = agency === 'kemensos' ? draftedBy : acceptedBy;
      return stage.unlessAllowed(SIGNED_ACT[agency]) ?? fourEyes(maker, ticket.subject);
    },
    perform: async (signed) => {
      const outcome = await acts.recordSignature(place(), signed);
      if (outcome.refused) return outcome;
      stage.move(signed.ticket.agency === 'kemensos' ? SIGNED_ACT.kemensos : SIGNED_ACT['bpjs-tk']);
      return outcome;
    },
  });

  const drafted =
    'draft' in input
      ? await acts.recordDraft(place(), input.draft)
      : await acts.recordAddendumDraft(place(), terms, input.proposed.textSha256, draftedBy);
  if (drafted.refused) return stage.close({ outcome: 'refused', terms: null, closedOn: today() });
  stage.move('agreement-drafted');

  const signBy = addDays(today(), input.daysToSign);
  if ((await stage.reaches(['in-force'], signBy, 'Batas penandatanganan')) === 'overdue') {
    stage.move('agreement-lapsed');
    await acts.recordLapsedAgreement(place());
    return stage.close({ outcome: 'lapsed', terms: null, closedOn: today() });
  }
  return stage.close({ outcome: 'in-force', terms, closedOn: today() });
}
