import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type Agency, type Role } from '@kerjasama/identity/who';
import { loadKeys } from '@kerjasama/keys/key-files';
import { SignJWT } from 'jose';
import { type StackUnderTest } from './stack-under-test';

/** Somebody whom the stack's issuer does not know by itself. */
export interface Somebody {
  readonly subject: string;
  readonly agency: Agency;
  readonly roles: readonly Role[];
}

interface TokenWish {
  readonly expires?: string;
  readonly issuer?: string;
  /** Whose signature: the stack's own issuer unless told. */
  readonly key?: KeyObject;
}

const AUDIENCE = 'kerjasama';

/** A token for anybody, signed with the key of the stack's own issuer: only the owner of its folder can do this. */
export async function tokenFor(house: StackUnderTest, who: Somebody, wish: TokenWish = {}): Promise<string> {
  const keys = await loadKeys(house.stack.folders.keys, ['issuer-private', 'issuer-public']);
  const published = keys['issuer-public'].export({ format: 'jwk' });
  const kid = createHash('sha256').update(JSON.stringify(published)).digest('hex').slice(0, 16);
  return new SignJWT({ name: 'Seseorang', agency: who.agency, roles: [...who.roles] })
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'JWT' })
    .setIssuer(wish.issuer ?? house.urls().issuer)
    .setAudience(AUDIENCE)
    .setSubject(who.subject)
    .setIssuedAt('-2h')
    .setExpirationTime(wish.expires ?? '1h')
    .sign(wish.key ?? keys['issuer-private']);
}

/** The key of an issuer that nobody here trusts. */
export function strangersKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}
