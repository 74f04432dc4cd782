import { CLAIM_OFFICER_ACTS } from '@kerjasama/claims/acts';
import { type reportClaim } from '@kerjasama/claims/acts/report-claim';
import { type ClaimId, parseAgreementId, parseClaimId, parseCycleYear } from '@kerjasama/kernel/ids';
import { type Outcome } from '@kerjasama/kernel/refusal';
import { type z } from 'zod';
import { actController, type ActRoute } from '../http/act-routes';

type Parameters = Readonly<Record<string, string>>;

/** A claim's number is its cycle's and the officer's own reference. */
function newClaim({ agreement = '', year = '' }: Parameters, body: unknown): Outcome<ClaimId> {
  const { reference } = body as z.output<typeof reportClaim.body>;
  const cycle = parseAgreementId(agreement);
  if (cycle.refused) return cycle;
  const ofYear = parseCycleYear(year);
  return ofYear.refused ? ofYear : parseClaimId(`${cycle.value}.${ofYear.value}.${reference}`, 'reference');
}

const ROUTES = CLAIM_OFFICER_ACTS.map((act): ActRoute => {
  if (act.from === 'new') return { path: 'cycles/:agreement/:year/claims', act, idOf: newClaim };
  return { path: 'claims/:claim', act, idOf: ({ claim = '' }) => parseClaimId(claim) };
});

/** What officers do with claims: one route for each act of libs/claims/acts. */
export const ClaimActController = actController('ClaimActController', 'claims', ROUTES);
