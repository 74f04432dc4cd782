import { firstDayOf, type Period } from '@kerjasama/kernel/period';
import { actAt, expectAnswer, moneyText, type StageHand } from '../stage-hand';

/** One month's contribution: the bill came with the month's first day; two officers request and order its payment. */
export async function rehearsePayment({ plan, as, tell }: StageHand, month: Period): Promise<void> {
  const requested = await as('kemensos-maker').POST('/cycles/{agreement}/{year}/premium/request-payment', {
    params: actAt(plan, `request-${month}`),
    body: { period: month, sppNumber: `SPP-${plan.cycle.agreement}-${month}` },
  });
  expectAnswer('request-payment', requested);
  const ordered = await as('kemensos-checker').POST('/cycles/{agreement}/{year}/premium/order-payment', {
    params: actAt(plan, `order-${month}`),
    body: { period: month, spmNumber: `SPM-${plan.cycle.agreement}-${month}` },
  });
  const amount = moneyText(expectAnswer('order-payment', ordered).amount);
  tell({
    kind: 'step',
    stage: 'premium',
    on: firstDayOf(month),
    text: { id: `${month}: ${amount.id} dibayar`, en: `${month}: ${amount.en} paid` },
  });
}
