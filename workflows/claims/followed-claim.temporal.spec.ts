import { approveClaim } from '@kerjasama/claims/acts/check-claim';
import { withdrawDecision } from '@kerjasama/claims/acts/withdraw';
import { claimWorkflowId } from '@kerjasama/claims/contract';
import { startClaim } from '@kerjasama/claims/start';
import { getClaim } from '@kerjasama/claims/views';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { rupiah } from '@kerjasama/kernel/rupiah';
import { type ClaimsStand, startClaimsStand } from '../../test/support/claims-stand';
import { APPROVER, codeOf, OFFICER } from '../../test/support/claims-year';

jest.setTimeout(120_000);

const REASON = 'Dokumen belum lengkap.';

let stand: ClaimsStand;

beforeAll(async () => {
  stand = await startClaimsStand();
});

afterAll(() => stand.stop());

describe('a workflow is a function of its id and the tables', () => {
  test('nobody runs when an act comes: it is started again under its id', async () => {
    const { year } = stand;
    const claim = year.idOf('gone');
    const reported = await year.report('gone');
    await stand.lastRead(claim);
    await stand.handleOf(claim).terminate('by the test');
    await year.grant(claim, reported);
    expect(await stand.lastRead(claim)).toMatchObject({ status: 'granted' });
  });

  test('no relay runs: acts are taken all the same, and their workflows notified when it is back', async () => {
    const { year } = stand;
    await stand.stopRelay();
    const claims = await Promise.all(['off-1', 'off-2', 'off-3'].map((reference) => stand.approved(reference)));
    for (const claim of claims) expect((await getClaim(year.deps.pool, claim)).status).toBe('approved');
    stand.startRelay();
    for (const claim of claims) await stand.reaches(claim, 'paid');
  });

  test('a start for a claim that nobody reported ends refused, and records nothing', async () => {
    const claim = stand.year.idOf('nobody');
    await startClaim(stand.temporal.client, claimWorkflowId(claim));
    await expect(stand.handleOf(claim).result()).rejects.toMatchObject({
      cause: { cause: { type: 'NO_SUCH_SUBJECT' } },
    });
    expect(await stand.actsOf(claim)).toEqual([]);
  });
});

test('5,000 refused and 5,000 withdrawn and renewed acts: the next is taken at once, no run has 500 events', async () => {
  const { year } = stand;
  const claim = year.idOf('crowd');
  let { version } = await year.report('crowd');
  const approve = { version: version + 1_000_000, amount: rupiah(1) };
  for (let batch = 0; batch < 250; batch += 1) {
    const refusals = Array.from({ length: 20 }, () => year.act(approveClaim, APPROVER, claim, approve));
    expect(new Set((await Promise.all(refusals)).map(codeOf))).toEqual(new Set(['ACT_OUT_OF_ORDER']));
  }
  for (let nth = 0; nth < 5_000; nth += 1) {
    ({ version } = await year.grant(claim, { version }));
    ({ version } = expectAccepted(await year.act(withdrawDecision, OFFICER, claim, { version, reason: REASON })));
  }
  const granted = await year.grant(claim, { version });
  await year.approve(claim, granted);
  await stand.reaches(claim, 'paid');
  await stand.handleOf(claim).result();
  let runs = 0;
  for await (const run of stand.temporal.client.workflow.list({ query: `WorkflowId = '${claimWorkflowId(claim)}'` })) {
    runs += 1;
    expect(run.historyLength).toBeLessThan(500);
  }
  expect(runs).toBeGreaterThan(1);
}, 400_000);
