import { createHash } from 'node:crypto';
import { type RawAnswer, type RawRequest } from '../support/ask-api';
import { facts, printDatabase, refusedActs } from '../support/database-print';
import {
  draftCycle,
  type DraftedCycle,
  type ExpectedRefusal,
  expectRefused,
  TEXT_SHA256,
} from '../support/drafted-cycle';
import { tokenFor } from '../support/people';
import { stackUnderTest } from '../support/stack-under-test';

/* Acts of people who are signed in: what the rules refuse is witnessed, what is repeated is done once. */

const house = stackUnderTest('11-19');

let cycle: DraftedCycle;
const send: DraftedCycle['send'] = (path, request) => cycle.send(path, request);
const accept = (request: RawRequest) => send(`${cycle.document}/accept-text`, request);
const print = () => printDatabase(house.database('superuser'));
const witnessed = () => refusedActs(house.database('auditor'));

beforeAll(async () => {
  cycle = await draftCycle(house, 'ACTS');
});

describe('an act that its sender may not do: refused, witnessed once, nothing else changed', () => {
  const expectWitnessed = async (
    attempt: (language?: string) => Promise<RawAnswer>,
    expected: ExpectedRefusal,
    act: { actor: string; command: string },
  ) => {
    const before = await witnessed();
    await expectRefused(house, attempt, expected, facts);
    const after = await witnessed();
    expect(after.slice(before.length)).toEqual([{ ...act, code: expected.code }]);
  };

  test("somebody else's act", () =>
    expectWitnessed(
      (language) => accept({ key: 'not-mine', body: { textSha256: TEXT_SHA256 }, language }),
      { status: 403, code: 'NOT_YOUR_ACT' },
      { actor: 'demo-01', command: 'accept-text' },
    ));

  test('an act out of order', async () => {
    const token = await house.stack.token('kemensos-checker');
    await expectWitnessed(
      (language) =>
        send(`${cycle.document}/sign-agreement`, {
          token,
          key: 'too-early',
          body: { textSha256: TEXT_SHA256, number: 'PKS/1' },
          language,
        }),
      { status: 409, code: 'ACT_OUT_OF_ORDER' },
      { actor: 'demo-02', command: 'sign-agreement' },
    );
  });

  test('an act on a stage that has not begun', () =>
    expectWitnessed(
      (language) =>
        send(`/cycles/${cycle.agreement}/${cycle.year}/budget/propose-allocation`, {
          key: 'no-budget',
          body: { dipaNumber: 'DIPA-1', revision: 0, pagu: '2016000', blocked: '0' },
          language,
        }),
      { status: 409, code: 'ACT_OUT_OF_ORDER' },
      { actor: 'demo-01', command: 'propose-allocation' },
    ));

  test('the same key with another body', () =>
    expectWitnessed(
      (language) => send('/cycles', { key: 'draft', body: cycle.draft({ workers: 9 }), language }),
      { status: 422, code: 'KEY_REUSED' },
      { actor: 'demo-01', command: 'draft-agreement' },
    ));

  test('another text than the one that was drafted', async () => {
    const token = await house.stack.token('bpjs-tk-maker');
    const body = { textSha256: createHash('sha256').update('naskah lain').digest('hex') };
    await expectWitnessed(
      (language) => accept({ token, key: 'other-text', body, language }),
      { status: 422, code: 'TEXT_DIFFERS' },
      { actor: 'demo-03', command: 'accept-text' },
    );
  });
});

describe('an act that is sent twice', () => {
  test('has one answer and stands in the journal once', async () => {
    const again = () => send('/cycles', { key: 'draft', body: cycle.draft() });
    const before = await print();
    expect(await again()).toEqual(await again());
    expect((await again()).body).toEqual({ document: 0, status: 'drafted', signedBy: [] });
    expect(await print()).toEqual(before);
  });

  test('twice at the same moment: one act', async () => {
    const token = await house.stack.token('bpjs-tk-maker');
    const once = () => accept({ token, key: 'accept', body: { textSha256: TEXT_SHA256 } });
    const answers = await Promise.all([once(), once(), once()]);
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: { status: 'text-agreed' } });
    const { rows } = await house
      .database('auditor')
      .query<{ acts: number }>(
        `select count(*)::integer as acts from journal.acts where chain = $1::text and act = 'agreement-text-accepted'`,
        [cycle.agreement],
      );
    expect(rows).toEqual([{ acts: 1 }]);
  });
});

test('four eyes: somebody with both roles may not sign what he drafted', async () => {
  const twoHats = { subject: 'two-hats', agency: 'kemensos', roles: ['maker', 'checker'] } as const;
  const token = await tokenFor(house, twoHats);
  const { document: path } = await draftCycle(house, 'EYES', token);
  const insurer = await house.stack.token('bpjs-tk-maker');
  const text = { textSha256: TEXT_SHA256 };
  expect((await send(`${path}/accept-text`, { token: insurer, key: 'accept', body: text })).status).toBe(200);
  await expectRefused(
    house,
    (language) =>
      send(`${path}/sign-agreement`, {
        token,
        key: 'own-draft',
        body: { ...text, number: 'PKS/1' },
        language,
      }),
    { status: 403, code: 'FOUR_EYES' },
    facts,
  );
  expect((await witnessed()).at(-1)).toEqual({ actor: 'two-hats', command: 'sign-agreement', code: 'FOUR_EYES' });
  const checker = await house.stack.token('kemensos-checker');
  const signed = await send(`${path}/sign-agreement`, {
    token: checker,
    key: 'sign',
    body: { ...text, number: 'PKS/1' },
  });
  expect(signed).toMatchObject({ status: 200, body: { status: 'signed-by-kemensos' } });
});
