import { period } from '@kerjasama/kernel/period';
import { toDecimal } from '@kerjasama/kernel/rupiah';
import { type OrderPayment, type PaymentStands, type RequestPayment } from '@kerjasama/premium/contract';
import { type BillView, type LetterView, type PremiumTotals } from '@kerjasama/premium/views';
import { z } from 'zod';
import { decimalText } from '@kerjasama/act/fields';
import { plainText } from '../http/zod-body';

const month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
  .transform(period);

export const requestPayment = z.strictObject({
  period: month,
  sppNumber: plainText(80),
}) satisfies z.ZodType<RequestPayment>;

export const orderPayment = z.strictObject({
  period: month,
  spmNumber: plainText(80),
}) satisfies z.ZodType<OrderPayment>;

export const paymentStands = z.object({ period: z.string(), status: z.string(), amount: decimalText });

const letter = z.object({ number: z.string(), on: z.string() }).nullable();

const bill = z.object({
  period: z.string(),
  status: z.string(),
  heads: z.int(),
  tariff: decimalText,
  amount: decimalText,
  regulationVersion: z.string(),
  issuedOn: z.string(),
  requestBy: z.string(),
  overdueOn: z.string().nullable(),
  request: letter,
  order: letter,
  remitted: z
    .object({ sp2dNumber: z.string(), paid: decimalText, receipt: z.string(), received: decimalText, on: z.string() })
    .nullable(),
  reconciledOn: z.string().nullable(),
});

/** The months of a year and their sums. `personMonths`: heads × months that are reconciled. */
export const premium = z.object({
  billed: decimalText,
  paid: decimalText,
  received: decimalText,
  reconciled: decimalText,
  personMonths: z.int(),
  months: z.array(bill),
});

export type PaymentJson = z.infer<typeof paymentStands>;
export type PremiumJson = z.infer<typeof premium>;

export function toPaymentJson({ period: of, status, amount }: PaymentStands): PaymentJson {
  return { period: of, status, amount: toDecimal(amount) };
}

/** Sums as decimal strings, and no officer's subject. */
export function toPremiumJson(totals: PremiumTotals, bills: readonly BillView[]): PremiumJson {
  const { billed, paid, received, reconciled, personMonths } = totals;
  return {
    ...{ billed: toDecimal(billed), paid: toDecimal(paid), received: toDecimal(received) },
    ...{ reconciled: toDecimal(reconciled), personMonths, months: bills.map(toBillJson) },
  };
}

function toBillJson({ tariff, amount, request, order, remitted, ...facts }: BillView): z.infer<typeof bill> {
  return {
    ...facts,
    tariff: toDecimal(tariff),
    amount: toDecimal(amount),
    request: toLetterJson(request),
    order: toLetterJson(order),
    remitted: remitted && { ...remitted, paid: toDecimal(remitted.paid), received: toDecimal(remitted.received) },
  };
}

function toLetterJson(signed: LetterView | null): z.infer<typeof letter> {
  return signed && { number: signed.number, on: signed.on };
}
