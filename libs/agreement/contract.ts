import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { type AgreementId, type CycleRef } from '@kerjasama/kernel/ids';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Outcome } from '@kerjasama/kernel/refusal';
import { defineUpdate } from '@temporalio/workflow';
import { type SigningAgency } from './rules/lifecycle';
import { type AgreementTerms } from './rules/terms';

export { type AgreementTerms } from './rules/terms';

/** The yearly agreement (PKS) and its addenda: drafted, agreed, signed by both agencies. */
export const SIGN_AGREEMENT = 'signAgreement';
export type SignAgreement = (input: SignAgreementInput) => Promise<AgreementClosed>;

/** `document` 0 is the yearly agreement itself, 1… its addenda. */
export function agreementWorkflowId(cycle: CycleRef, document = 0): string {
  const pks = `pks/${cycle.agreement}/${cycle.year}`;
  return document === 0 ? pks : `${pks}/addendum-${document}`;
}

/** The ministry's draft: the terms, and the hash of the text that carries them. */
export interface DraftAgreement {
  readonly agreement: AgreementId;
  readonly year: number;
  readonly terms: AgreementTerms;
  /** Hex SHA-256 of the text that is to be agreed and signed. */
  readonly textSha256: string;
}

export interface AcceptText {
  readonly textSha256: string;
}

export interface SignAgreementAct {
  readonly textSha256: string;
  /** The signing party's own number: a PKS carries two, one per party (domain, section 6). */
  readonly number: string;
}

/** An addendum arrives already proposed: its draft is the act `addendum-proposed` of the budget. */
export type SignAgreementInput = {
  readonly cycle: CycleRef;
  readonly document: number;
  /** Days both agencies have to agree and sign. */
  readonly daysToSign: number;
} & (
  | { readonly draft: SignedAct<DraftAgreement> }
  | { readonly proposed: { readonly terms: AgreementTerms; readonly textSha256: string; readonly draftedBy: string } }
);

export interface AgreementClosed {
  readonly outcome: 'in-force' | 'refused' | 'lapsed';
  readonly terms: AgreementTerms | null;
  readonly closedOn: PlainDate;
}

export const acceptTextUpdate = defineUpdate<Outcome<AgreementStands>, [SignedAct<AcceptText>], 'accept-text'>(
  'accept-text',
);
export const signAgreementUpdate = defineUpdate<
  Outcome<AgreementStands>,
  [SignedAct<SignAgreementAct>],
  'sign-agreement'
>('sign-agreement');

/** What every act of this stage answers. */
export type AgreementStands = {
  readonly document: number;
  readonly status: string;
  readonly signedBy: readonly SigningAgency[];
};

/** Where and when an act is recorded. */
export interface ActPlace {
  readonly cycle: CycleRef;
  readonly document: number;
  readonly workflow: string;
  readonly on: PlainDate;
}

export interface AgreementActivities {
  recordDraft(place: ActPlace, draft: SignedAct<DraftAgreement>): Promise<Outcome<AgreementStands>>;
  recordAddendumDraft(
    place: ActPlace,
    terms: AgreementTerms,
    textSha256: string,
    draftedBy: string,
  ): Promise<Outcome<AgreementStands>>;
  recordAcceptedText(place: ActPlace, act: SignedAct<AcceptText>): Promise<Outcome<AgreementStands>>;
  recordSignature(place: ActPlace, act: SignedAct<SignAgreementAct>): Promise<Outcome<AgreementStands>>;
  recordLapsedAgreement(place: ActPlace): Promise<void>;
}
