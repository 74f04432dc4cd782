import { type Allocation } from '@kerjasama/budget/contract';
import { type Outcome } from '@kerjasama/kernel/refusal';
import { formatRupiah } from '@kerjasama/kernel/rupiah';
import { EXCEPTION } from '@kerjasama/temporal/search-attributes';
import { upsertSearchAttributes } from '@temporalio/workflow';

/** Tells the last proposal where an operator looks: in the details, and, when it does not fit, as an exception to search for. */
export function show(stage: { tell(facts: readonly string[]): void }, outcome: Outcome<Allocation>): void {
  upsertSearchAttributes([{ key: EXCEPTION, value: outcome.refused ? outcome.code : null }]);
  if (outcome.refused) {
    stage.tell([`⚠ ${outcome.message.id}`, `⚠ ${outcome.message.en}`]);
    return;
  }
  const { needed, unused } = outcome.value;
  stage.tell([`**Kebutuhan · need:** ${formatRupiah(needed)}`, `**Sisa · unused:** ${formatRupiah(unused)}`]);
}
