import { fourEyes } from '@kerjasama/identity/four-eyes';
import { addDays } from '@kerjasama/kernel/plain-date';
import {
  closeBooksUpdate,
  type ClosedBooks,
  endorseRenewalUpdate,
  proposeRenewalUpdate,
  type RenewAgreementInput,
  type RenewalActivities,
  type RenewalClosed,
  type RenewalPlace,
  renewalWorkflowId,
} from '@kerjasama/renewal/contract';
import {
  DAYS_TO_CLOSE,
  type RenewalAct,
  type RenewalStatus,
  TRANSITIONS,
  WAITS,
} from '@kerjasama/renewal/rules/lifecycle';
import { today } from '@kerjasama/temporal/in-workflow/calendar';
import { Stage } from '@kerjasama/temporal/in-workflow/stage';
import { RECORD } from '@kerjasama/temporal/policies';
import { proxyLocalActivities } from '@temporalio/workflow';
import { showClosing, showRenewal } from './show';

const acts = proxyLocalActivities<RenewalActivities>(RECORD);

/** The end of a year: a renewal is proposed and endorsed, or not; the books are closed to the rupiah, or stay open. */
export async function renewAgreement(input: RenewAgreementInput): Promise<RenewalClosed> {
  const { cycle, closeOn } = input;
  let proposedBy: string | null = null;
  let books: ClosedBooks | null = null;

  const stage = new Stage<RenewalStatus, RenewalAct>({
    title: { id: `Perpanjangan dan tutup buku · ${cycle.agreement}`, en: 'Renewal and closing of the books' },
    transitions: TRANSITIONS,
    waits: WAITS,
    initial: 'open',
  });
  const place = (): RenewalPlace => ({ cycle, workflow: renewalWorkflowId(cycle), on: today() });

  stage.onAct(proposeRenewalUpdate, {
    check: () => stage.unlessAllowed('renewal-proposed'),
    perform: async (signed) => {
      const outcome = await acts.recordProposedRenewal(place(), input, signed);
      if (outcome.refused) return outcome;
      proposedBy = signed.ticket.subject;
      stage.move('renewal-proposed');
      showRenewal(stage, outcome.value);
      return outcome;
    },
  });

  stage.onAct(endorseRenewalUpdate, {
    check: ({ ticket }) => stage.unlessAllowed('renewal-endorsed') ?? fourEyes(proposedBy, ticket.subject),
    perform: async (signed) => {
      const outcome = await acts.recordEndorsedRenewal(place(), signed);
      if (!outcome.refused) stage.move('renewal-endorsed');
      return outcome;
    },
  });

  stage.onAct(closeBooksUpdate, {
    check: ({ ticket }) => stage.unlessAllowed('books-closed') ?? fourEyes(proposedBy, ticket.subject),
    perform: async (signed) => {
      const outcome = await acts.recordClosedBooks(place(), input, signed);
      stage.move(outcome.refused ? 'closing-refused' : 'books-closed');
      showClosing(stage, outcome);
      if (!outcome.refused) books = outcome.value;
      return outcome;
    },
  });

  await stage.until(closeOn, 'Hari terakhir tahun anggaran');
  const outcome = await stage.reaches(['closed'], addDays(closeOn, DAYS_TO_CLOSE), 'Batas tutup buku');
  if (outcome === 'met') return stage.close({ outcome: 'closed', books, closedOn: today() });
  stage.move('books-unclosed');
  await acts.recordUnclosedBooks(place(), closeOn);
  return stage.close({ outcome: 'unclosed', books: null, closedOn: today() });
}
