import { type WriteTx } from '@kerjasama/journal/tx';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { firstDayOf } from '@kerjasama/kernel/period';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type AgreementTerms } from './contract';
import { type AgreementStatus, type SigningAgency } from './rules/lifecycle';

/** One document of an agreement's year: 0 is the PKS itself. */
export interface DocumentRef {
  readonly cycle: CycleRef;
  readonly document: number;
}

interface NewDocument {
  readonly terms: AgreementTerms;
  readonly textSha256: string;
  readonly draftedBy: string;
  readonly on: PlainDate;
}

/** @returns false when the document stands already */
export async function insertDocument(
  tx: WriteTx,
  { cycle, document }: DocumentRef,
  draft: NewDocument,
): Promise<boolean> {
  const { terms, textSha256, draftedBy, on } = draft;
  const { rowCount } = await tx.query(
    `insert into agreement.document
       (agreement, year, document, workers, first_month, months, fiscal_year, ceiling, text_sha256, status, drafted_by, drafted_on)
     values ($1::text, $2::smallint, $3::smallint, $4::integer, $5::date, $6::smallint, $7::smallint, $8::bigint, $9::text,
             'drafted', $10::text, $11::date)
     on conflict (agreement, year, document) do nothing`,
    [
      cycle.agreement,
      cycle.year,
      document,
      terms.workers,
      firstDayOf(terms.coverage.firstMonth),
      terms.coverage.months,
      terms.fiscalYear,
      terms.ceiling,
      textSha256,
      draftedBy,
      on,
    ],
  );
  return rowCount === 1;
}

export async function acceptText(tx: WriteTx, { cycle, document }: DocumentRef, acceptedBy: string): Promise<void> {
  await tx.query(
    `update agreement.document set status = 'text-agreed', text_accepted_by = $4::text
      where agreement = $1::text and year = $2::smallint and document = $3::smallint`,
    [cycle.agreement, cycle.year, document, acceptedBy],
  );
}

const SIGNATURE_COLUMNS = {
  kemensos: { signedBy: 'signed_by_kemensos', number: 'number_kemensos' },
  'bpjs-tk': { signedBy: 'signed_by_bpjs_tk', number: 'number_bpjs_tk' },
} as const satisfies Record<SigningAgency, unknown>;

/** One party's signature; `status` is what the transition table says it leads to. */
export async function addSignature(
  tx: WriteTx,
  { cycle, document }: DocumentRef,
  signature: { agency: SigningAgency; signedBy: string; number: string; status: AgreementStatus; on: PlainDate },
): Promise<void> {
  const column = SIGNATURE_COLUMNS[signature.agency];
  await tx.query(
    `update agreement.document
        set status = $4::text, ${column.signedBy} = $5::text, ${column.number} = $6::text,
            in_force_on = case when $4::text = 'in-force' then $7::date end
      where agreement = $1::text and year = $2::smallint and document = $3::smallint`,
    [cycle.agreement, cycle.year, document, signature.status, signature.signedBy, signature.number, signature.on],
  );
}

export async function lapseDocument(tx: WriteTx, { cycle, document }: DocumentRef): Promise<void> {
  await tx.query(
    `update agreement.document set status = 'lapsed'
      where agreement = $1::text and year = $2::smallint and document = $3::smallint`,
    [cycle.agreement, cycle.year, document],
  );
}
