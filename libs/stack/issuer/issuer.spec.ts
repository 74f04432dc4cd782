import { generateKeyPairSync } from 'node:crypto';
import { DEMO_PEOPLE, type DemoPerson } from '@kerjasama/identity/demo-people';
import { checkToken } from '@kerjasama/identity/token-check';
import { createRemoteJWKSet, decodeJwt } from 'jose';
import { choosePort } from '../ports';
import { type Issuer, openIssuer } from './issuer';

let issuer: Issuer;

function newKeys() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { 'issuer-private': privateKey, 'issuer-public': publicKey };
}

beforeEach(async () => {
  issuer = await openIssuer({ port: await choosePort(0), keys: newKeys(), audience: 'kerjasama' });
});

afterEach(() => issuer.close());

async function discovered(): Promise<{ issuer: string; jwks_uri: string }> {
  const response = await fetch(`${issuer.url}/.well-known/openid-configuration`);
  return (await response.json()) as { issuer: string; jwks_uri: string };
}

test.each(Object.keys(DEMO_PEOPLE) as DemoPerson[])(
  'the token of %s is believed, by discovery alone',
  async (person) => {
    const { issuer: name, jwks_uri } = await discovered();
    const rules = { issuer: name, audience: 'kerjasama', keys: createRemoteJWKSet(new URL(jwks_uri)) };
    const outcome = await checkToken(rules, await issuer.token(person));
    expect(outcome).toEqual({ refused: false, value: DEMO_PEOPLE[person] });
  },
);

test('a token of another issuer on the same address is not believed', async () => {
  const { issuer: name, jwks_uri } = await discovered();
  const other = await openIssuer({ port: await choosePort(0), keys: newKeys(), audience: 'kerjasama' });
  const forged = await other.token('operator');
  await other.close();
  const rules = { issuer: name, audience: 'kerjasama', keys: createRemoteJWKSet(new URL(jwks_uri)) };
  expect(await checkToken(rules, forged)).toMatchObject({ refused: true });
});

test('a token lives for twelve hours', async () => {
  const { iat = 0, exp = 0 } = decodeJwt(await issuer.token('auditor'));
  expect(exp - iat).toBe(12 * 3600);
});

test('the published keys hold nothing private, and over HTTP nobody gets a token', async () => {
  const { jwks_uri } = await discovered();
  const { keys } = (await (await fetch(jwks_uri)).json()) as { keys: object[] };
  expect(keys).toHaveLength(1);
  expect(keys[0]).toMatchObject({ alg: 'ES256', use: 'sig', crv: 'P-256' });
  expect(keys[0]).not.toHaveProperty('d');
  expect((await fetch(`${issuer.url}/token`)).status).toBe(404);
  expect((await fetch(`${issuer.url}/token`, { method: 'POST' })).status).toBe(405);
});
