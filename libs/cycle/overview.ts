import { type AgreementDocument, listDocuments } from '@kerjasama/agreement/views';
import { type AllocationProposal, listProposals } from '@kerjasama/budget/views';
import { type ClaimTotals, getClaimTotals } from '@kerjasama/claims/views';
import { type DeskDeps } from '@kerjasama/desk/deps';
import { type EnrolmentStand, getEnrolment } from '@kerjasama/enrolment/views/standing';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { getPremiumTotals, type PremiumTotals } from '@kerjasama/premium/views';
import { type Closing, findClosing, findLatestRenewal, type RenewalProposal } from '@kerjasama/renewal/views';
import { type CycleRunning, readRunning } from './running';

/** Everything that a program manager asks of a year: where it stands, what it waits for, and the money so far. */
export interface CycleOverview {
  readonly cycle: CycleRef;
  /** The business date of the answer. */
  readonly asOf: PlainDate;
  readonly running: CycleRunning;
  readonly documents: readonly AgreementDocument[];
  readonly allocations: readonly AllocationProposal[];
  readonly enrolment: EnrolmentStand;
  readonly premium: PremiumTotals;
  readonly claims: ClaimTotals;
  readonly renewal: RenewalProposal | null;
  readonly closing: Closing | null;
}

/** @returns null when nobody ever drafted this year's agreement */
export async function readCycle(deps: DeskDeps, cycle: CycleRef): Promise<CycleOverview | null> {
  const { pool } = deps;
  const documents = await listDocuments(pool, cycle);
  if (documents.length === 0) return null;
  const [asOf, running, allocations, enrolment, premium, claims, renewal, closing] = await Promise.all([
    deps.clock.today(),
    readRunning(deps.temporal, cycle, documents.length - 1),
    listProposals(pool, cycle),
    getEnrolment(pool, cycle),
    getPremiumTotals(pool, cycle),
    getClaimTotals(pool, cycle),
    findLatestRenewal(pool, cycle),
    findClosing(pool, cycle),
  ]);
  return { cycle, asOf, running, documents, allocations, enrolment, premium, claims, renewal, closing };
}
