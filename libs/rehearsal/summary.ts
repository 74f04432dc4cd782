import { createPool } from '@kerjasama/database/pool';
import { verifyJournal } from '@kerjasama/journal/verify';
import { type StackClient } from '@kerjasama/stack/client';
import { type StackUrls } from '@kerjasama/stack/stack-status';
import { type Client } from '@temporalio/client';
import { type HistoryCounts, measureHistories } from './measure-histories';
import { type RehearsedYear } from './rehearse-year';
import { expectAnswer, pathOf, type StageHand } from './stage-hand';

/** The closing table, as one JSON object: sums are decimal strings, times milliseconds of real time. */
export interface RehearsalSummary {
  readonly agreement: string;
  readonly cycle: string;
  readonly size: number;
  readonly status: string;
  readonly budget: RehearsedYear['budget'];
  readonly enrolment: RehearsedYear['enrolment'];
  readonly premium: {
    readonly billed: string;
    readonly paid: string;
    readonly reconciled: string;
    readonly personMonths: number;
  };
  readonly claims: {
    readonly reported: number;
    readonly paid: number;
    readonly refused: number;
    readonly carriedOver: number;
    readonly amount: string;
  };
  readonly journal: { readonly acts: number; readonly verified: boolean };
  readonly temporal: HistoryCounts;
  readonly timingsMs: Readonly<Record<string, number>>;
  readonly urls: StackUrls;
}

interface SummaryParts {
  readonly hand: StageHand;
  readonly year: RehearsedYear;
  readonly stack: StackClient;
  readonly temporal: Client;
  readonly urls: StackUrls;
  readonly totalMs: () => number;
}

/** Reads the year's result where its people would: the API; the journal as the auditor, the histories as the operator. */
export async function summarise({
  hand,
  year,
  stack,
  temporal,
  urls,
  totalMs,
}: SummaryParts): Promise<RehearsalSummary> {
  const { plan, as } = hand;
  const shown = await as('auditor').GET('/cycles/{agreement}/{year}', { params: { path: pathOf(plan) } });
  const overview = expectAnswer('cycle', shown);
  const begun = performance.now();
  const journal = await verifyAll(await stack.auditorUrl(), plan.cycle.agreement);
  const verifyMs = Math.round(performance.now() - begun);
  const { billed, paid, reconciled, personMonths } = overview.premium;
  const { claims } = overview;
  return {
    agreement: plan.cycle.agreement,
    cycle: `${plan.cycle.agreement}/${plan.cycle.year}`,
    size: plan.size,
    status: overview.outcome,
    budget: year.budget,
    enrolment: year.enrolment,
    premium: { billed, paid, reconciled, personMonths },
    claims: {
      reported: claims.reported,
      paid: claims.paid,
      refused: claims.refused,
      carriedOver: claims.open,
      amount: claims.amount,
    },
    journal,
    temporal: await measureHistories(temporal, plan.cycle),
    timingsMs: { ...year.timingsMs, verify: verifyMs, total: Math.round(totalMs()) },
    urls,
  };
}

/** The auditor's proof over the whole journal, and how many of its acts are this agreement's. */
async function verifyAll(auditorUrl: string, agreement: string): Promise<RehearsalSummary['journal']> {
  const pool = createPool(auditorUrl, { applicationName: 'kerjasama-rehearsal', size: 1 });
  try {
    const { proven } = await verifyJournal(pool);
    const { rows } = await pool.query<{ acts: number }>(
      `select count(*)::integer as acts from journal.acts where chain = $1::text`,
      [agreement],
    );
    return { acts: rows[0]?.acts ?? 0, verified: proven };
  } finally {
    await pool.end();
  }
}
