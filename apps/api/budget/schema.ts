import {
  type AddendumProposed,
  type Allocation,
  type ApproveAllocation,
  type ProposeAddendum,
  type ProposeAllocation,
} from '@kerjasama/budget/contract';
import { type AllocationProposal, type BudgetAddendum } from '@kerjasama/budget/views';
import { type Rupiah, toDecimal } from '@kerjasama/kernel/rupiah';
import { z } from 'zod';
import { decimalText, rupiahText } from '@kerjasama/act/fields';
import { plainText } from '../http/zod-body';

const kind = z.enum(['months', 'heads']);
const MOST_REVISIONS = 999;

export const proposeAllocation = z.strictObject({
  dipaNumber: plainText(80),
  revision: z.int().min(0).max(MOST_REVISIONS),
  pagu: rupiahText.refine((amount) => amount > 0),
  blocked: rupiahText,
}) satisfies z.ZodType<ProposeAllocation>;

export const proposeAddendum = z.strictObject({
  kind,
  months: z.int().min(1).max(12),
  heads: z.int().min(1).max(10_000_000),
  textSha256: z.string().regex(/^[0-9a-f]{64}$/),
}) satisfies z.ZodType<ProposeAddendum>;

export const approveAllocation = z.strictObject({ needed: rupiahText }) satisfies z.ZodType<ApproveAllocation>;

export const allocation = z.object({
  status: z.string(),
  pagu: decimalText,
  tariff: decimalText,
  needed: decimalText,
  unused: decimalText,
  regulationVersion: z.string(),
});

/** The document under which the addendum is accepted and signed, and the terms that it brings. */
export const addendumProposed = z.object({
  document: z.int(),
  terms: z.object({
    workers: z.int(),
    firstMonth: z.string(),
    months: z.int(),
    fiscalYear: z.int(),
    ceiling: decimalText,
  }),
});

export const budget = z.object({
  proposals: z.array(
    z.object({
      attempt: z.int(),
      dipaNumber: z.string(),
      revision: z.int(),
      pagu: decimalText,
      blocked: decimalText,
      usable: decimalText,
      workers: z.int(),
      firstMonth: z.string(),
      months: z.int(),
      tariff: decimalText,
      needed: decimalText,
      fits: z.boolean(),
      regulationVersion: z.string(),
      proposedOn: z.string(),
      approvedOn: z.string().nullable(),
    }),
  ),
  addenda: z.array(
    z.object({
      document: z.int(),
      kind,
      workers: z.int(),
      months: z.int(),
      needed: decimalText,
      proposedOn: z.string(),
      outcome: z.enum(['in-force', 'dropped']).nullable(),
      settledOn: z.string().nullable(),
    }),
  ),
});

export type AllocationJson = z.infer<typeof allocation>;
export type AddendumJson = z.infer<typeof addendumProposed>;
export type BudgetJson = z.infer<typeof budget>;

export function toAllocationJson(stands: Allocation): AllocationJson {
  const { status, regulationVersion, pagu, tariff, needed, unused } = stands;
  return { status, regulationVersion, ...decimals({ pagu, tariff, needed, unused }) };
}

export function toAddendumJson({ document, terms }: AddendumProposed): AddendumJson {
  const { workers, coverage, fiscalYear, ceiling } = terms;
  return { document, terms: { workers, ...coverage, fiscalYear, ...decimals({ ceiling }) } };
}

/** Sums as decimal strings, and no officer's subject. */
export function toBudgetJson(proposals: readonly AllocationProposal[], addenda: readonly BudgetAddendum[]): BudgetJson {
  return {
    proposals: proposals.map(toProposalJson),
    addenda: addenda.map(({ needed, ...facts }) => ({ ...facts, ...decimals({ needed }) })),
  };
}

function toProposalJson(proposal: AllocationProposal) {
  const { attempt, dipaNumber, revision, workers, coverage, fits, regulationVersion, proposedOn, approvedOn } =
    proposal;
  const { pagu, blocked, usable, tariff, needed } = proposal;
  return {
    ...{ attempt, dipaNumber, revision, workers, ...coverage, fits, regulationVersion, proposedOn, approvedOn },
    ...decimals({ pagu, blocked, usable, tariff, needed }),
  };
}

function decimals<Name extends string>(sums: Record<Name, Rupiah>): Record<Name, string> {
  const entries = Object.entries<Rupiah>(sums).map(([name, amount]) => [name, toDecimal(amount)]);
  return Object.fromEntries(entries) as Record<Name, string>;
}
