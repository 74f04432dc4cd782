import { type CycleYear, cycleYear } from './period';
import { accept, type Outcome, refuse } from './refusal';

declare const agreementIdBrand: unique symbol;
declare const claimIdBrand: unique symbol;
declare const memberIdBrand: unique symbol;

/** The number under which the yearly agreement (PKS) is known, e.g. `PKS-2027-102000-1`. Never personal data. */
export type AgreementId = string & { readonly [agreementIdBrand]: true };

/** e.g. `PKS-2027-102000-1.2028.000123`: agreement, cycle year and the claim's own reference. */
export type ClaimId = string & { readonly [claimIdBrand]: true };

/** A covered worker, known to the house by a random UUID; never a NIK. */
export type MemberId = string & { readonly [memberIdBrand]: true };

/** One year of one agreement. */
export interface CycleRef {
  readonly agreement: AgreementId;
  readonly year: CycleYear;
}

export function parseAgreementId(text: string, path = 'agreement'): Outcome<AgreementId> {
  if (/^[A-Z0-9][A-Z0-9-]{2,59}$/.test(text)) return accept(text as AgreementId);
  return refuse(
    'BAD_AGREEMENT_ID',
    { id: 'Nomor perjanjian tidak dapat dibaca.', en: 'The agreement number cannot be read.' },
    {
      id: 'Pakai huruf besar, angka dan tanda hubung, misalnya PKS-2027-001.',
      en: 'Use capitals, digits and hyphens, e.g. PKS-2027-001.',
    },
    { path },
  );
}

export function parseCycleYear(text: string, path = 'year'): Outcome<CycleYear> {
  if (/^20\d\d$/.test(text)) return accept(cycleYear(Number(text)));
  return refuse(
    'BAD_YEAR',
    { id: 'Tahun siklus tidak dapat dibaca.', en: 'The cycle year cannot be read.' },
    { id: 'Tulis empat angka, misalnya 2028.', en: 'Write four digits, e.g. 2028.' },
    { path },
  );
}

export function parseClaimId(text: string, path = 'claim'): Outcome<ClaimId> {
  if (/^[A-Z0-9][A-Z0-9-]{2,59}\.20\d\d\.[A-Za-z0-9-]{1,40}$/.test(text)) return accept(text as ClaimId);
  return refuse(
    'BAD_CLAIM_ID',
    { id: 'Nomor klaim tidak dapat dibaca.', en: 'The claim number cannot be read.' },
    { id: 'Salin nomor klaim dari daftar klaim.', en: 'Copy the claim number from the list of claims.' },
    { path },
  );
}

/** The id of text that the program itself holds (a database row, a workflow's input). */
export function memberId(text: string): MemberId {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw new RangeError('Not a member id');
  return text as MemberId;
}

export function agreementId(text: string): AgreementId {
  const parsed = parseAgreementId(text);
  if (parsed.refused) throw new RangeError(`Not an agreement id: ${text}`);
  return parsed.value;
}

export function claimId(text: string): ClaimId {
  const parsed = parseClaimId(text);
  if (parsed.refused) throw new RangeError(`Not a claim id: ${text}`);
  return parsed.value;
}
