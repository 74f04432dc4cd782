import { accept, type Outcome, type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';

import { isAgency, isRoleOf, type Who } from './who';

export interface TokenRules {
  /** Exactly the `iss` of the token. */
  readonly issuer: string;
  readonly audience: string;
  /** The issuer's public keys: jose's `createRemoteJWKSet` or `createLocalJWKSet`. */
  readonly keys: JWTVerifyGetKey;
}

/** Only signatures that need the issuer's private key; never `none`, never a shared secret. */
const ALGORITHMS = ['ES256', 'RS256'];
const CLOCK_TOLERANCE_S = 30;

/** Errors that are the token's fault. Any other, e.g. an issuer that does not answer, is an outage and is thrown. */
const TOKEN_FAULTS = [
  errors.JWTClaimValidationFailed,
  errors.JWTExpired,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
] as const;

/**
 * Reads a bearer JWT: issuer, audience, times, signature, then the claims `sub`, `name`, `agency` and `roles`, strictly.
 * Refuses with `NOT_SIGNED_IN`, `TOKEN_EXPIRED` or `NO_SUCH_ROLE`; throws when the issuer's keys cannot be had.
 */
export async function checkToken(rules: TokenRules, token: string): Promise<Outcome<Who>> {
  try {
    const { payload } = await jwtVerify(token, rules.keys, {
      issuer: rules.issuer,
      audience: rules.audience,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE_S,
      requiredClaims: ['sub', 'exp', 'iat'],
    });
    return parseClaims(payload);
  } catch (error) {
    if (error instanceof errors.JWTExpired) return expired();
    if (TOKEN_FAULTS.some((fault) => error instanceof fault)) return notSignedIn();
    throw error;
  }
}

/** The person whom verified claims name. One role that its agency does not have, and none of them is believed. */
export function parseClaims(claims: JWTPayload): Outcome<Who> {
  const { sub: subject, name, agency, roles } = claims;
  if (!isPlainText(subject) || !isPlainText(name)) return notSignedIn();
  if (!isAgency(agency) || !Array.isArray(roles) || roles.length === 0) return noSuchRole();
  const known = roles.filter((role: unknown) => isRoleOf(agency, role));
  if (known.length !== roles.length || new Set(known).size !== known.length) return noSuchRole();
  return accept({ subject, name, agency, roles: known });
}

/** Visible text of a sensible length: a subject goes into the journal. */
function isPlainText(value: unknown): value is string {
  return typeof value === 'string' && /^[^\p{C}]{1,200}$/u.test(value) && value.trim() === value;
}

function notSignedIn(): Refusal {
  return refuse(
    'NOT_SIGNED_IN',
    { id: 'Tanda masuk tidak dapat dipercaya.', en: 'The sign-in token cannot be trusted.' },
    { id: 'Masuk lagi melalui penyedia identitas Anda.', en: 'Sign in again at your identity provider.' },
  );
}

function expired(): Refusal {
  return refuse(
    'TOKEN_EXPIRED',
    { id: 'Tanda masuk sudah lewat waktunya.', en: 'The sign-in token has expired.' },
    { id: 'Masuk lagi melalui penyedia identitas Anda.', en: 'Sign in again at your identity provider.' },
  );
}

function noSuchRole(): Refusal {
  return refuse(
    'NO_SUCH_ROLE',
    {
      id: 'Tanda masuk tidak menyebut lembaga dan peran yang dikenal di sini.',
      en: 'The token names no agency and role that exist here.',
    },
    {
      id: 'Minta pengelola identitas memberi peran yang benar.',
      en: 'Ask your identity administrator for the right role.',
    },
  );
}
