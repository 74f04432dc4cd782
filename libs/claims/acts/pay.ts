import { reasonText, seen } from '@kerjasama/act/fields';
import { toDecimal } from '@kerjasama/kernel/rupiah';
import { officerAct, systemAct } from '../kind';
import { insertPayment, insertReceipt } from '../store';
import { type ClaimView, getClaim } from '../views';
import { grantOf } from './granted';

/* An approved claim's way through the bank: the order is written down, sent once, and answered; or nobody knows. */

/** Committed before the bank is asked. */
export const sendPayment = systemAct({
  step: 'send-payment',
  from: ['approved'],
  leads: { 'claim-payment-sent': 'paying' },
  dueOn: () => null,
  async take({ tx, id: claim, on }) {
    const view = await getClaim(tx, claim);
    const { amount, payBy } = grantOf(view);
    const attempt = (view.payment?.attempt ?? 0) + 1;
    const instruction = `${claim}/${attempt}`;
    await insertPayment(tx, claim, { attempt, instruction, amount, sentOn: on });
    const sum = toDecimal(amount);
    return {
      act: 'claim-payment-sent',
      payload: { claim, attempt, instruction, amount: sum },
      due: payBy,
    };
  },
});

/** The bank says that it has paid. */
export const confirmPayment = systemAct({
  step: 'confirm-payment',
  from: ['paying', 'payment-unknown'],
  leads: { 'claim-paid': 'paid' },
  dueOn: () => null,
  async take({ tx, id: claim, input: { reference }, on }: ConfirmTaking) {
    const view = await getClaim(tx, claim);
    await insertReceipt(tx, claim, { attempt: attemptOf(view), reference, on });
    const amount = toDecimal(grantOf(view).amount);
    return { act: 'claim-paid', payload: { claim, amount, reference }, due: null };
  },
});

type ConfirmTaking = Parameters<typeof sendPayment.take>[0] & { readonly input: { readonly reference: string } };

/** The bank was asked and did not say: the order may have been carried out. */
export const doubtPayment = systemAct({
  step: 'doubt-payment',
  from: ['paying'],
  leads: { 'claim-payment-unknown': 'payment-unknown' },
  dueOn: () => null,
  async take({ tx, id: claim }) {
    const view = await getClaim(tx, claim);
    return {
      act: 'claim-payment-unknown',
      payload: { claim, attempt: attemptOf(view) },
      due: grantOf(view).payBy,
    };
  },
});

/** A person has made sure that the bank did not pay: only then is there another order. */
export const renewPayment = officerAct({
  command: 'renew-payment',
  by: [{ agency: 'bpjs-tk', role: 'claims-approver' }],
  from: ['payment-unknown'],
  leads: { 'claim-payment-renewed': 'approved' },
  words: {
    title: { id: 'Perintahkan pembayaran ulang', en: 'Order the payment again' },
    description: {
      id: 'Hanya setelah dipastikan bahwa bank tidak membayar perintah sebelumnya; sebutkan buktinya.',
      en: 'Only after it is certain that the bank has not carried out the order before; name the proof.',
    },
  },
  body: seen({ reason: reasonText }),
  async take({ tx, id: claim }) {
    const view = await getClaim(tx, claim);
    return {
      act: 'claim-payment-renewed',
      payload: { claim, attempt: attemptOf(view) },
      due: grantOf(view).payBy,
    };
  },
});

function attemptOf({ claim, payment }: ClaimView): number {
  if (payment === null) throw new Error(`Nothing was sent to the bank for ${claim}`);
  return payment.attempt;
}
