import { type CycleOverview } from '@kerjasama/cycle/overview';
import { toDecimal } from '@kerjasama/kernel/rupiah';
import { z } from 'zod';
import { decimalText } from '@kerjasama/act/fields';

const text = z.object({ id: z.string(), en: z.string() });

export const cycleList = z.object({ cycles: z.array(z.object({ agreement: z.string(), year: z.int() })) });

const waiting = z.object({
  workflow: z.string(),
  status: z.string(),
  what: text.nullable(),
  turnOf: z.array(z.object({ agency: z.string(), role: z.string() })),
  since: z.string(),
  due: z.string().nullable(),
});

const document = z.object({
  document: z.int(),
  status: z.string(),
  workers: z.int(),
  firstMonth: z.string(),
  months: z.int(),
  fiscalYear: z.int(),
  ceiling: decimalText,
  textSha256: z.string(),
  inForceOn: z.string().nullable(),
});

const allocation = z.object({
  attempt: z.int(),
  dipaNumber: z.string(),
  pagu: decimalText,
  usable: decimalText,
  needed: decimalText,
  fits: z.boolean(),
  workers: z.int(),
  months: z.int(),
  approvedOn: z.string().nullable(),
});

const submission = z.object({
  submission: z.int(),
  sha256: z.string(),
  judged: z.object({ rows: z.int(), accepted: z.int(), rejected: z.int(), unchanged: z.int() }).nullable(),
});

export const cycleOverview = z.object({
  agreement: z.string(),
  year: z.int(),
  asOf: z.string(),
  outcome: z.string(),
  stage: z.string().nullable(),
  waits: z.array(waiting),
  nextDue: z.string().nullable(),
  documents: z.array(document),
  allocations: z.array(allocation),
  enrolment: z.object({
    status: z.string(),
    enrolled: z.int(),
    rosterRoot: z.string().nullable(),
    submissions: z.array(submission),
  }),
  premium: z.object({
    billed: decimalText,
    paid: decimalText,
    received: decimalText,
    reconciled: decimalText,
    personMonths: z.int(),
  }),
  claims: z.object({ reported: z.int(), paid: z.int(), refused: z.int(), open: z.int(), amount: decimalText }),
  renewal: z
    .object({ workers: z.int(), firstMonth: z.string(), months: z.int(), needed: decimalText, gapDays: z.int() })
    .nullable(),
  closedOn: z.string().nullable(),
});

export type CycleOverviewJson = z.infer<typeof cycleOverview>;

/** The overview as it leaves the house: sums as decimal strings, no officer's subject. */
export function toOverviewJson(overview: CycleOverview): CycleOverviewJson {
  const { cycle, asOf, running, enrolment, premium, claims, renewal, closing } = overview;
  return {
    ...cycle,
    asOf,
    outcome: running.outcome,
    stage: running.stage,
    waits: running.waits.map((wait) => ({ ...wait, turnOf: [...wait.turnOf] })),
    nextDue: running.nextDue,
    documents: overview.documents.map(({ document: number, status, terms, textSha256, inForceOn }) => ({
      document: number,
      status,
      workers: terms.workers,
      ...terms.coverage,
      fiscalYear: terms.fiscalYear,
      ceiling: toDecimal(terms.ceiling),
      textSha256,
      inForceOn,
    })),
    allocations: overview.allocations.map((proposal) => ({
      attempt: proposal.attempt,
      dipaNumber: proposal.dipaNumber,
      pagu: toDecimal(proposal.pagu),
      usable: toDecimal(proposal.usable),
      needed: toDecimal(proposal.needed),
      fits: proposal.fits,
      workers: proposal.workers,
      months: proposal.coverage.months,
      approvedOn: proposal.approvedOn,
    })),
    enrolment: {
      status: enrolment.status,
      enrolled: enrolment.enrolled,
      rosterRoot: enrolment.rosterRoot,
      submissions: enrolment.submissions.map(({ submission: number, sha256, judged }) => ({
        submission: number,
        sha256,
        judged: judged && {
          rows: judged.rows,
          accepted: judged.accepted,
          rejected: judged.rejected,
          unchanged: judged.unchanged,
        },
      })),
    },
    premium: {
      billed: toDecimal(premium.billed),
      paid: toDecimal(premium.paid),
      received: toDecimal(premium.received),
      reconciled: toDecimal(premium.reconciled),
      personMonths: premium.personMonths,
    },
    claims: {
      reported: claims.reported,
      paid: claims.paid,
      refused: claims.refused,
      open: claims.open,
      amount: toDecimal(claims.amount),
    },
    renewal: renewal && {
      workers: renewal.workers,
      firstMonth: renewal.firstMonth,
      months: renewal.months,
      needed: toDecimal(renewal.needed),
      gapDays: renewal.gapDays,
    },
    closedOn: closing?.closedOn ?? null,
  };
}
