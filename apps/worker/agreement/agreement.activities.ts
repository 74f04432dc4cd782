import {
  type AcceptText,
  type ActPlace,
  type AgreementActivities,
  type AgreementStands,
  type AgreementTerms,
  type DraftAgreement,
  type SignAgreementAct,
} from '@kerjasama/agreement/contract';
import {
  type AgreementAct,
  type AgreementStatus,
  SIGNED_ACT,
  SIGNING_AGENCIES,
  TRANSITIONS,
} from '@kerjasama/agreement/rules/lifecycle';
import { judgeTerms, judgeText } from '@kerjasama/agreement/rules/terms';
import { acceptText, addSignature, insertDocument, lapseDocument } from '@kerjasama/agreement/store';
import { type AgreementDocument, listDocuments } from '@kerjasama/agreement/views';
import { type Reads } from '@kerjasama/database/pool';
import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { fourEyes } from '@kerjasama/identity/four-eyes';
import { type ActPayloads } from '@kerjasama/journal/acts';
import { alreadyExists } from '@kerjasama/journal/refusals';
import { type WriteTx } from '@kerjasama/journal/tx';
import { nextStatus } from '@kerjasama/kernel/lifecycle';
import { accept, type Outcome } from '@kerjasama/kernel/refusal';
import { toDecimal } from '@kerjasama/kernel/rupiah';
import { Activity } from '@kerjasama/temporal/activities';
import { Injectable } from '@nestjs/common';
import { ActRecorder, type Recording, recordedRefusal } from '../act-recorder';

/** What the agreement stage writes: one document at a time, each act once. */
@Injectable()
export class AgreementRecords implements AgreementActivities {
  constructor(private readonly recorder: ActRecorder) {}

  /** A start cannot be rejected like an update, so a refused draft is recorded, and its workflow ends. */
  @Activity('acts')
  recordDraft(place: ActPlace, draft: SignedAct<DraftAgreement>): Promise<Outcome<AgreementStands>> {
    const { terms, textSha256 } = draft.input;
    return this.recorder.officer(place, 'draft-agreement', draft, place.cycle.agreement, async (tx) => {
      const refusal = judgeTerms(place.cycle.year, terms, place.on);
      if (refusal) return recordedRefusal(place, 'draft-agreement', refusal);
      const written = { terms, textSha256, draftedBy: draft.ticket.subject, on: place.on };
      if (!(await insertDocument(tx, place, written)))
        return recordedRefusal(place, 'draft-agreement', alreadyExists());
      return {
        act: 'agreement-drafted',
        payload: draftPayload(place, terms, textSha256),
        result: stands(place, 'drafted', []),
      };
    });
  }

  @Activity('acts')
  recordAddendumDraft(
    place: ActPlace,
    terms: AgreementTerms,
    textSha256: string,
    draftedBy: string,
  ): Promise<Outcome<AgreementStands>> {
    return this.recorder.house(place, 'draft', place.cycle.agreement, async (tx): Recording<AgreementStands> => {
      await insertDocument(tx, place, { terms, textSha256, draftedBy, on: place.on });
      return {
        act: 'agreement-drafted',
        payload: draftPayload(place, terms, textSha256),
        result: stands(place, 'drafted', []),
      };
    });
  }

  @Activity('acts')
  recordAcceptedText(place: ActPlace, act: SignedAct<AcceptText>): Promise<Outcome<AgreementStands>> {
    return this.recorder.officer(place, 'accept-text', act, place.cycle.agreement, async (tx) => {
      const { document } = place;
      const { textSha256 } = await this.getDocument(tx, place);
      const refusal = judgeText(textSha256, act.input.textSha256);
      if (refusal) return refusal;
      await acceptText(tx, place, act.ticket.subject);
      return {
        act: 'agreement-text-accepted',
        payload: { document, textSha256 },
        result: stands(place, 'text-agreed', []),
      };
    });
  }

  @Activity('acts')
  recordSignature(place: ActPlace, act: SignedAct<SignAgreementAct>): Promise<Outcome<AgreementStands>> {
    return this.recorder.officer(place, 'sign-agreement', act, place.cycle.agreement, async (tx) => {
      const { document } = place;
      const drafted = await this.getDocument(tx, place);
      const agency = act.ticket.agency === 'kemensos' ? 'kemensos' : 'bpjs-tk';
      const maker = agency === 'kemensos' ? drafted.draftedBy : drafted.textAcceptedBy;
      const { textSha256, number } = act.input;
      const refusal = judgeText(drafted.textSha256, textSha256) ?? fourEyes(maker, act.ticket.subject);
      if (refusal) return refusal;
      const status = nextStatus<AgreementStatus, AgreementAct>(TRANSITIONS, drafted.status, SIGNED_ACT[agency]);
      if (status === undefined) throw new Error(`No signature of ${agency} from ${drafted.status}`);
      await addSignature(tx, place, { agency, signedBy: act.ticket.subject, number, status, on: place.on });
      const signed = SIGNING_AGENCIES.filter(
        (party) => party === agency || drafted.signatures.some((s) => s.agency === party),
      );
      return {
        act: SIGNED_ACT[agency],
        payload: { document, textSha256, number },
        result: stands(place, status, signed),
      };
    });
  }

  @Activity('acts')
  async recordLapsedAgreement(place: ActPlace): Promise<void> {
    await this.recorder.house(place, 'lapse', place.cycle.agreement, async (tx) => {
      await lapseDocument(tx, place);
      return { act: 'agreement-lapsed', payload: { document: place.document }, result: null };
    });
  }

  private async getDocument(tx: WriteTx & Reads, { cycle, document }: ActPlace): Promise<AgreementDocument> {
    const found = (await listDocuments(tx, cycle)).find((candidate) => candidate.document === document);
    if (!found) throw new Error(`Document ${document} of ${cycle.agreement} is not drafted`);
    return found;
  }
}

function draftPayload(place: ActPlace, terms: AgreementTerms, textSha256: string): ActPayloads['agreement-drafted'] {
  const { workers, coverage, fiscalYear, ceiling } = terms;
  return {
    document: place.document,
    workers,
    firstMonth: coverage.firstMonth,
    months: coverage.months,
    fiscalYear,
    ceiling: toDecimal(ceiling),
    textSha256,
  };
}

function stands(
  place: ActPlace,
  status: AgreementStatus,
  signedBy: AgreementStands['signedBy'],
): Outcome<AgreementStands> {
  return accept({ document: place.document, status, signedBy });
}
