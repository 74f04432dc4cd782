import { setTimeout as pause } from 'node:timers/promises';
import { approveClaim } from '@kerjasama/claims/acts/check-claim';
import { withdrawDecision } from '@kerjasama/claims/acts/withdraw';
import { rowRandom } from '@kerjasama/enrolment/sample/random';
import { verifyJournal } from '@kerjasama/journal/verify';
import { rupiah } from '@kerjasama/kernel/rupiah';
import { APPROVER, ClaimsYear, codeOf, OFFICER } from '../support/claims-year';

jest.setTimeout(60_000);

const CHAOS_SEED = Number(process.env['KERJASAMA_CHAOS_SEED'] ?? 7);
const TIMES = 50;
const REASON = 'Tanggal peristiwa keliru.';

let year: ClaimsYear;

beforeAll(async () => {
  year = await ClaimsYear.open();
});

afterAll(() => year.close());

test('a withdrawal beside an approval, 50 times: one wins, and what was withdrawn is never approved', async () => {
  const random = rowRandom(CHAOS_SEED, 0);
  const wins = { withdrawn: 0, approved: 0 };
  for (let nth = 0; nth < TIMES; nth += 1) {
    const { claim, version } = await year.granted(`beside-${nth}`);
    const approval = { version, amount: rupiah(42_000_000) };
    const withdraw = () => year.act(withdrawDecision, OFFICER, claim, { version, reason: REASON });
    const approve = () => year.act(approveClaim, APPROVER, claim, approval);
    const [ahead, laterMs] = [random.below(2), random.below(4)];
    const later = async <Value>(late: boolean, act: () => Promise<Value>) => {
      if (late && laterMs > 0) await pause(laterMs);
      return act();
    };
    const outcomes = await Promise.all([later(ahead === 0, withdraw), later(ahead === 1, approve)]);
    const [withdrawn, approved] = outcomes.map(codeOf);
    const acts = (await year.actsOf(claim)).map(({ act }) => act);
    if (withdrawn === 'accepted') {
      wins.withdrawn += 1;
      expect(approved).toBe('ACT_OUT_OF_ORDER');
      expect(await year.view(claim)).toMatchObject({
        status: 'reported',
        decision: { verdict: { verdict: 'withdrawn' } },
      });
      const again = await year.grant(claim, await year.view(claim));
      expect(codeOf(await approve())).toBe('VERSION_CHANGED');
      await year.approve(claim, again);
      expect(acts).not.toContain('claim-approved');
    } else {
      wins.approved += 1;
      expect([withdrawn, approved]).toEqual(['ACT_OUT_OF_ORDER', 'accepted']);
      expect(await year.view(claim)).toMatchObject({ status: 'approved' });
      expect(acts).not.toContain('claim-decision-withdrawn');
    }
  }
  expect(wins.withdrawn + wins.approved).toBe(TIMES);
  expect(Math.min(wins.withdrawn, wins.approved)).toBeGreaterThan(0);
  expect(await verifyJournal(year.database.pool('auditor'))).toMatchObject({ proven: true });
});
