import { approveClaim, returnClaim } from '@kerjasama/claims/acts/check-claim';
import { withdrawDecision } from '@kerjasama/claims/acts/withdraw';
import { claimWorkflowId } from '@kerjasama/claims/contract';
import { startClaim } from '@kerjasama/claims/start';
import { getClaim } from '@kerjasama/claims/views';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { rupiah } from '@kerjasama/kernel/rupiah';
import { temporal } from '@temporalio/proto';
import { type ClaimsStand, startClaimsStand } from '../../test/support/claims-stand';
import { APPROVER, codeOf, OFFICER } from '../../test/support/claims-year';

jest.setTimeout(120_000);

const REASON = 'Dokumen belum lengkap.';
const PAID = ['claim-reported', 'claim-granted', 'claim-approved', 'claim-payment-sent', 'claim-paid'];

let stand: ClaimsStand;

beforeAll(async () => {
  stand = await startClaimsStand();
});

afterAll(() => stand.stop());

describe('a workflow is a function of its id and the tables', () => {
  const { ResetReapplyType } = temporal.api.enums.v1;

  test('terminated at every wait and started from the tables: the same end', async () => {
    const { year } = stand;
    const claim = year.idOf('terminated');
    const restart = async () => {
      await stand.lastRead(claim);
      await stand.handleOf(claim).terminate('by the test');
      await startClaim(stand.temporal.client, claimWorkflowId(claim));
    };
    const reported = await year.report('terminated');
    await restart();
    const granted = await year.grant(claim, reported);
    await restart();
    await year.act(returnClaim, APPROVER, claim, { version: granted.version, reason: REASON });
    await restart();
    const again = await year.grant(claim, await getClaim(year.deps.pool, claim));
    await restart();
    await year.approve(claim, again);
    await expect(stand.handleOf(claim).result()).resolves.toEqual({ outcome: 'paid' });
    expect((await stand.actsOf(claim)).slice(-3)).toEqual(PAID.slice(-3));
  });

  test('nobody runs when an act comes: it is started again under its id', async () => {
    const { year } = stand;
    const claim = year.idOf('gone');
    const reported = await year.report('gone');
    await stand.lastRead(claim);
    await stand.handleOf(claim).terminate('by the test');
    await year.grant(claim, reported);
    expect(await stand.lastRead(claim)).toMatchObject({ status: 'granted' });
  });

  test('reset to any task between two acts: it takes up where the tables are, and pays once', async () => {
    const { year } = stand;
    const claim = year.idOf('reset');
    const reported = await year.report('reset');
    await stand.lastRead(claim);
    const granted = await year.grant(claim, reported);
    await stand.lastRead(claim);
    const resetTo = async (nth: number) => {
      const { events } = await stand.handleOf(claim).fetchHistory();
      const tasks = (events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes);
      await stand.temporal.client.workflowService.resetWorkflowExecution({
        namespace: stand.temporal.server.namespace,
        workflowExecution: { workflowId: claimWorkflowId(claim) },
        reason: 'by the test',
        requestId: `reset-${nth}-${Math.random()}`,
        workflowTaskFinishEventId: tasks.at(nth)?.eventId ?? null,
        resetReapplyType: ResetReapplyType.RESET_REAPPLY_TYPE_NONE,
      });
    };
    for (const nth of [0, -1]) {
      await resetTo(nth);
      expect(await stand.lastRead(claim)).toMatchObject({ status: 'granted' });
    }
    await year.approve(claim, granted);
    await expect(stand.handleOf(claim).result()).resolves.toEqual({ outcome: 'paid' });
    await resetTo(0);
    await expect(stand.handleOf(claim).result()).resolves.toEqual({ outcome: 'paid' });
    expect(await stand.actsOf(claim)).toEqual(PAID);
  });

  test('signals that are doubled, late, forged or malformed change nothing', async () => {
    const { year } = stand;
    const claim = year.idOf('signals');
    const reported = await year.report('signals');
    const before = await stand.lastRead(claim);
    const forged: unknown[][] = [
      [1, 'claim-reported'],
      [before.number, 'x'],
      [9e15, 'claim-paid'],
      ['x'],
      [null],
      [],
      [{}],
    ];
    for (const args of [...forged, ...forged]) await stand.handleOf(claim).signal('act-recorded', ...args);
    await stand.handleOf(claim).signal('something-else');
    const granted = await year.grant(claim, reported);
    expect(await stand.lastRead(claim)).toMatchObject({ status: 'granted' });
    await year.approve(claim, granted);
    await expect(stand.handleOf(claim).result()).resolves.toEqual({ outcome: 'paid' });
    expect(await stand.actsOf(claim)).toEqual(PAID);
  });

  test('no relay runs: acts are taken all the same, and told when it is back', async () => {
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
