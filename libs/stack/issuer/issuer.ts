import { createHash, type KeyObject } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { DEMO_PEOPLE, type DemoPerson } from '@kerjasama/identity/demo-people';
import { SignJWT } from 'jose';
import { closeServer, listenOnLoopback } from '../loopback-server';

/**
 * The embedded stack's own identity provider: discovery and public keys for everybody on loopback, tokens for nobody.
 * A token is given only through the supervisor's socket, which only the owner of the stack can open.
 */
export interface Issuer {
  readonly url: string;
  token(person: DemoPerson): Promise<string>;
  close(): Promise<void>;
}

export interface IssuerKeys {
  readonly 'issuer-private': KeyObject;
  readonly 'issuer-public': KeyObject;
}

export interface IssuerWish {
  readonly port: number;
  readonly keys: IssuerKeys;
  readonly audience: string;
}

/** A rehearsed year takes minutes of real time: a token outlives any of them. */
const LIFETIME = '12h';
const ALGORITHM = 'ES256';
const KEYS_PATH = '/.well-known/jwks.json';
const DISCOVERY_PATH = '/.well-known/openid-configuration';

export async function openIssuer(wish: IssuerWish): Promise<Issuer> {
  const url = `http://127.0.0.1:${wish.port}`;
  const published = wish.keys['issuer-public'].export({ format: 'jwk' });
  const kid = createHash('sha256').update(JSON.stringify(published)).digest('hex').slice(0, 16);
  const documents: Readonly<Record<string, unknown>> = {
    [DISCOVERY_PATH]: discovery(url),
    [KEYS_PATH]: { keys: [{ ...published, kid, alg: ALGORITHM, use: 'sig' }] },
  };
  const server = createServer((incoming, outgoing) => {
    const document = documents[(incoming.url ?? '').split('?')[0] ?? ''];
    if (incoming.method !== 'GET') answer(outgoing, 405, { error: 'method_not_allowed' });
    else if (document === undefined) answer(outgoing, 404, { error: 'not_found' });
    else answer(outgoing, 200, document);
  });
  await listenOnLoopback(server, wish.port);
  return {
    url,
    token: (person) => sign(person, url, kid, wish),
    close: () => closeServer(server),
  };
}

function sign(person: DemoPerson, issuer: string, kid: string, wish: IssuerWish): Promise<string> {
  const { subject, name, agency, roles } = DEMO_PEOPLE[person];
  return new SignJWT({ name, agency, roles: [...roles] })
    .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(wish.audience)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(LIFETIME)
    .sign(wish.keys['issuer-private']);
}

/** What OpenID Connect Discovery 1.0 requires; there is no page to sign in on, so no authorization endpoint answers. */
function discovery(url: string): unknown {
  return {
    issuer: url,
    jwks_uri: `${url}${KEYS_PATH}`,
    authorization_endpoint: `${url}/authorize`,
    response_types_supported: ['id_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [ALGORITHM],
    claims_supported: ['sub', 'name', 'agency', 'roles'],
  };
}

function answer(outgoing: ServerResponse, status: number, document: unknown): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  outgoing.end(JSON.stringify(document));
}
