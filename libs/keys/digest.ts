import { createHmac } from 'node:crypto';

import { type KeyRing } from './key-ring';

/**
 * HMAC-SHA-256 (32 bytes): the same text has the same digest, and nobody without the key can try all NIKs. Adding a key
 * to this ring hides every digest made before: a digest's key is changed only together with all its rows.
 */
export function digest(ring: KeyRing, text: string): Buffer {
  return createHmac('sha256', ring.current.secret).update(text, 'utf8').digest();
}
