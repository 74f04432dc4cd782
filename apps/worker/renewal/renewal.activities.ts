import { getClaimTotals } from '@kerjasama/claims/views';
import { type Reads } from '@kerjasama/database/pool';
import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { fourEyes } from '@kerjasama/identity/four-eyes';
import { type ActPayloads } from '@kerjasama/journal/acts';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome } from '@kerjasama/kernel/refusal';
import { toDecimal } from '@kerjasama/kernel/rupiah';
import { getPremiumTotals } from '@kerjasama/premium/views';
import {
  type CloseBooks,
  type ClosedBooks,
  type EndorseRenewal,
  type ProposeRenewal,
  type RenewAgreementInput,
  type RenewalActivities,
  type RenewalPlace,
  type RenewalStands,
} from '@kerjasama/renewal/contract';
import { judgeBooks, judgeClosingDay } from '@kerjasama/renewal/rules/books';
import { judgeRenewal, judgeWorkers } from '@kerjasama/renewal/rules/need';
import { endorseRenewal, insertClosing, insertRenewal } from '@kerjasama/renewal/store';
import { findLatestRenewal } from '@kerjasama/renewal/views';
import { Activity } from '@kerjasama/temporal/activities';
import { Injectable } from '@nestjs/common';
import { ActRecorder } from '../act-recorder';

/** What the end of a year writes: the renewal, the insurer's word, and the closed books. */
@Injectable()
export class RenewalRecords implements RenewalActivities {
  constructor(private readonly recorder: ActRecorder) {}

  @Activity('acts')
  recordProposedRenewal(
    place: RenewalPlace,
    { terms }: RenewAgreementInput,
    act: SignedAct<ProposeRenewal>,
  ): Promise<Outcome<RenewalStands>> {
    const { input: proposed, ticket } = act;
    return this.recorder.officer(place, 'propose-renewal', act, place.cycle.agreement, async (tx) => {
      const judged = judgeRenewal(terms, proposed);
      if (judged.refused) return judged;
      const need = judged.value;
      await insertRenewal(tx, place.cycle, { proposed, need, proposedBy: ticket.subject, on: place.on });
      const { workers, firstMonth, months } = proposed;
      const { needed, gapDays, gapWorkers, regulationVersion } = need;
      return {
        act: 'renewal-proposed',
        payload: { workers, firstMonth, months, needed: toDecimal(needed), gapDays, gapWorkers, regulationVersion },
        result: accept({ status: 'proposed', workers, firstMonth, months, needed, gapDays, gapWorkers }),
      };
    });
  }

  @Activity('acts')
  recordEndorsedRenewal(place: RenewalPlace, act: SignedAct<EndorseRenewal>): Promise<Outcome<RenewalStands>> {
    return this.recorder.officer(place, 'endorse-renewal', act, place.cycle.agreement, async (tx) => {
      const renewal = await findLatestRenewal(tx, place.cycle);
      if (renewal === null) throw new Error(`No renewal was proposed for ${place.workflow}`);
      const { attempt, workers, firstMonth, months, needed, gapDays, gapWorkers, proposedBy } = renewal;
      const refusal = fourEyes(proposedBy, act.ticket.subject) ?? judgeWorkers(workers, act.input.workers);
      if (refusal) return refusal;
      await endorseRenewal(tx, place.cycle, { attempt, endorsedBy: act.ticket.subject, on: place.on });
      return {
        act: 'renewal-endorsed',
        payload: { workers },
        result: accept({ status: 'endorsed', workers, firstMonth, months, needed, gapDays, gapWorkers }),
      };
    });
  }

  /** A closing that the sums refuse is an act of its own: the journal keeps the sums of that day. */
  @Activity('acts')
  recordClosedBooks(
    place: RenewalPlace,
    { closeOn }: RenewAgreementInput,
    act: SignedAct<CloseBooks>,
  ): Promise<Outcome<ClosedBooks>> {
    const { minutesNumber } = act.input;
    const closedBy = act.ticket.subject;
    return this.recorder.officer<CloseBooks, ClosedBooks>(place, 'close-books', act, minutesNumber, async (tx) => {
      const proposedBy = (await findLatestRenewal(tx, place.cycle))?.proposedBy ?? null;
      const refusal = judgeClosingDay(place.on, closeOn) ?? fourEyes(proposedBy, closedBy);
      if (refusal) return refusal;
      const books = await readBooks(tx, place.cycle);
      const sums = toSums(books);
      const difference = judgeBooks(books);
      if (difference) return { act: 'closing-refused', payload: { minutesNumber, ...sums }, result: difference };
      await insertClosing(tx, place.cycle, { minutesNumber, books, closeOn, proposedBy, closedBy, on: place.on });
      return { act: 'books-closed', payload: toPayload(minutesNumber, books), result: accept(books) };
    });
  }

  @Activity('acts')
  async recordUnclosedBooks(place: RenewalPlace, closeOn: PlainDate): Promise<void> {
    await this.recorder.house(place, 'unclosed', place.cycle.agreement, () =>
      Promise.resolve({ act: 'books-unclosed', payload: { closeOn }, result: null }),
    );
  }
}

/** The sums of the year, read in the transaction that closes them. */
async function readBooks(reads: Reads, cycle: CycleRef): Promise<ClosedBooks> {
  const { billed, paid, reconciled, personMonths } = await getPremiumTotals(reads, cycle);
  const claims = await getClaimTotals(reads, cycle);
  return {
    ...{ billed, paid, reconciled, personMonths },
    claimsReported: claims.reported,
    claimsPaid: claims.paid,
    claimsRefused: claims.refused,
    claimsLapsed: claims.lapsed,
    claimsCarriedOver: claims.open,
    claimsAmount: claims.amount,
  };
}

function toSums({ billed, paid, reconciled }: ClosedBooks) {
  return { billed: toDecimal(billed), paid: toDecimal(paid), reconciled: toDecimal(reconciled) };
}

function toPayload(minutesNumber: string, books: ClosedBooks): ActPayloads['books-closed'] {
  const { personMonths, claimsReported, claimsPaid, claimsRefused, claimsLapsed, claimsCarriedOver, claimsAmount } =
    books;
  return {
    ...{ minutesNumber, ...toSums(books), personMonths },
    ...{ claimsReported, claimsPaid, claimsRefused, claimsLapsed, claimsCarriedOver },
    claimsAmount: toDecimal(claimsAmount),
  };
}
