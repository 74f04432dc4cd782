import { decimalText, parsedText } from '@kerjasama/act/fields';
import { CLAIM_STATUSES } from '@kerjasama/claims/rules/lifecycle';
import { type ClaimPage, type ClaimTotals, type ClaimView } from '@kerjasama/claims/views';
import { parseClaimId } from '@kerjasama/kernel/ids';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';
import { toDecimal } from '@kerjasama/kernel/rupiah';
import { z } from 'zod';

const LARGEST_PAGE = 1000;

const claimQuery = z.strictObject({
  status: z.enum(CLAIM_STATUSES).nullable().default(null),
  after: parsedText(parseClaimId).nullable().default(null),
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

export const claim = z.object({
  claim: z.string(),
  member: z.string(),
  kind: z.string(),
  status: z.string(),
  /** What the next act on it names as seen. */
  version: z.int(),
  since: z.string(),
  due: z.string().nullable(),
  overdueOn: z.string().nullable(),
  eventOn: z.string(),
  unableToWork: z.object({ months: z.int(), days: z.int() }).nullable(),
  untilOn: z.string(),
  reportedOn: z.string(),
  decideBy: z.string(),
  decision: z.string().nullable(),
  decidedOn: z.string().nullable(),
  ground: z.string().nullable(),
  amount: decimalText.nullable(),
  payBy: z.string().nullable(),
  regulationVersion: z.string().nullable(),
  /** What another officer, or its maker, said of the newest decision. */
  verdict: z.object({ verdict: z.string(), on: z.string(), reason: z.string().nullable() }).nullable(),
  instruction: z.string().nullable(),
  reference: z.string().nullable(),
  paidOn: z.string().nullable(),
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
    withdrawn: z.int(),
    lapsed: z.int(),
    open: z.int(),
    amount: decimalText,
  }),
});

export type ClaimJson = z.infer<typeof claim>;
export type ClaimWithTraceJson = z.infer<typeof claimWithTrace>;
export type ClaimPageJson = z.infer<typeof claimPage>;

export function toClaimPageJson(claims: readonly ClaimView[], totals: ClaimTotals, limit: number): ClaimPageJson {
  const last = claims.length === limit ? claims.at(-1) : undefined;
  return {
    claims: claims.map(toClaimJson),
    next: last?.claim ?? null,
    totals: { ...totals, amount: toDecimal(totals.amount) },
  };
}

export function toClaimWithTraceJson(view: ClaimView): ClaimWithTraceJson {
  return { ...toClaimJson(view), trace: view.decision?.trace ?? null };
}

/** The sum as a decimal string, and no officer's subject. */
function toClaimJson(view: ClaimView): ClaimJson {
  const { claim: number, member, kind, status, version, since, due, overdueOn } = view;
  const { eventOn, unableToWork, untilOn, decideBy, ground, decision, payment, paid } = view;
  const granted = decision?.granted;
  return {
    ...{ claim: number, member, kind, status, version, since, due, overdueOn },
    ...{ eventOn, unableToWork, untilOn, decideBy, ground },
    reportedOn: view.reported.on,
    decision: decision?.decision ?? null,
    decidedOn: decision?.made.on ?? null,
    amount: granted ? toDecimal(granted.amount) : null,
    payBy: granted?.payBy ?? null,
    regulationVersion: granted?.regulationVersion ?? null,
    verdict: decision?.verdict
      ? { verdict: decision.verdict.verdict, on: decision.verdict.on, reason: decision.verdict.reason }
      : null,
    instruction: payment?.instruction ?? null,
    reference: paid?.reference ?? null,
    paidOn: paid?.on ?? null,
  };
}
