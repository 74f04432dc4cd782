import { decideClaim } from '@kerjasama/claims/acts/decide-claim';
import { approveClaim, returnClaim } from '@kerjasama/claims/acts/check-claim';
import { lapseClaim, markClaimOverdue } from '@kerjasama/claims/acts/deadlines';
import { reportClaim } from '@kerjasama/claims/acts/report-claim';
import { verifyJournal } from '@kerjasama/journal/verify';
import { addDays, plainDate } from '@kerjasama/kernel/plain-date';
import { rupiah } from '@kerjasama/kernel/rupiah';
import { getClaimTotals, listClaims } from '@kerjasama/claims/views';
import {
  APPROVER,
  BEGINS,
  ClaimsYear,
  EVENT,
  OFFICER,
  OTHER_APPROVER,
  OTHER_OFFICER,
  codeOf,
  dayOfYear,
} from '../../test/support/claims-year';

jest.setTimeout(60_000);

const REASON = 'Tanggal peristiwa keliru.';

let year: ClaimsYear;

beforeAll(async () => {
  year = await ClaimsYear.open();
});

afterAll(() => year.close());

describe('keys', () => {
  test('the same key answers as the first time; with another body, another act or by another person it is refused', async () => {
    const claim = year.idOf('keys');
    const body = await year.reportBody('keys');
    const first = await year.act(reportClaim, OFFICER, claim, body, 'the-key');
    expect(await year.act(reportClaim, OFFICER, claim, body, 'the-key')).toEqual(first);
    const other = { ...body, eventOn: addDays(EVENT, 1) };
    expect(codeOf(await year.act(reportClaim, OFFICER, claim, other, 'the-key'))).toBe('KEY_REUSED');
    expect(codeOf(await year.act(reportClaim, OTHER_OFFICER, claim, body, 'the-key'))).toBe('KEY_REUSED');
    const decision = { version: 1, decision: 'grant' } as const;
    expect(codeOf(await year.act(decideClaim, OFFICER, claim, decision, 'the-key'))).toBe('KEY_REUSED');
  });

  test('twenty at once under one key are one act and twenty answers', async () => {
    const claim = year.idOf('twenty');
    const body = await year.reportBody('twenty');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => year.act(reportClaim, OFFICER, claim, body, 'k-20')),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await year.actsOf(claim)).toHaveLength(1);
  });

  test('a key of the system taken by a person does the system no harm (S3)', async () => {
    const { claim, version } = await year.granted('squat');
    const systems = `claim/${claim}#mark-overdue@${version}`;
    const body = { version, reason: REASON };
    await year.act(returnClaim, APPROVER, claim, body, systems);
    expect(await year.view(claim)).toMatchObject({ status: 'returned' });
    const { version: next } = await year.view(claim);
    expect(await year.step(markClaimOverdue, { id: claim, version: next, input: null })).toMatchObject({
      step: 'not-yet',
    });
  });
});

test('a loser reads which act won, who did it, when, and what it waits for now', async () => {
  const { claim, version } = await year.granted('winner');
  await year.act(returnClaim, APPROVER, claim, { version, reason: REASON });
  expect(await year.act(approveClaim, OTHER_APPROVER, claim, { version, amount: rupiah(1) })).toMatchObject({
    code: 'ACT_OUT_OF_ORDER',
    message: { id: expect.stringContaining('klaim dikembalikan oleh penyetuju klaim (bpjs-tk)') as string },
    remedy: { id: expect.stringContaining('keputusan baru') as string },
    details: { status: 'returned', act: 'claim-returned', role: 'claims-approver', on: BEGINS },
  });
});

test('the schema refuses one pair of eyes, a status without its act or its facts, and facts without their status', async () => {
  const { claim, version } = await year.granted('schema');
  const superuser = year.database.pool('superuser');
  const insertVerdict = (by: string) =>
    superuser.query(
      `insert into claims.verdict (claim, nth, verdict, given_by, given_on, decided_by)
       values ($1::text, 1, 'approved', $2::text, $3::date, 'officer-1')`,
      [claim, by, BEGINS],
    );
  await expect(insertVerdict('officer-1')).rejects.toMatchObject({ constraint: 'claim_four_eyes' });
  await expect(insertVerdict('approver-1')).rejects.toMatchObject({ constraint: 'claim_facts_fit_status' });
  const move = (to: string, act: string, number: number) =>
    superuser.query(
      `update act.subject set status = $2::text, act = $3::text, number = $4::bigint, version = $4::bigint
        where subject = $1::text`,
      [`claim/${claim}`, to, act, number],
    );
  await expect(move('paid', 'claim-paid', version + 1)).rejects.toMatchObject({ constraint: 'subject_along_an_edge' });
  await expect(move('approved', 'claim-approved', version + 1)).rejects.toMatchObject({
    constraint: 'subject_along_an_edge',
  });
  await expect(move('approved', 'claim-approved', version)).rejects.toMatchObject({ constraint: 'subject_by_act' });
  await expect(superuser.query(`delete from claims.decision where claim = $1::text`, [claim])).rejects.toThrow();
  await expect(
    year.deps.pool.query(`update claims.claim set event_on = event_on - 1 where claim = $1::text`, [claim]),
  ).rejects.toMatchObject({ code: '42501' });
});

test('pages follow one another by number, and the totals account for every claim', async () => {
  const { pool } = year.deps;
  const all = await listClaims(pool, year.cycle, { status: null, after: null, limit: 1000 });
  const first = await listClaims(pool, year.cycle, { status: null, after: null, limit: 2 });
  const rest = await listClaims(pool, year.cycle, { status: null, after: first[1]?.claim ?? null, limit: 1000 });
  expect([...first, ...rest]).toEqual(all);
  const { reported, paid, refused, withdrawn, lapsed, open } = await getClaimTotals(pool, year.cycle);
  expect(reported).toBe(all.length);
  expect(paid + refused + withdrawn + lapsed + open).toBe(reported);
  expect(await listClaims(pool, year.cycle, { status: 'granted', after: null, limit: 10 })).toHaveLength(1);
});

/* The clock moves from here on. */

describe('when days pass', () => {
  test('a deadline is recorded once a wait, by the day on which it passed; the claim goes on, and a second wait has its own', async () => {
    const { claim, version, answer } = await year.granted('late');
    const due = plainDate(String(answer.due));
    const mark = (at: number) => year.step(markClaimOverdue, { id: claim, version: at, input: null });
    await year.moveTo(due);
    expect(await mark(version)).toEqual({ step: 'not-yet', on: addDays(due, 1) });
    await year.moveTo(addDays(due, 3));
    expect([(await mark(version)).step, await mark(version)]).toEqual([
      'done',
      { step: 'done', repeated: true, answer: expect.anything() as unknown },
    ]);
    expect(await year.view(claim)).toMatchObject({ version, due, overdueOn: addDays(due, 1), status: 'granted' });

    // What the officer saw before the deadline passed is still what he answers.
    await year.act(returnClaim, APPROVER, claim, { version, reason: REASON });
    const again = await year.grant(claim, await year.view(claim));
    const second = plainDate(String(again.due));
    expect(await year.view(claim)).toMatchObject({ overdueOn: null, due: second });
    await year.moveTo(addDays(second, 1));
    expect((await mark(again.version)).step).toBe('done');
    const recorded = (await year.actsOf(claim)).filter(({ act }) => act === 'claim-overdue');
    expect(recorded.map(({ businessDate, payload }) => [businessDate, payload['due']])).toEqual([
      [addDays(due, 1), due],
      [addDays(second, 1), second],
    ]);
    await year.approve(claim, again);
  });

  test('a claim that nobody settles lapses after five years, and its event is free', async () => {
    const nik = await year.enrol();
    const claim = year.idOf('lapsed');
    const { version, on } = await year.report('lapsed', { nik });
    const ends = plainDate(`${Number(on.slice(0, 4)) + 5}${on.slice(4)}`);
    const lapse = () => year.step(lapseClaim, { id: claim, version, input: null });
    await year.moveTo(ends);
    expect(await lapse()).toEqual({ step: 'not-yet', on: addDays(ends, 1) });
    await year.moveTo(addDays(ends, 1));
    // The day counts, not whether the system was quick.
    const late = await year.act(decideClaim, OFFICER, claim, { version, decision: 'grant' });
    expect(late).toMatchObject({ code: 'HAS_LAPSED', details: { endsOn: ends } });
    expect((await lapse()).step).toBe('done');
    expect(await year.view(claim)).toMatchObject({ status: 'lapsed', due: null });
    const barred = await year.reportBody('barred', { nik, eventOn: dayOfYear(1, 2) });
    expect(codeOf(await year.act(reportClaim, OFFICER, year.idOf('barred'), barred))).toBe('CLAIM_TIME_BARRED');
  });

  test('everything that was done is proven', async () => {
    expect(await verifyJournal(year.database.pool('auditor'))).toMatchObject({ proven: true });
  });
});
