import { doubtPayment, sendPayment } from '@kerjasama/claims/acts/pay';
import { returnClaim } from '@kerjasama/claims/acts/check-claim';
import { type Nik } from '@kerjasama/kernel/nik';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { parseRupiah, rupiah } from '@kerjasama/kernel/rupiah';
import { APPROVER, type ClaimsYear } from '../support/claims-year';
import { MAKER, type OpenStatus, type SeenClaim } from './allowed-acts';

/** Brings a claim of a new member to a status, by acts alone. */
export async function reachStatus(year: ClaimsYear, status: OpenStatus, reference: string): Promise<SeenClaim> {
  const nik: Nik = await year.enrol();
  const claim = year.idOf(reference);
  const seen = { claim, nik, version: 0, amount: rupiah(0) };
  if (status === 'new') return seen;
  const reported = await year.report(reference, { nik }, MAKER);
  if (status === 'reported') return { ...seen, version: reported.version };
  const granted = await year.grant(claim, reported, MAKER);
  const { version, amount: sum } = granted;
  const amount = expectAccepted(parseRupiah(typeof sum === 'string' ? sum : ''));
  const at = async (): Promise<SeenClaim> => ({ ...seen, amount, version: (await year.view(claim)).version });
  switch (status) {
    case 'granted':
      return { ...seen, amount, version };
    case 'returned':
      expectAccepted(await year.act(returnClaim, APPROVER, claim, { version, reason: 'Dokumen belum lengkap.' }));
      return at();
    case 'approved':
    case 'paying':
    case 'payment-unknown': {
      const approved = await year.approve(claim, granted);
      if (status === 'approved') return { ...seen, amount, version: approved.version };
      await year.step(sendPayment, { id: claim, version: approved.version, input: null });
      if (status === 'payment-unknown')
        await year.step(doubtPayment, { id: claim, version: (await at()).version, input: null });
      return at();
    }
    case 'paid':
    case 'refused':
    case 'withdrawn':
    case 'lapsed':
      throw new Error(`No act begins in ${status}`);
  }
}
