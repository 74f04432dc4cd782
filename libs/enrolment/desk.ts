import { type DeskDeps } from '@kerjasama/desk/deps';
import { performUpdate } from '@kerjasama/desk/perform';
import { notYourAct } from '@kerjasama/desk/refusals';
import { roleFor } from '@kerjasama/identity/authority';
import { type Who } from '@kerjasama/identity/who';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type Outcome, type Refusal } from '@kerjasama/kernel/refusal';
import {
  type Decree,
  type DecreeBeneficiaries,
  decreeBeneficiariesUpdate,
  enrolmentWorkflowId,
  type RosterSubmitted,
  type SubmitRoster,
  submitRosterUpdate,
} from './contract';

/** One act on the enrolment of a year. */
export interface EnrolmentAct<Input> {
  readonly cycle: CycleRef;
  readonly key: string;
  readonly input: Input;
}

/** Bytes are not facts: uploading is no act, but it is for who may hand them in. Null when he may. */
export function mayUpload(who: Who): Refusal | null {
  return roleFor(who, 'submit-roster') === null ? notYourAct('submit-roster') : null;
}

/** The ministry's maker hands in a roster that was uploaded before, by its hash. */
export function submitRoster(
  deps: DeskDeps,
  who: Who,
  act: EnrolmentAct<SubmitRoster>,
): Promise<Outcome<RosterSubmitted>> {
  return performUpdate(deps, who, submitRosterUpdate, { command: 'submit-roster', ...placed(act) });
}

/** The ministry's checker decrees exactly the accepted rows; nobody decrees a roster he handed in himself. */
export function decreeBeneficiaries(
  deps: DeskDeps,
  who: Who,
  act: EnrolmentAct<DecreeBeneficiaries>,
): Promise<Outcome<Decree>> {
  return performUpdate(deps, who, decreeBeneficiariesUpdate, { command: 'decree-beneficiaries', ...placed(act) });
}

function placed<Input>({ cycle, key, input }: EnrolmentAct<Input>) {
  return { agreement: cycle.agreement, workflow: enrolmentWorkflowId(cycle), key, input };
}
