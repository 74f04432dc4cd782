import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';

import { checkToken, parseClaims, type TokenRules } from './token-check';

const ISSUER = 'http://127.0.0.1/issuer';
const claims = { name: 'Wening Prabasari', agency: 'kemensos', roles: ['maker'] };
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let rules: TokenRules;

beforeAll(async () => {
  keys = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256' };
  rules = { issuer: ISSUER, audience: 'kerjasama', keys: createLocalJWKSet({ keys: [jwk] }) };
});

const token = (body: JWTPayload = {}, expires = '10m', alg = 'ES256'): SignJWT =>
  new SignJWT({ ...claims, ...body })
    .setProtectedHeader({ alg, kid: 'k1' })
    .setSubject('s-1')
    .setIssuer(ISSUER)
    .setAudience('kerjasama')
    .setIssuedAt()
    .setExpirationTime(expires);

const check = async (jwt: SignJWT): Promise<unknown> => checkToken(rules, await jwt.sign(keys.privateKey));

test('a good token names a person of one agency', async () => {
  expect(await check(token())).toEqual({
    refused: false,
    value: { subject: 's-1', agency: 'kemensos', roles: ['maker'], name: 'Wening Prabasari' },
  });
});

test('another issuer, another audience, or no expiry: not signed in', async () => {
  expect(await check(token().setIssuer('http://evil.invalid'))).toMatchObject({ code: 'NOT_SIGNED_IN' });
  expect(await check(token().setAudience('another'))).toMatchObject({ code: 'NOT_SIGNED_IN' });
  const endless = new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'k1' }).setSubject('s-1');
  expect(await check(endless.setIssuer(ISSUER).setAudience('kerjasama').setIssuedAt())).toMatchObject({
    code: 'NOT_SIGNED_IN',
  });
});

test('a token just past its time is tolerated, a minute later it has expired', async () => {
  expect(await check(token({}, '-10s'))).toMatchObject({ refused: false });
  expect(await check(token({}, '-60s'))).toMatchObject({ code: 'TOKEN_EXPIRED' });
});

test('another key, no signature, a shared secret, or rubbish: not signed in', async () => {
  const stranger = await generateKeyPair('ES256');
  const unsigned = new UnsecuredJWT(claims).setSubject('s-1').setIssuer(ISSUER).setAudience('kerjasama').encode();
  const shared = await token({}, '10m', 'HS256').sign(new TextEncoder().encode('x'.repeat(32)));
  const forged = await token().sign(stranger.privateKey);
  for (const bad of [unsigned, shared, forged, '', 'a.b.c', 'rubbish'])
    expect(await checkToken(rules, bad)).toMatchObject({ code: 'NOT_SIGNED_IN' });
});

test('an issuer that does not answer is an outage, not a refusal', async () => {
  const down = { ...rules, keys: () => Promise.reject(new TypeError('fetch failed')) };
  await expect(checkToken(down, await token().sign(keys.privateKey))).rejects.toThrow('fetch failed');
});

test.each<[string, JWTPayload, string]>([
  ['an unknown agency', { agency: 'bpjs' }, 'NO_SUCH_ROLE'],
  ['no agency', { agency: undefined }, 'NO_SUCH_ROLE'],
  ['a role of the other agency', { roles: ['maker', 'claims-officer'] }, 'NO_SUCH_ROLE'],
  ['a role twice', { roles: ['maker', 'maker'] }, 'NO_SUCH_ROLE'],
  ['no role', { roles: [] }, 'NO_SUCH_ROLE'],
  ['roles as one text', { roles: 'maker' }, 'NO_SUCH_ROLE'],
  ['a role that is no text', { roles: [['maker']] }, 'NO_SUCH_ROLE'],
  ['a subject with a line break', { sub: 'a\nb' }, 'NOT_SIGNED_IN'],
  ['a blank name', { name: ' ' }, 'NOT_SIGNED_IN'],
  ['an endless subject', { sub: 'x'.repeat(201) }, 'NOT_SIGNED_IN'],
])('claims with %s are refused', (_what, change, code) => {
  expect(parseClaims({ sub: 's-1', ...claims, ...change })).toMatchObject({ refused: true, code });
});
