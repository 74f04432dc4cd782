import { perform, type PerformDeps } from '@kerjasama/act/perform';
import { approveClaim } from '@kerjasama/claims/acts/check-claim';
import { decideClaim } from '@kerjasama/claims/acts/decide-claim';
import { withdrawDecision } from '@kerjasama/claims/acts/withdraw';
import { claimWorkflowId } from '@kerjasama/claims/contract';
import { API_LIMITS, createPool } from '@kerjasama/database/pool';
import { DEMO_PEOPLE } from '@kerjasama/identity/demo-people';
import { verifyJournal } from '@kerjasama/journal/verify';
import { createWitness } from '@kerjasama/journal/witness';
import { type ClaimId } from '@kerjasama/kernel/ids';
import { type Outcome } from '@kerjasama/kernel/refusal';
import { rupiah } from '@kerjasama/kernel/rupiah';
import { untilAllNotified } from '@kerjasama/rehearsal/time/all-notified';
import { type Pool } from 'pg';
import { type RawAnswer } from '../support/ask-api';
import { codeOf } from '../support/claims-year';
import { CLAIMS_APPROVER, CLAIMS_OFFICER, type ClaimRequest, StackClaims } from '../support/stack-claims';
import { roleUrl, stackUnderTest } from '../support/stack-under-test';
import { eventually } from '../support/eventually';
import { slowActs, slowDown, speedUp, untilOpen } from './slow-acts';

/* Something stops and does not end: nobody notices at once, and nobody may wait for it long. */

jest.setTimeout(120_000);

const API = 'kerjasama-api';
const AMOUNT = rupiah(42_000_000);
const REASON = 'Dokumen belum lengkap.';
const OFFICER = DEMO_PEOPLE[CLAIMS_OFFICER];
const APPROVER = DEMO_PEOPLE[CLAIMS_APPROVER];
/** What an officer may have to wait for another one's process. */
const LONGEST_MS = 3_000;
const MEMBERS = 60;

const running = stackUnderTest('06-15');
let claims: StackClaims;
let superuser: Pool;
let otherApi: Pool;
let deps: PerformDeps;
let members = 0;

beforeAll(async () => {
  superuser = running.database('superuser');
  claims = await StackClaims.open(running, 'PKS-STOP', MEMBERS);
  otherApi = createPool(roleUrl(running.stack, 'api'), { applicationName: 'other-api', size: 8, ...API_LIMITS });
  const { clock } = running;
  deps = { pool: otherApi, witness: createWitness(otherApi), clock, tools: { digestNik: claims.digestNik } };
  await slowActs(superuser);
});

afterAll(() => otherApi.end());

afterEach(() => speedUp(superuser));

async function pidOf(name: string): Promise<number> {
  const pid = (await running.stack.status())?.processes.find((each) => each.name === name)?.pid;
  if (pid === undefined) throw new Error(`${name} does not run`);
  return pid;
}

async function report(reference: string) {
  const claim = claims.idOf(reference);
  const body = claims.reportBody(reference, (members += 1));
  const reported = await claims.act(claim, {
    ...{ person: CLAIMS_OFFICER, command: 'report-claim', key: `report-${reference}`, body },
  });
  return { claim, version: Number(reported['version']) };
}

async function granted(reference: string) {
  const { claim, version } = await report(reference);
  const decided = await claims.act(claim, {
    ...{ person: CLAIMS_OFFICER, command: 'decide-claim', key: `decide-${reference}` },
    body: { version, decision: 'grant' },
  });
  return { claim, version: Number(decided['version']) };
}

const approval = (reference: string, version: number): ClaimRequest => ({
  ...{ person: CLAIMS_APPROVER, command: 'approve-claim', key: `approve-${reference}` },
  body: { version, amount: String(AMOUNT) },
});

/** Stops the API where its act is written and not yet committed, or within the commit. @returns how it goes on */
async function stopApi(claim: ClaimId, at: 'act' | 'commit', asked: () => Promise<RawAnswer>) {
  const pid = await pidOf('api');
  await slowDown(superuser, claimWorkflowId(claim), at, 0.3);
  const answer = asked().catch(() => ({ status: 0 }));
  await untilOpen(superuser, API, at === 'act' ? 'acting' : 'committing');
  process.kill(pid, 'SIGSTOP');
  await speedUp(superuser);
  const goOn = async () => {
    process.kill(pid, 'SIGCONT');
    const { status } = await answer;
    return status;
  };
  return { pid, goOn };
}

/** An act that was asked of another API. @returns what it came to; it did not wait long */
async function soon(asked: Promise<Outcome<unknown>>): Promise<string> {
  const begun = performance.now();
  const outcome = await asked;
  expect(performance.now() - begun).toBeLessThan(LONGEST_MS);
  return codeOf(outcome);
}

async function timesOf(claim: ClaimId, act: string): Promise<number> {
  const { rows } = await superuser.query(`select from journal.act where subject = $1::text and act = $2::text`, [
    claimWorkflowId(claim),
    act,
  ]);
  return rows.length;
}

async function untilPaid(claim: ClaimId): Promise<void> {
  await eventually(async () => ((await claims.show(claim))['status'] === 'paid' ? true : undefined));
  expect(await timesOf(claim, 'claim-paid')).toBe(1);
}

describe('the API stands still between an act and its commit', () => {
  test('another act on the same claim is taken soon, and what stood still is refused for good', async () => {
    const { claim, version } = await granted('same');
    const api = await stopApi(claim, 'act', () => claims.send(claim, approval('same', version)));
    const withdrawn = perform(deps, withdrawDecision, OFFICER, {
      ...{ id: claim, key: 'withdraw-same', body: { version, reason: REASON } },
    });
    try {
      expect(await soon(withdrawn)).toBe('accepted');
    } finally {
      expect([0, 409, 503]).toContain(await api.goOn());
    }
    const { status, body } = await claims.insist(claim, approval('same', version));
    expect([status, body['code']]).toEqual([409, 'ACT_OUT_OF_ORDER']);
    expect([await timesOf(claim, 'claim-approved'), await timesOf(claim, 'claim-decision-withdrawn')]).toEqual([0, 1]);
    expect(await pidOf('api')).toBe(api.pid);
  });

  test('acts on other claims of the agreement are taken soon, and what stood still is done once', async () => {
    const { claim, version } = await granted('first');
    const others = [await report('other-1'), await report('other-2')];
    const api = await stopApi(claim, 'act', () => claims.send(claim, approval('first', version)));
    try {
      const decisions = others.map((other) =>
        perform(deps, decideClaim, OFFICER, {
          ...{ id: other.claim, key: `decide-${other.claim}`, body: { version: other.version, decision: 'grant' } },
        }),
      );
      expect(await Promise.all(decisions.map(soon))).toEqual(['accepted', 'accepted']);
    } finally {
      expect([0, 200, 503]).toContain(await api.goOn());
    }
    const first = await claims.act(claim, approval('first', version));
    expect(await claims.act(claim, approval('first', version))).toEqual(first);
    expect(await timesOf(claim, 'claim-approved')).toBe(1);
    await untilPaid(claim);
    expect(await pidOf('api')).toBe(api.pid);
  });

  test('the same key in another API while the first stands still: one act, one answer', async () => {
    const { claim, version } = await granted('twice');
    const api = await stopApi(claim, 'act', () => claims.send(claim, approval('twice', version)));
    const request = { id: claim, key: 'approve-twice', body: { version, amount: AMOUNT } };
    try {
      expect(await soon(perform(deps, approveClaim, APPROVER, request))).toBe('accepted');
    } finally {
      expect([0, 200, 503]).toContain(await api.goOn());
    }
    const again = await claims.act(claim, approval('twice', version));
    expect(await perform(deps, approveClaim, APPROVER, request)).toMatchObject({ value: again });
    expect(await timesOf(claim, 'claim-approved')).toBe(1);
    await untilPaid(claim);
    expect(await pidOf('api')).toBe(api.pid);
  });
});

test('the API stands still within the commit: the act is done, and its author learns it', async () => {
  const { claim, version } = await granted('committed');
  const api = await stopApi(claim, 'commit', () => claims.send(claim, approval('committed', version)));
  try {
    await eventually(async () => ((await timesOf(claim, 'claim-paid')) === 1 ? true : undefined));
  } finally {
    expect(await api.goOn()).toBe(200);
  }
  expect(await timesOf(claim, 'claim-approved')).toBe(1);
  await untilPaid(claim);
});

describe('worker and Temporal are away: acts are taken, and the claims go on when they are back', () => {
  const MANY = Array.from({ length: 8 }, (_, nth) => nth + 1);

  /** Reported, decided and approved, each answer within the time of an ordinary one. */
  async function actMeanwhile(name: string): Promise<ClaimId[]> {
    const approved = await Promise.all(
      MANY.map(async (nth) => {
        const reference = `${name}-${nth}`;
        const begun = performance.now();
        const { claim, version } = await granted(reference);
        await claims.act(claim, approval(reference, version));
        expect(performance.now() - begun).toBeLessThan(LONGEST_MS);
        return claim;
      }),
    );
    const { claims: shown } = (await claims.list()) as unknown as { claims: { claim: string; status: string }[] };
    const ours = shown.filter(({ claim }) => (approved as string[]).includes(claim));
    expect(ours.map(({ status }) => status)).toEqual(MANY.map(() => 'approved'));
    return approved;
  }

  async function goOn(approved: readonly ClaimId[]): Promise<void> {
    await untilAllNotified(superuser, 60_000);
    for (const claim of approved) await untilPaid(claim);
  }

  test('both stand still', async () => {
    const pids = [await pidOf('temporal'), await pidOf('worker')];
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    const approved = await actMeanwhile('still').finally(() => {
      for (const pid of pids) process.kill(pid, 'SIGCONT');
    });
    await goOn(approved);
  });

  test('both are killed, and nobody starts them again for a while', async () => {
    const supervisor = (await running.stack.status())?.pid ?? 0;
    const pids = [supervisor, await pidOf('temporal'), await pidOf('worker')];
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    const approved = await actMeanwhile('killed').finally(() => running.stack.up());
    await goOn(approved);
  });
});

test('everything that was done is proven', async () => {
  expect(await verifyJournal(running.database('auditor'))).toMatchObject({ proven: true });
});
