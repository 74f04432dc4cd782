import { type DeskDeps } from '@kerjasama/desk/deps';
import { performUpdate } from '@kerjasama/desk/perform';
import { type Who } from '@kerjasama/identity/who';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type Outcome } from '@kerjasama/kernel/refusal';
import {
  type AcceptText,
  acceptTextUpdate,
  agreementWorkflowId,
  type AgreementStands,
  type SignAgreementAct,
  signAgreementUpdate,
} from './contract';

/** One act on one document of a year: 0 is the agreement itself, 1… its addenda. */
export interface DocumentAct<Input> {
  readonly cycle: CycleRef;
  readonly document: number;
  readonly key: string;
  readonly input: Input;
}

/** The insurer's maker accepts the text that the ministry's maker drafted. */
export function acceptText(deps: DeskDeps, who: Who, act: DocumentAct<AcceptText>): Promise<Outcome<AgreementStands>> {
  return performUpdate(deps, who, acceptTextUpdate, { command: 'accept-text', ...placed(act) });
}

/** A checker of either agency signs, under the agency's own number. */
export function signAgreement(
  deps: DeskDeps,
  who: Who,
  act: DocumentAct<SignAgreementAct>,
): Promise<Outcome<AgreementStands>> {
  return performUpdate(deps, who, signAgreementUpdate, { command: 'sign-agreement', ...placed(act) });
}

function placed<Input>({ cycle, document, key, input }: DocumentAct<Input>) {
  return { agreement: cycle.agreement, workflow: agreementWorkflowId(cycle, document), key, input };
}
