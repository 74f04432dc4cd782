import { type Outcome } from '@kerjasama/kernel/refusal';
import { formatRupiah, groupDigits } from '@kerjasama/kernel/rupiah';
import { type ClosedBooks, type RenewalStands } from '@kerjasama/renewal/contract';
import { EXCEPTION } from '@kerjasama/temporal/search-attributes';
import { upsertSearchAttributes } from '@temporalio/workflow';

interface Told {
  tell(facts: readonly string[]): void;
}

/** A gap between two covers restarts the families' clocks of tenure, so whoever looks is warned (domain, section 2.3). */
export function showRenewal(stage: Told, { workers, needed, gapDays, gapWorkers }: RenewalStands): void {
  const hit = groupDigits(gapWorkers);
  stage.tell([
    `**Perpanjangan · renewal:** ${groupDigits(workers)} pekerja · workers, ${formatRupiah(needed)}`,
    ...(gapDays > 0
      ? [
          `⚠ ${gapDays} hari tanpa perlindungan bagi ${hit} pekerja.`,
          `⚠ ${gapDays} days without cover for ${hit} workers.`,
        ]
      : []),
  ]);
}

/** Books that do not tie stand out: in the details, and as an exception to search for. */
export function showClosing(stage: Told, outcome: Outcome<ClosedBooks>): void {
  upsertSearchAttributes([{ key: EXCEPTION, value: outcome.refused ? outcome.code : null }]);
  if (outcome.refused) stage.tell([`⚠ ${outcome.message.id}`, `⚠ ${outcome.message.en}`]);
  else stage.tell([`**Buku ditutup · books closed:** ${formatRupiah(outcome.value.reconciled)}`]);
}
