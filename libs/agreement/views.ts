import { type Reads } from '@kerjasama/database/pool';
import { agreementId, type CycleRef } from '@kerjasama/kernel/ids';
import { cycleYear, fiscalYear, periodOf } from '@kerjasama/kernel/period';
import { plainDate, type PlainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { parseRupiah } from '@kerjasama/kernel/rupiah';
import { type AgreementTerms } from './contract';
import { type AgreementStatus, type SigningAgency } from './rules/lifecycle';

/** One document as it stands. `draftedBy` and the signers are opaque subjects. */
export interface AgreementDocument {
  readonly document: number;
  readonly status: AgreementStatus;
  readonly terms: AgreementTerms;
  readonly textSha256: string;
  readonly draftedBy: string;
  readonly draftedOn: PlainDate;
  readonly textAcceptedBy: string | null;
  readonly signatures: readonly {
    readonly agency: SigningAgency;
    readonly signedBy: string;
    readonly number: string;
  }[];
  readonly inForceOn: PlainDate | null;
}

interface DocumentRow {
  document: number;
  status: AgreementStatus;
  workers: number;
  first_month: string;
  months: number;
  fiscal_year: number;
  ceiling: string;
  text_sha256: string;
  drafted_by: string;
  drafted_on: string;
  text_accepted_by: string | null;
  signed_by_kemensos: string | null;
  number_kemensos: string | null;
  signed_by_bpjs_tk: string | null;
  number_bpjs_tk: string | null;
  in_force_on: string | null;
}

/** The PKS first, then its addenda in order. */
export async function listDocuments(reads: Reads, cycle: CycleRef): Promise<AgreementDocument[]> {
  const { rows } = await reads.query<DocumentRow>(
    `select document, status, workers, first_month, months, fiscal_year, ceiling, text_sha256, drafted_by, drafted_on,
            text_accepted_by, signed_by_kemensos, number_kemensos, signed_by_bpjs_tk, number_bpjs_tk, in_force_on
       from agreement.document
      where agreement = $1::text and year = $2::smallint
      order by document`,
    [cycle.agreement, cycle.year],
  );
  return rows.map(toDocument);
}

/** The cycles that were ever drafted, newest first; `after` is the last one of the page before. */
export async function listCycles(reads: Reads, limit: number): Promise<CycleRef[]> {
  const { rows } = await reads.query<{ agreement: string; year: number }>(
    `select agreement, year from agreement.document where document = 0
      order by drafted_on desc, agreement limit $1::integer`,
    [limit],
  );
  return rows.map((row) => ({ agreement: agreementId(row.agreement), year: cycleYear(row.year) }));
}

function toDocument(row: DocumentRow): AgreementDocument {
  return {
    document: row.document,
    status: row.status,
    terms: {
      workers: row.workers,
      coverage: { firstMonth: periodOf(plainDate(row.first_month)), months: row.months },
      fiscalYear: fiscalYear(row.fiscal_year),
      ceiling: expectAccepted(parseRupiah(row.ceiling)),
    },
    textSha256: row.text_sha256,
    draftedBy: row.drafted_by,
    draftedOn: plainDate(row.drafted_on),
    textAcceptedBy: row.text_accepted_by,
    signatures: [
      ...toSignature('kemensos', row.signed_by_kemensos, row.number_kemensos),
      ...toSignature('bpjs-tk', row.signed_by_bpjs_tk, row.number_bpjs_tk),
    ],
    inForceOn: row.in_force_on === null ? null : plainDate(row.in_force_on),
  };
}

function toSignature(agency: SigningAgency, signedBy: string | null, number: string | null) {
  return signedBy === null || number === null ? [] : [{ agency, signedBy, number }];
}
