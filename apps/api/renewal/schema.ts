import { period } from '@kerjasama/kernel/period';
import { toDecimal } from '@kerjasama/kernel/rupiah';
import {
  type CloseBooks,
  type ClosedBooks,
  type EndorseRenewal,
  type ProposeRenewal,
  type RenewalStands,
} from '@kerjasama/renewal/contract';
import { type Closing, type RenewalProposal } from '@kerjasama/renewal/views';
import { z } from 'zod';
import { decimalText } from '@kerjasama/act/fields';
import { plainText } from '../http/zod-body';

const workers = z.int().min(1).max(10_000_000);

export const proposeRenewal = z.strictObject({
  workers,
  firstMonth: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .transform(period),
  months: z.int().min(1).max(12),
}) satisfies z.ZodType<ProposeRenewal>;

export const endorseRenewal = z.strictObject({ workers }) satisfies z.ZodType<EndorseRenewal>;

export const closeBooks = z.strictObject({ minutesNumber: plainText(80) }) satisfies z.ZodType<CloseBooks>;

/** `gapDays` without cover between the two years hit `gapWorkers`: each day restarts their clocks of tenure. */
export const renewalStands = z.object({
  status: z.string(),
  workers: z.int(),
  firstMonth: z.string(),
  months: z.int(),
  needed: decimalText,
  gapDays: z.int(),
  gapWorkers: z.int(),
});

export const closedBooks = z.object({
  billed: decimalText,
  paid: decimalText,
  reconciled: decimalText,
  personMonths: z.int(),
  claimsReported: z.int(),
  claimsPaid: z.int(),
  claimsRefused: z.int(),
  claimsLapsed: z.int(),
  claimsCarriedOver: z.int(),
  claimsAmount: decimalText,
});

export const renewal = z.object({
  renewal: renewalStands
    .extend({ regulationVersion: z.string(), proposedOn: z.string(), endorsedOn: z.string().nullable() })
    .nullable(),
  closing: closedBooks.extend({ minutesNumber: z.string(), closedOn: z.string() }).nullable(),
});

export type RenewalJson = z.infer<typeof renewalStands>;
export type BooksJson = z.infer<typeof closedBooks>;
export type EndOfYearJson = z.infer<typeof renewal>;

export function toRenewalJson({ needed, ...facts }: RenewalStands): RenewalJson {
  return { ...facts, needed: toDecimal(needed) };
}

export function toBooksJson({ billed, paid, reconciled, claimsAmount, ...counts }: ClosedBooks): BooksJson {
  return {
    ...counts,
    billed: toDecimal(billed),
    paid: toDecimal(paid),
    reconciled: toDecimal(reconciled),
    claimsAmount: toDecimal(claimsAmount),
  };
}

/** Sums as decimal strings, and no officer's subject. */
export function toEndOfYearJson(proposal: RenewalProposal | null, closing: Closing | null): EndOfYearJson {
  return {
    renewal: proposal === null ? null : toProposalJson(proposal),
    closing: closing === null ? null : toClosingJson(closing),
  };
}

function toProposalJson(proposal: RenewalProposal) {
  const { workers: heads, firstMonth, months, needed, gapDays, gapWorkers, endorsedOn } = proposal;
  const status = endorsedOn === null ? 'proposed' : 'endorsed';
  const { regulationVersion, proposedOn } = proposal;
  return {
    ...toRenewalJson({ status, workers: heads, firstMonth, months, needed, gapDays, gapWorkers }),
    ...{ regulationVersion, proposedOn, endorsedOn },
  };
}

function toClosingJson({ minutesNumber, closedOn, books }: Closing) {
  return { ...toBooksJson(books), minutesNumber, closedOn };
}
