import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { askApi, type RawAnswer, type RawRequest } from '../support/ask-api';
import {
  draftCycle,
  type DraftedCycle,
  type ExpectedRefusal,
  expectRefused,
  TEXT_SHA256,
} from '../support/drafted-cycle';
import { strangersKey, tokenFor } from '../support/people';
import { stackUnderTest } from '../support/stack-under-test';

/* What people, programs and attackers send by mistake or on purpose. Each gets its answer, and nothing changes. */

const house = stackUnderTest('03-31');
const FIFTY_MB = 50 * 1024 * 1024;

let cycle: DraftedCycle;
const draft: DraftedCycle['draft'] = (terms) => cycle.draft(terms);
const send: DraftedCycle['send'] = (path, request) => cycle.send(path, request);
const refused = (attempt: (language?: string) => Promise<RawAnswer>, expected: ExpectedRefusal) =>
  expectRefused(house, attempt, expected);

beforeAll(async () => {
  cycle = await draftCycle(house, 'READ');
});

describe('a request that cannot be read', () => {
  const unread = (name: string, expected: ExpectedRefusal, request: () => RawRequest) => {
    test(name, () => refused((language) => send('/cycles', { key: 'unread', ...request(), language }), expected));
  };
  const BAD_BODY = { status: 400, code: 'BAD_BODY' };
  const MALFORMED = { status: 400, code: 'MALFORMED_REQUEST' };

  unread('JSON that breaks off', MALFORMED, () => ({ body: '{"agreement": "PKS-1", ' }));
  unread('no JSON at all', MALFORMED, () => ({ body: 'agreement=PKS-1' }));
  unread('an empty body', BAD_BODY, () => ({}));
  unread('a list instead of an object', BAD_BODY, () => ({ body: [draft()] }));
  unread('text where a number belongs', BAD_BODY, () => ({ body: draft({ workers: '10' }) }));
  unread('rupiah as a number, not as a decimal string', BAD_BODY, () => ({ body: draft({ ceiling: 2016000 }) }));
  unread('a fraction of a rupiah', BAD_BODY, () => ({ body: draft({ ceiling: '2016000.5' }) }));
  unread('a field that nobody knows', BAD_BODY, () => ({ body: { ...draft(), isAdmin: true } }));
  unread('a field that nobody knows, further in', BAD_BODY, () => ({ body: draft({ discount: '1' }) }));
  unread('another content type', { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' }, () => ({
    contentType: 'application/xml',
    body: '<draft/>',
  }));
  unread('a key with a space', { status: 400, code: 'IDEMPOTENCY_KEY_BAD' }, () => ({ key: 'a b', body: draft() }));

  test('no key', () =>
    refused((language) => send('/cycles', { body: draft(), language }), {
      status: 400,
      code: 'IDEMPOTENCY_KEY_MISSING',
    }));

  test('a prototype in the JSON', async () => {
    const poisoned = JSON.stringify(draft()).replace('{', '{"__proto__":{"isAdmin":true},');
    await refused((language) => send('/cycles', { key: 'p', body: poisoned, language }), {
      status: 400,
      code: 'MALFORMED_REQUEST',
    });
  });

  test('a NUL byte in a number of a document', async () => {
    const token = await house.stack.token('kemensos-checker');
    const body = { textSha256: TEXT_SHA256, number: 'PKS\u00001' };
    const path = `${cycle.document}/sign-agreement`;
    const answer = await refused((language) => send(path, { token, key: 'nul', body, language }), BAD_BODY);
    expect(answer.body['path']).toBe('number');
  });

  test('a NUL byte in the address', async () => {
    const answer = await send(`/cycles/PKS%00/${cycle.year}/documents/0/accept-text`, {
      key: 'n',
      body: { textSha256: TEXT_SHA256 },
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'BAD_AGREEMENT_ID' } });
  });
});

describe('a body of 50 MB', () => {
  test('to a route that takes JSON', async () => {
    const body = `"${'x'.repeat(FIFTY_MB)}"`;
    await refused((language) => send('/cycles', { key: 'big', body, language }), {
      status: 413,
      code: 'BODY_TOO_LARGE',
    });
  });

  test('to the rosters: refused, and not one byte of it is kept', async () => {
    const body = new Uint8Array(FIFTY_MB);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const put = (language?: string) =>
      send(`/rosters/${sha256}`, {
        method: 'PUT',
        contentType: 'application/octet-stream',
        body,
        language,
      });
    await refused(put, { status: 413, code: 'BODY_TOO_LARGE' });
    expect(readdirSync(house.stack.folders.content, { recursive: true })).toEqual([]);
  });

  test('bytes that are not those of their address', async () => {
    await refused(
      (language) => send(`/rosters/${TEXT_SHA256}`, { method: 'PUT', contentType: 'text/csv', body: 'lain', language }),
      { status: 422, code: 'CONTENT_DIFFERS' },
    );
  });
});

describe('an address that is not there', () => {
  test('an unknown route', () =>
    refused((language) => send('/agreement', { body: {}, language }), {
      status: 404,
      code: 'NOT_FOUND',
    }));

  test('a method that the route does not have', () =>
    refused((language) => send(`/cycles/${cycle.agreement}/${cycle.year}`, { method: 'DELETE', language }), {
      status: 404,
      code: 'NOT_FOUND',
    }));

  test('a year that nobody drafted', () =>
    refused((language) => send('/cycles/PKS-NONE/2031', { method: 'GET', language }), {
      status: 404,
      code: 'NOT_FOUND',
    }));
});

describe('nobody, or nobody we know', () => {
  const officer = { subject: 'somebody', agency: 'kemensos', roles: ['maker'] } as const;
  const unknown = (name: string, code: string, token: () => Promise<string | undefined>) => {
    test(`${name}: 401, and not in the journal`, async () => {
      const bearer = await token();
      await refused(
        (language) =>
          askApi(house, '/cycles', {
            key: 'anonymous',
            body: draft(),
            token: bearer,
            language,
          }),
        { status: 401, code },
      );
    });
  };

  unknown('no token', 'NOT_SIGNED_IN', () => Promise.resolve(undefined));
  unknown('a token that is none', 'NOT_SIGNED_IN', () => Promise.resolve('abc.def.ghi'));
  unknown('a token that says it needs no signature', 'NOT_SIGNED_IN', async () => {
    const [, claims] = (await tokenFor(house, officer)).split('.');
    return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims ?? ''}.`;
  });
  unknown('a token whose claims were changed', 'NOT_SIGNED_IN', async () => {
    const [header, , signature] = (await house.stack.token('kemensos-maker')).split('.');
    const [, claims] = (await tokenFor(house, { ...officer, roles: ['maker', 'checker'] })).split('.');
    return [header, claims, signature].join('.');
  });
  unknown('a token of yesterday', 'TOKEN_EXPIRED', () => tokenFor(house, officer, { expires: '-1h' }));
  unknown('a token of another issuer', 'NOT_SIGNED_IN', () =>
    tokenFor(house, officer, { issuer: 'https://elsewhere.example' }),
  );
  unknown('a token that a stranger signed', 'NOT_SIGNED_IN', () => tokenFor(house, officer, { key: strangersKey() }));

  test('a role that the agency does not have', async () => {
    const token = await tokenFor(house, { subject: 'x', agency: 'bpjs-tk', roles: ['auditor'] });
    await refused((language) => send('/cycles', { token, key: 'r', body: draft(), language }), {
      status: 403,
      code: 'NO_SUCH_ROLE',
    });
  });
});
