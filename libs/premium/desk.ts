import { type DeskDeps } from '@kerjasama/desk/deps';
import { performUpdate } from '@kerjasama/desk/perform';
import { type Who } from '@kerjasama/identity/who';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type Outcome } from '@kerjasama/kernel/refusal';
import {
  type OrderPayment,
  orderPaymentUpdate,
  type PaymentStands,
  premiumWorkflowId,
  type RequestPayment,
  requestPaymentUpdate,
} from './contract';

/** One act on the month in hand. */
export interface PremiumRequest<Input> {
  readonly cycle: CycleRef;
  readonly key: string;
  readonly input: Input;
}

/** The ministry's commitment officer (PPK, maker) tests the bill and asks for its payment (SPP). */
export function requestPayment(
  deps: DeskDeps,
  who: Who,
  request: PremiumRequest<RequestPayment>,
): Promise<Outcome<PaymentStands>> {
  return performUpdate(deps, who, requestPaymentUpdate, { command: 'request-payment', ...placed(request) });
}

/** The ministry's signing officer (PPSPM, checker), never the one who asked, orders the treasury to pay (SPM). */
export function orderPayment(
  deps: DeskDeps,
  who: Who,
  request: PremiumRequest<OrderPayment>,
): Promise<Outcome<PaymentStands>> {
  return performUpdate(deps, who, orderPaymentUpdate, { command: 'order-payment', ...placed(request) });
}

function placed<Input>({ cycle, key, input }: PremiumRequest<Input>) {
  return { agreement: cycle.agreement, workflow: premiumWorkflowId(cycle), key, input };
}
