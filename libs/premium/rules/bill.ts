import { firstDayOf, type Period } from '@kerjasama/kernel/period';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome } from '@kerjasama/kernel/refusal';
import { type Rupiah, times } from '@kerjasama/kernel/rupiah';
import { REGULATION_VERSION } from '@kerjasama/regulation/body';
import { contributionOf } from '@kerjasama/regulation/contribution';
import { deadlineOf } from '@kerjasama/regulation/deadline';

/** Poor informal workers are insured in band 1 (domain, section 1.2), and the state pays their whole contribution. */
const INSURED = { income: 1_000_000, payer: 'APBN', sector: 'OTHER' } as const;

/** What a month costs and until when the payment request is in time, with the version of the law that says so. */
export interface CountedBill {
  readonly tariff: Rupiah;
  readonly amount: Rupiah;
  readonly requestBy: PlainDate;
  readonly regulationVersion: string;
}

/**
 * Heads × the tariff of the month of cover, not of the day of the bill (readings, convention 1), and the five working
 * days of the SPP (PMK 62/2023 Pasal 218). Refuses what the law has no rule or no calendar for.
 */
export function countBill(period: Period, heads: number, issuedOn: PlainDate): Outcome<CountedBill> {
  const contribution = contributionOf({ ...INSURED, date: firstDayOf(period) });
  if (contribution.refused) return contribution;
  const clock = deadlineOf({ clock: 'SPP', startOn: issuedOn });
  if (clock.refused) return clock;
  const { deadline: requestBy } = clock.value;
  if (requestBy === undefined) throw new Error('The SPP clock counts days');
  const tariff = contribution.value.total;
  return accept({ tariff, amount: times(tariff, heads), requestBy, regulationVersion: REGULATION_VERSION });
}
