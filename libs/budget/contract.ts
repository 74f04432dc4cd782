import { type AgreementTerms } from '@kerjasama/agreement/contract';
import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type FiscalYear } from '@kerjasama/kernel/period';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Outcome } from '@kerjasama/kernel/refusal';
import { type Rupiah } from '@kerjasama/kernel/rupiah';
import { defineUpdate } from '@temporalio/workflow';
import { type Dipa, type LowerTerms } from './rules/fit';

/** The budget of one fiscal year: does the pagu carry heads × tariff × months, and if not, what exactly would fit. */
export const ALLOCATE_BUDGET = 'allocateBudget';
export type AllocateBudget = (input: AllocateBudgetInput) => Promise<BudgetClosed>;

export function budgetWorkflowId(cycle: CycleRef): string {
  return `budget/${cycle.agreement}/${cycle.year}`;
}

export interface AllocateBudgetInput {
  readonly cycle: CycleRef;
  readonly terms: AgreementTerms;
  /** The last day on which the budget can be allocated: the day before cover starts. */
  readonly allocateBy: PlainDate;
}

/** The DIPA that pays, as of one revision. */
export interface ProposeAllocation extends Dipa {
  readonly dipaNumber: string;
  readonly revision: number;
}

/** One of the two exact remedies, or any lower terms that fit. */
export interface ProposeAddendum extends LowerTerms {
  readonly textSha256: string;
}

export interface ApproveAllocation {
  /** What is approved, so that nobody approves another sum than he saw. */
  readonly needed: Rupiah;
}

export type Allocation = {
  readonly status: string;
  readonly pagu: Rupiah;
  readonly tariff: Rupiah;
  readonly needed: Rupiah;
  readonly unused: Rupiah;
  readonly regulationVersion: string;
};

/** The addendum's number, under which the agreement stage signs it, and its new terms. */
export type AddendumProposed = { readonly document: number; readonly terms: AgreementTerms };

export interface BudgetClosed {
  readonly outcome: 'allocated' | 'lapsed';
  readonly terms: AgreementTerms;
  readonly allocation: Allocation | null;
  readonly closedOn: PlainDate;
}

export const proposeAllocationUpdate = defineUpdate<
  Outcome<Allocation>,
  [SignedAct<ProposeAllocation>],
  'propose-allocation'
>('propose-allocation');
export const proposeAddendumUpdate = defineUpdate<
  Outcome<AddendumProposed>,
  [SignedAct<ProposeAddendum>],
  'propose-addendum'
>('propose-addendum');
export const approveAllocationUpdate = defineUpdate<
  Outcome<Allocation>,
  [SignedAct<ApproveAllocation>],
  'approve-allocation'
>('approve-allocation');

/** Where and when an act is recorded. */
export interface BudgetPlace {
  readonly cycle: CycleRef;
  readonly workflow: string;
  readonly on: PlainDate;
}

export interface BudgetActivities {
  /** Refuses BUDGET_SHORT with the shortfall and the remedies: a recorded act. */
  recordProposedAllocation(
    place: BudgetPlace,
    terms: AgreementTerms,
    act: SignedAct<ProposeAllocation>,
  ): Promise<Outcome<Allocation>>;
  recordProposedAddendum(
    place: BudgetPlace,
    terms: AgreementTerms,
    document: number,
    act: SignedAct<ProposeAddendum>,
  ): Promise<Outcome<AddendumProposed>>;
  /** Both signed, so that the budget counts with the new terms; or not in time, so that the old ones stay. */
  recordSettledAddendum(place: BudgetPlace, document: number, terms: AgreementTerms | null): Promise<void>;
  recordApprovedAllocation(place: BudgetPlace, act: SignedAct<ApproveAllocation>): Promise<Outcome<Allocation>>;
  recordLapsedBudget(place: BudgetPlace, fiscalYear: FiscalYear): Promise<void>;
}
