import { approveClaim, refuseClaim, returnClaim } from '@kerjasama/claims/acts/check-claim';
import { confirmPayment, doubtPayment, renewPayment, sendPayment } from '@kerjasama/claims/acts/pay';
import { reportClaim } from '@kerjasama/claims/acts/report-claim';
import { withdrawClaim, withdrawDecision } from '@kerjasama/claims/acts/withdraw';
import { addDays } from '@kerjasama/kernel/plain-date';
import { rupiah } from '@kerjasama/kernel/rupiah';
import {
  APPROVER,
  BEGINS,
  BOTH_ROLES,
  ClaimsYear,
  OFFICER,
  OTHER_APPROVER,
  OTHER_OFFICER,
  codeOf,
} from '../../../test/support/claims-year';

jest.setTimeout(60_000);

const REASON = 'Tanggal peristiwa keliru.';

let year: ClaimsYear;

beforeAll(async () => {
  year = await ClaimsYear.open();
});

afterAll(() => year.close());

test('a death after five months of cover is granted by law, approved by other eyes and paid once', async () => {
  const claim = year.idOf('paid');
  const reported = await year.report('paid');
  expect(reported).toMatchObject({
    status: 'reported',
    on: BEGINS,
    due: addDays(BEGINS, 30),
    decideBy: addDays(BEGINS, 30),
  });
  const answer = await year.grant(claim, reported);
  expect(answer).toMatchObject({ status: 'granted', amount: '42000000', due: answer['payBy'] });
  const approved = await year.approve(claim, answer);
  const sent = await year.step(sendPayment, { id: claim, version: approved.version, input: null });
  const { version } = await year.view(claim);
  const paid = { id: claim, version, input: { reference: 'T-1' } };
  expect([sent.step, (await year.step(confirmPayment, paid)).step]).toEqual(['done', 'done']);
  expect(await year.step(confirmPayment, paid)).toMatchObject({ step: 'done', repeated: true });
  const seen = await year.view(claim);
  expect(seen).toMatchObject({ status: 'paid', paid: { reference: 'T-1' }, payment: { attempt: 1 } });
  expect(seen.decision?.trace).toMatchObject({ calculation: 'jkm_death' });
  expect((await year.actsOf(claim)).map(({ act, role, agency }) => [act, role, agency])).toEqual([
    ['claim-reported', 'claims-officer', 'bpjs-tk'],
    ['claim-granted', 'claims-officer', 'bpjs-tk'],
    ['claim-approved', 'claims-approver', 'bpjs-tk'],
    ['claim-payment-sent', null, 'house'],
    ['claim-paid', null, 'house'],
  ]);
});

describe('checked by other eyes', () => {
  test('who decided does not approve, return or refuse, with whatever role; nor by a second key', async () => {
    const claim = year.idOf('eyes');
    const { version } = await year.grant(claim, await year.report('eyes'), BOTH_ROLES);
    const approve = { version, amount: rupiah(42_000_000) };
    for (const key of ['eyes-1', 'eyes-2'])
      expect(codeOf(await year.act(approveClaim, BOTH_ROLES, claim, approve, key))).toBe('FOUR_EYES');
    expect(codeOf(await year.act(returnClaim, BOTH_ROLES, claim, { version, reason: REASON }))).toBe('FOUR_EYES');
    const refusal = { version, ground: 'DOCUMENTS_FALSE' } as const;
    expect(codeOf(await year.act(refuseClaim, BOTH_ROLES, claim, refusal))).toBe('FOUR_EYES');
    expect(codeOf(await year.act(approveClaim, APPROVER, claim, { ...approve, amount: rupiah(1) }))).toBe(
      'SUM_DIFFERS',
    );
    expect(codeOf(await year.act(approveClaim, OFFICER, claim, approve))).toBe('NOT_YOUR_ACT');
    expect(codeOf(await year.act(approveClaim, APPROVER, claim, approve))).toBe('accepted');
  });

  test('a returned claim is decided again, knowing why; the old grant is not approved any more', async () => {
    const { claim, version } = await year.granted('returned');
    const back = await year.act(returnClaim, APPROVER, claim, { version, reason: REASON });
    expect(back).toMatchObject({ value: { status: 'returned', due: addDays(BEGINS, 30) } });
    expect(await year.view(claim)).toMatchObject({
      decision: { nth: 1, verdict: { verdict: 'returned', reason: REASON } },
    });
    const old = { version, amount: rupiah(42_000_000) };
    expect(codeOf(await year.act(approveClaim, APPROVER, claim, old))).toBe('ACT_OUT_OF_ORDER');
    const again = await year.grant(claim, await year.view(claim), OTHER_OFFICER);
    expect(codeOf(await year.act(approveClaim, APPROVER, claim, old))).toBe('VERSION_CHANGED');
    await year.approve(claim, again, OTHER_APPROVER);
    expect(await year.view(claim)).toMatchObject({ status: 'approved', decision: { nth: 2 } });
  });

  test('an approver refuses on a ground that fits, and the event may be reported again', async () => {
    const nik = await year.enrol();
    const { claim, version } = await year.granted('checked', { nik });
    const wrong = await year.act(refuseClaim, APPROVER, claim, { version, ground: 'ABLE_TO_WORK' });
    expect(codeOf(wrong)).toBe('GROUND_DOES_NOT_FIT');
    const refused = await year.act(refuseClaim, APPROVER, claim, { version, ground: 'NOT_THE_MEMBER' });
    expect(refused).toMatchObject({ value: { status: 'refused', due: null } });
    expect(await year.view(claim)).toMatchObject({
      status: 'refused',
      ground: 'NOT_THE_MEMBER',
      decision: { decision: 'grant' },
    });
    await year.report('checked-again', { nik });
  });
});

describe('what its maker takes back', () => {
  test('a decision until it is checked, by its maker alone', async () => {
    const { claim, version } = await year.granted('taken-back');
    const take = { version, reason: REASON };
    expect(codeOf(await year.act(withdrawDecision, OTHER_OFFICER, claim, take))).toBe('NOT_ITS_MAKER');
    const withdrawn = await year.act(withdrawDecision, OFFICER, claim, take);
    expect(withdrawn).toMatchObject({ value: { status: 'reported', due: addDays(BEGINS, 30) } });
    const again = await year.grant(claim, await year.view(claim));
    await year.approve(claim, again);
    const late = await year.act(withdrawDecision, OFFICER, claim, { version: again.version, reason: REASON });
    expect(codeOf(late)).toBe('ACT_OUT_OF_ORDER');
  });

  test('a report until it is decided; its number and its event are free for what is right', async () => {
    const nik = await year.enrol();
    const claim = year.idOf('withdrawn');
    const { version } = await year.report('withdrawn', { nik });
    const take = { version, reason: REASON };
    expect(codeOf(await year.act(withdrawClaim, OTHER_OFFICER, claim, take))).toBe('NOT_ITS_MAKER');
    expect(codeOf(await year.act(withdrawClaim, OFFICER, claim, take))).toBe('accepted');
    await year.report('withdrawn-right', { nik });
    const same = await year.reportBody('withdrawn', { nik: await year.enrol() });
    expect(codeOf(await year.act(reportClaim, OFFICER, claim, same))).toBe('ALREADY_EXISTS');
  });
});

describe('the bank', () => {
  test('an order without an answer is unknown, found later by asking, and paid once', async () => {
    const { claim, version } = await year.paying('unknown');
    await year.step(doubtPayment, { id: claim, version, input: null });
    const unknown = await year.view(claim);
    expect(unknown.status).toBe('payment-unknown');
    const input = { reference: 'T-2' };
    expect((await year.step(confirmPayment, { id: claim, version: unknown.version, input })).step).toBe('done');
    expect((await year.step(confirmPayment, { id: claim, version, input })).step).toBe('moved-on');
  });

  test('a person who has made sure that nothing was paid orders again, under another instruction', async () => {
    const { claim, version } = await year.paying('renewed');
    await year.step(doubtPayment, { id: claim, version, input: null });
    const unknown = await year.view(claim);
    const renew = { version: unknown.version, reason: 'Rekening koran 20 Juni tidak memuatnya.' };
    expect(codeOf(await year.act(renewPayment, OFFICER, claim, renew))).toBe('NOT_YOUR_ACT');
    const renewed = await year.act(renewPayment, APPROVER, claim, renew);
    expect(renewed).toMatchObject({ value: { status: 'approved' } });
    await year.step(sendPayment, { id: claim, version: (await year.view(claim)).version, input: null });
    expect(await year.view(claim)).toMatchObject({
      status: 'paying',
      payment: { attempt: 2, instruction: `${claim}/2` },
    });
  });

  test('nobody takes a claim back once the bank was asked', async () => {
    const { claim, version } = await year.paying('sent');
    const body = { version, reason: REASON };
    const outcomes = [
      await year.act(withdrawDecision, OFFICER, claim, body),
      await year.act(withdrawClaim, OFFICER, claim, body),
      await year.act(returnClaim, APPROVER, claim, body),
    ];
    expect(outcomes.map(codeOf)).toEqual(Array(3).fill('ACT_OUT_OF_ORDER'));
  });
});
