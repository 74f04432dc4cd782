import { type ApproveClaim, type ClaimDecided, type DecideClaim } from '@kerjasama/claims/contract';
import { type ClaimReport } from '@kerjasama/claims/desk';
import { GROUND_CODES } from '@kerjasama/claims/rules/grounds';
import { CLAIM_KINDS, CLAIM_STATUSES } from '@kerjasama/claims/rules/lifecycle';
import { parseNik } from '@kerjasama/claims/rules/report';
import { type ClaimPage, type ClaimTotals, type ClaimView } from '@kerjasama/claims/views';
import { type ClaimId, parseClaimId } from '@kerjasama/kernel/ids';
import { type Nik } from '@kerjasama/kernel/nik';
import { parsePlainDate, type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';
import { toDecimal } from '@kerjasama/kernel/rupiah';
import { z } from 'zod';
import { decimalText, rupiahText } from '../http/rupiah-text';

const parsed = <T>(parse: (text: string) => Outcome<T>) =>
  z.string().transform((text, context): T => {
    const outcome = parse(text);
    if (!outcome.refused) return outcome.value;
    context.addIssue({ code: 'custom', message: outcome.code });
    return z.NEVER;
  });

const nik = parsed<Nik>(parseNik);
const date = parsed<PlainDate>(parsePlainDate);
const claimNumber = parsed<ClaimId>(parseClaimId);

export const reportClaim = z.strictObject({
  reference: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
  nik,
  kind: z.enum(CLAIM_KINDS),
  eventOn: date,
  unableToWork: z.strictObject({ months: z.int().min(0).max(1200), days: z.int().min(0).max(30) }).nullable(),
}) satisfies z.ZodType<ClaimReport>;

export const decideClaim = z.discriminatedUnion('decision', [
  // A grant has no ground: the OpenAPI of version 3.0 cannot say `null`, so the field is not asked for.
  z.strictObject({ decision: z.literal('grant') }).transform(({ decision }) => ({ decision, ground: null })),
  z.strictObject({ decision: z.literal('refuse'), ground: z.enum(GROUND_CODES) }),
]) satisfies z.ZodType<DecideClaim>;

export const approveClaim = z.strictObject({ amount: rupiahText }) satisfies z.ZodType<ApproveClaim>;

const LARGEST_PAGE = 1000;

const claimQuery = z.strictObject({
  status: z.enum(CLAIM_STATUSES).nullable().default(null),
  after: claimNumber.nullable().default(null),
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(200),
}) satisfies z.ZodType<ClaimPage>;

/** Which page of the claims a query asks for. */
export function parsePage(query: unknown): Outcome<ClaimPage> {
  const page = claimQuery.safeParse(query);
  if (page.success) return accept(page.data);
  const path = page.error.issues[0]?.path.join('.') ?? '';
  return refuse(
    'BAD_QUERY',
    { id: `Saringan ${path} tidak dapat dibaca.`, en: `The filter ${path} cannot be read.` },
    { id: 'Perbaiki saringan sesuai /docs.', en: 'Correct the filter as /docs describes.' },
    { path },
  );
}

export const claimReported = z.object({ claim: z.string(), status: z.string(), decideBy: z.string() });

export const claimDecided = z.object({
  claim: z.string(),
  status: z.string(),
  amount: decimalText,
  payBy: z.string().nullable(),
});

export const claim = z.object({
  claim: z.string(),
  member: z.string(),
  kind: z.string(),
  status: z.string(),
  eventOn: z.string(),
  unableToWork: z.object({ months: z.int(), days: z.int() }).nullable(),
  reportedOn: z.string(),
  decideBy: z.string(),
  decidedOn: z.string().nullable(),
  ground: z.string().nullable(),
  amount: decimalText.nullable(),
  payBy: z.string().nullable(),
  regulationVersion: z.string().nullable(),
  approvedOn: z.string().nullable(),
  reference: z.string().nullable(),
  paidOn: z.string().nullable(),
  overdue: z.object({ decision: z.string().nullable(), payment: z.string().nullable() }),
});

/** One claim with the trace of its sum: rows of the law, readings taken, steps. */
export const claimWithTrace = claim.extend({ trace: z.unknown() });

export const claimPage = z.object({
  claims: z.array(claim),
  /** Ask for the next page with `after`; null after the last. */
  next: z.string().nullable(),
  totals: z.object({
    reported: z.int(),
    paid: z.int(),
    refused: z.int(),
    lapsed: z.int(),
    open: z.int(),
    amount: decimalText,
  }),
});

export type ReportedJson = z.infer<typeof claimReported>;
export type DecidedJson = z.infer<typeof claimDecided>;
export type ClaimJson = z.infer<typeof claim>;
export type ClaimWithTraceJson = z.infer<typeof claimWithTrace>;
export type ClaimPageJson = z.infer<typeof claimPage>;

export function toDecidedJson({ amount, ...facts }: ClaimDecided): DecidedJson {
  return { ...facts, amount: toDecimal(amount) };
}

export function toClaimPageJson(claims: readonly ClaimView[], totals: ClaimTotals, limit: number): ClaimPageJson {
  const last = claims.length === limit ? claims.at(-1) : undefined;
  return {
    claims: claims.map(toClaimJson),
    next: last?.claim ?? null,
    totals: { ...totals, amount: toDecimal(totals.amount) },
  };
}

export function toClaimWithTraceJson(view: ClaimView): ClaimWithTraceJson {
  return { ...toClaimJson(view), trace: view.trace };
}

/** The sum as a decimal string, and no officer's subject. */
function toClaimJson(view: ClaimView): ClaimJson {
  const { claim: number, member, kind, status, eventOn, unableToWork, decideBy } = view;
  const { ground, amount, payBy, regulationVersion, overdue } = view;
  return {
    ...{ claim: number, member, kind, status, eventOn, unableToWork, decideBy },
    ...{ ground, payBy, regulationVersion, overdue },
    amount: amount === null ? null : toDecimal(amount),
    reportedOn: view.reported.on,
    decidedOn: view.decided?.on ?? null,
    approvedOn: view.approved?.on ?? null,
    reference: view.paid?.reference ?? null,
    paidOn: view.paid?.on ?? null,
  };
}
