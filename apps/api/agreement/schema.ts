import {
  type AcceptText,
  type AgreementTerms,
  type DraftAgreement,
  type SignAgreementAct,
} from '@kerjasama/agreement/contract';
import { agreementId } from '@kerjasama/kernel/ids';
import { fiscalYear, period } from '@kerjasama/kernel/period';
import { z } from 'zod';
import { rupiahText } from '@kerjasama/act/fields';
import { plainText } from '../http/zod-body';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const year = z.int().min(2000).max(2099);
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

const terms = z
  .strictObject({
    workers: z.int().min(1).max(10_000_000),
    firstMonth: month,
    months: z.int().min(1).max(12),
    fiscalYear: year,
    ceiling: rupiahText,
  })
  .transform(({ workers, firstMonth, months, fiscalYear: budgetYear, ceiling }) => ({
    workers,
    coverage: { firstMonth: period(firstMonth), months },
    fiscalYear: fiscalYear(budgetYear),
    ceiling,
  })) satisfies z.ZodType<AgreementTerms>;

export const draftAgreement = z.strictObject({
  agreement: z
    .string()
    .regex(/^[A-Z0-9][A-Z0-9-]{2,59}$/)
    .transform(agreementId),
  year,
  terms,
  textSha256: sha256,
}) satisfies z.ZodType<DraftAgreement>;

export const acceptText = z.strictObject({ textSha256: sha256 }) satisfies z.ZodType<AcceptText>;

export const signAgreement = z.strictObject({
  textSha256: sha256,
  number: plainText(80),
}) satisfies z.ZodType<SignAgreementAct>;

/** How a document of the agreement stands after an act. */
export const agreementStands = z.object({
  document: z.int(),
  status: z.string(),
  signedBy: z.array(z.enum(['kemensos', 'bpjs-tk'])),
});

export type AgreementStandsJson = z.infer<typeof agreementStands>;
