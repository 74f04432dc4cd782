import { type DeskDeps } from '@kerjasama/desk/deps';
import { performUpdate } from '@kerjasama/desk/perform';
import { type Who } from '@kerjasama/identity/who';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type Outcome } from '@kerjasama/kernel/refusal';
import {
  type CloseBooks,
  closeBooksUpdate,
  type ClosedBooks,
  type EndorseRenewal,
  endorseRenewalUpdate,
  type ProposeRenewal,
  proposeRenewalUpdate,
  type RenewalStands,
  renewalWorkflowId,
} from './contract';

/** One act at the end of a year. */
export interface RenewalRequest<Input> {
  readonly cycle: CycleRef;
  readonly key: string;
  readonly input: Input;
}

/** The ministry's maker says what it would cover next; the answer names the need and any gap between the two covers. */
export function proposeRenewal(
  deps: DeskDeps,
  who: Who,
  request: RenewalRequest<ProposeRenewal>,
): Promise<Outcome<RenewalStands>> {
  return performUpdate(deps, who, proposeRenewalUpdate, { command: 'propose-renewal', ...placed(request) });
}

/** The insurer's maker endorses the number of workers that was proposed. */
export function endorseRenewal(
  deps: DeskDeps,
  who: Who,
  request: RenewalRequest<EndorseRenewal>,
): Promise<Outcome<RenewalStands>> {
  return performUpdate(deps, who, endorseRenewalUpdate, { command: 'endorse-renewal', ...placed(request) });
}

/** The ministry's checker closes the books: on the year's last day or after, and only when every rupiah ties. */
export function closeBooks(
  deps: DeskDeps,
  who: Who,
  request: RenewalRequest<CloseBooks>,
): Promise<Outcome<ClosedBooks>> {
  return performUpdate(deps, who, closeBooksUpdate, { command: 'close-books', ...placed(request) });
}

function placed<Input>({ cycle, key, input }: RenewalRequest<Input>) {
  return { agreement: cycle.agreement, workflow: renewalWorkflowId(cycle), key, input };
}
