import { type AgreementTerms } from '@kerjasama/agreement/contract';
import {
  type AddendumProposed,
  type Allocation,
  type ApproveAllocation,
  type BudgetActivities,
  type BudgetPlace,
  type ProposeAddendum,
  type ProposeAllocation,
} from '@kerjasama/budget/contract';
import { type Fit, judgeAddendum, judgeFit, judgeSum, refuseShort, toDecimalRemedy } from '@kerjasama/budget/rules/fit';
import { insertAddendum, insertAllocation, insertProposal, settleAddendum } from '@kerjasama/budget/store';
import { getLatestProposal } from '@kerjasama/budget/views';
import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { fourEyes } from '@kerjasama/identity/four-eyes';
import { accept, type Outcome } from '@kerjasama/kernel/refusal';
import { type FiscalYear } from '@kerjasama/kernel/period';
import { subtract, toDecimal } from '@kerjasama/kernel/rupiah';
import { Activity } from '@kerjasama/temporal/activities';
import { Injectable } from '@nestjs/common';
import { ActRecorder } from '../act-recorder';

/** What the budget stage writes. The law is applied here, under the version that is recorded. */
@Injectable()
export class BudgetRecords implements BudgetActivities {
  constructor(private readonly recorder: ActRecorder) {}

  @Activity('acts')
  recordProposedAllocation(
    place: BudgetPlace,
    terms: AgreementTerms,
    act: SignedAct<ProposeAllocation>,
  ): Promise<Outcome<Allocation>> {
    const { input: dipa, ticket } = act;
    const basis = `DIPA ${dipa.dipaNumber}`;
    return this.recorder.officer<ProposeAllocation, Allocation>(place, 'propose-allocation', act, basis, async (tx) => {
      const judged = judgeFit(terms, dipa);
      if (judged.refused) return judged;
      const fit = judged.value;
      await insertProposal(tx, place.cycle, { dipa, terms, fit, proposedBy: ticket.subject, on: place.on });
      if (!fit.fits)
        return { act: 'allocation-refused', payload: refusedPayload(dipa, fit), result: refuseShort(dipa, fit) };
      return { act: 'allocation-proposed', payload: proposedPayload(dipa, fit), result: accept(proposed(dipa, fit)) };
    });
  }

  @Activity('acts')
  recordProposedAddendum(
    place: BudgetPlace,
    terms: AgreementTerms,
    document: number,
    act: SignedAct<ProposeAddendum>,
  ): Promise<Outcome<AddendumProposed>> {
    const { input: addendum, ticket } = act;
    return this.recorder.officer(place, 'propose-addendum', act, place.cycle.agreement, async (tx) => {
      const judged = judgeAddendum(terms, addendum, await getLatestProposal(tx, place.cycle));
      if (judged.refused) return judged;
      const { terms: amended, fit } = judged.value;
      const { needed } = fit;
      await insertAddendum(tx, place.cycle, {
        ...{ document, addendum, needed },
        ...{ proposedBy: ticket.subject, on: place.on },
      });
      const { kind, textSha256 } = addendum;
      const { workers, coverage } = amended;
      return {
        act: 'addendum-proposed',
        payload: { document, kind, workers, months: coverage.months, needed: toDecimal(needed), textSha256 },
        result: accept({ document, terms: amended }),
      };
    });
  }

  @Activity('acts')
  async recordSettledAddendum(place: BudgetPlace, document: number, terms: AgreementTerms | null): Promise<void> {
    const outcome = terms === null ? 'dropped' : 'in-force';
    await this.recorder.house(place, `addendum-${document}`, place.cycle.agreement, async (tx) => {
      await settleAddendum(tx, place.cycle, { document, outcome, on: place.on });
      if (terms === null) return { act: 'addendum-dropped', payload: { document }, result: null };
      const { workers, coverage } = terms;
      return { act: 'addendum-in-force', payload: { document, workers, months: coverage.months }, result: null };
    });
  }

  @Activity('acts')
  recordApprovedAllocation(place: BudgetPlace, act: SignedAct<ApproveAllocation>): Promise<Outcome<Allocation>> {
    const { input, ticket } = act;
    return this.recorder.officer(place, 'approve-allocation', act, place.cycle.agreement, async (tx) => {
      const { attempt, dipaNumber, revision, usable, needed, proposedBy, ...proposal } = await getLatestProposal(
        tx,
        place.cycle,
      );
      const refusal = fourEyes(proposedBy, ticket.subject) ?? judgeSum(needed, input.needed);
      if (refusal) return refusal;
      await insertAllocation(tx, place.cycle, {
        ...{ attempt, needed, proposedBy },
        ...{ approvedBy: ticket.subject, on: place.on },
      });
      const unused = subtract(usable, needed);
      const { pagu, tariff, regulationVersion } = proposal;
      return {
        act: 'budget-allocated',
        payload: { dipaNumber, revision, needed: toDecimal(needed), unused: toDecimal(unused) },
        result: accept({ status: 'allocated', pagu, tariff, needed, unused, regulationVersion }),
      };
    });
  }

  @Activity('acts')
  async recordLapsedBudget(place: BudgetPlace, fiscalYear: FiscalYear): Promise<void> {
    await this.recorder.house(place, 'lapse', place.cycle.agreement, () =>
      Promise.resolve({ act: 'budget-lapsed', payload: { fiscalYear }, result: null }),
    );
  }
}

function moneyOf({ dipaNumber, revision, pagu, blocked }: ProposeAllocation, fit: Fit) {
  return {
    ...{ dipaNumber, revision, pagu: toDecimal(pagu), blocked: toDecimal(blocked) },
    ...{ usable: toDecimal(fit.usable), needed: toDecimal(fit.needed), regulationVersion: fit.regulationVersion },
  };
}

function refusedPayload(dipa: ProposeAllocation, fit: Fit) {
  return {
    ...moneyOf(dipa, fit),
    shortfall: toDecimal(fit.shortfall),
    remedies: fit.remedies.map(toDecimalRemedy),
  };
}

function proposedPayload(dipa: ProposeAllocation, fit: Fit) {
  return { ...moneyOf(dipa, fit), tariff: toDecimal(fit.tariff), unused: toDecimal(fit.unused) };
}

function proposed({ pagu }: ProposeAllocation, { tariff, needed, unused, regulationVersion }: Fit): Allocation {
  return { status: 'proposed', pagu, tariff, needed, unused, regulationVersion };
}
