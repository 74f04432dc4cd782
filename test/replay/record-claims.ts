/**
 * Records the histories of claims: each wait for a person, each end, and the ways through the bank. Claims need no year of
 * their own around them, so each is played on the tables, with the worker's activities and a bank that does what is asked.
 * Once for a release:
 *
 *     node -r ./libs/stack/fixtures/typescript.cjs test/replay/record-claims.ts 0.1.0
 */
import { inspect } from 'node:util';
import { refuseClaim, returnClaim } from '@kerjasama/claims/acts/check-claim';
import { decideClaim } from '@kerjasama/claims/acts/decide-claim';
import { renewPayment } from '@kerjasama/claims/acts/pay';
import { withdrawClaim, withdrawDecision } from '@kerjasama/claims/acts/withdraw';
import { type ClaimId } from '@kerjasama/kernel/ids';
import { addDays, plainDate, type PlainDate, startInJakarta } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { payloadCodec } from '@kerjasama/temporal/codec';
import { askedVisibly, type ClaimsStand, retryPayment, startClaimsStand } from '../support/claims-stand';
import { APPROVER, BEGINS, OFFICER } from '../support/claims-year';
import { eventually } from '../support/eventually';
import { endClusters } from '../support/postgres-cluster';
import prepareRealParts from '../support/real-parts.setup';
import { ofClaim, Recorder } from './recorder';

const REASON = 'Dokumen belum lengkap.';
/** So many decisions made and taken back fill more than one run. */
const MANY = 40;
/** A failing activity is not skipped over for longer. */
const SHORTLY_MS = 10 * 60_000;
/** A day on which a claim reported on the first one has lapsed. */
const LAPSED: PlainDate = plainDate('2033-12-31');

/** Claims, played act by act: each act is read by the workflow before the next one, as at a human pace. */
class RecordedClaims {
  constructor(
    private readonly stand: ClaimsStand,
    private readonly recorder: Recorder,
  ) {}

  waits(claim: ClaimId, point: string, road?: string): Promise<void> {
    return this.recorder.recordAt(ofClaim(claim), `waits-${point}`, road);
  }

  async ends(claim: ClaimId, outcome: string, road?: string): Promise<void> {
    await this.stand.handleOf(claim).result();
    await this.recorder.recordAt(ofClaim(claim), `closed-${outcome}`, road);
  }

  async reported(reference: string) {
    const answer = await this.stand.year.report(reference);
    const claim = this.stand.year.idOf(reference);
    await this.stand.lastRead(claim);
    return { claim, ...answer };
  }

  async granted(reference: string) {
    return this.grant(await this.reported(reference));
  }

  async grant({ claim, version }: { readonly claim: ClaimId; readonly version: number }) {
    const answer = await this.stand.year.grant(claim, { version });
    await this.stand.lastRead(claim);
    return { claim, ...answer };
  }

  async approved(reference: string): Promise<ClaimId> {
    const { claim, ...answer } = await this.granted(reference);
    await this.stand.year.approve(claim, answer);
    return claim;
  }

  /** Business time, and every workflow with it, to the beginning of a day. */
  moveTo(day: PlainDate): Promise<void> {
    return this.stand.time.moveTo(startInJakarta(day));
  }
}

type Play = (claims: RecordedClaims, stand: ClaimsStand) => Promise<void>;

/** The waits for officers; what nobody does anything about is overdue, and lapses. */
const leftAlone: Play = async (claims, { year, lastRead }) => {
  const reported = await claims.reported('reported');
  const [returned, granted] = [await claims.granted('returned'), await claims.granted('granted')];
  const back = { version: returned.version, reason: REASON };
  expectAccepted(await year.act(returnClaim, APPROVER, returned.claim, back));
  await lastRead(returned.claim);
  const all = Object.entries({ reported, returned, granted });
  for (const [status, { claim }] of all) await claims.waits(claim, status);
  const dues = all.map(([, { due }]) => plainDate(String(due)));
  await claims.moveTo(addDays(dues.sort().at(-1) ?? BEGINS, 2));
  for (const [status, { claim }] of all) await claims.waits(claim, `${status}-overdue`);
  await claims.moveTo(LAPSED);
  for (const [status, { claim }] of all) await claims.ends(claim, 'lapsed', `from-${status}`);
};

const endedByOfficers: Play = async (claims, { year }) => {
  const refused = await claims.reported('refused');
  const refusal = { version: refused.version, decision: 'refuse', ground: 'DEATH_NOT_CERTIFIED' } as const;
  expectAccepted(await year.act(decideClaim, OFFICER, refused.claim, refusal));
  await claims.ends(refused.claim, 'refused');

  const checked = await claims.granted('refused-by-approver');
  const ground = { version: checked.version, ground: 'DEATH_NOT_CERTIFIED' } as const;
  expectAccepted(await year.act(refuseClaim, APPROVER, checked.claim, ground));
  await claims.ends(checked.claim, 'refused', 'by-approver');

  const withdrawn = await claims.reported('withdrawn');
  const back = { version: withdrawn.version, reason: REASON };
  expectAccepted(await year.act(withdrawClaim, OFFICER, withdrawn.claim, back));
  await claims.ends(withdrawn.claim, 'withdrawn');
};

const paid: Play = async (claims, stand) => {
  await claims.ends(await claims.approved('paid'), 'paid');

  stand.bank.closed = true;
  const unreachable = await claims.approved('unreachable');
  await askedVisibly(stand, unreachable);
  await claims.waits(unreachable, 'approved', 'bank-unreachable');
  stand.bank.closed = false;
  await retryPayment(stand, unreachable);
  await claims.ends(unreachable, 'paid', 'after-unreachable-bank');
};

const paidAfterDoubt: Play = async (claims, stand) => {
  const { year, bank } = stand;
  bank.loses = 'the-answer';
  const answer = await claims.approved('lost-answer');
  await stand.reaches(answer, 'payment-unknown');
  bank.loses = 'the-order';
  const order = await claims.approved('lost-order');
  await stand.reaches(order, 'payment-unknown');
  await stand.lastRead(order);
  await claims.waits(order, 'payment-unknown');
  await claims.moveTo(addDays(await year.today(), 2));
  await claims.ends(answer, 'paid', 'after-lost-answer');
  const { version } = await year.view(order);
  expectAccepted(await year.act(renewPayment, APPROVER, order, { version, reason: 'Tidak ada di rekening koran.' }));
  await claims.ends(order, 'paid', 'after-renewal');
};

const paidOverdue: Play = async (claims, stand) => {
  const { year, time, bank } = stand;
  const reported = await claims.reported('late');
  await claims.moveTo(addDays(plainDate(String(reported.due)), 2));
  const { claim, ...granted } = await claims.grant(reported);
  const lastDayEnds = startInJakarta(addDays(plainDate(String(granted.due)), 1));
  await time.moveTo(new Date(lastDayEnds.getTime() - SHORTLY_MS));
  bank.closed = true;
  await year.approve(claim, granted);
  await askedVisibly(stand, claim);
  await time.moveTo(lastDayEnds);
  await eventually(async () => ((await stand.actsOf(claim)).at(-1) === 'claim-overdue' ? true : undefined));
  bank.closed = false;
  await retryPayment(stand, claim);
  await claims.ends(claim, 'paid', 'decision-and-payment-overdue');
};

/** Its last run alone: that is where a workflow that was continued as new begins. */
const paidAfterManyActs: Play = async (claims, stand) => {
  const { year } = stand;
  let claim = await claims.reported('many-acts');
  for (let nth = 0; nth < MANY; nth += 1) {
    const { version } = await claims.grant(claim);
    const taken = await year.act(withdrawDecision, OFFICER, claim.claim, { version, reason: REASON });
    claim = { ...claim, ...expectAccepted(taken) };
    await stand.lastRead(claim.claim);
  }
  const { claim: id, ...granted } = await claims.grant(claim);
  await year.approve(id, granted);
  await claims.ends(id, 'paid', 'after-many-acts');
};

/** Years pass in the last one. */
const PLAYS: readonly Play[] = [endedByOfficers, paid, paidAfterManyActs, paidAfterDoubt, paidOverdue, leftAlone];

async function recordClaims(release: string): Promise<void> {
  await prepareRealParts();
  try {
    const stand = await startClaimsStand();
    const { client, codecKey } = stand.temporal;
    const claims = new RecordedClaims(stand, new Recorder({ client, codec: payloadCodec(codecKey) }, release));
    try {
      for (const play of PLAYS) await play(claims, stand);
    } finally {
      await stand.stop();
    }
  } finally {
    await endClusters();
  }
}

recordClaims(process.argv[2] ?? '0.1.0').catch((error: unknown) => {
  console.error(inspect(error, { depth: null }));
  process.exitCode = 1;
});
