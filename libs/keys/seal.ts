import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { type KeyRing } from './key-ring';

/** What was sealed cannot be opened: another key, another place, or other bytes. Says nothing of the content. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';

  constructor() {
    super('Sealed data cannot be opened: it was changed, moved, or sealed under a key that is not here');
  }
}

const VERSION = 1;
const ID_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + ID_BYTES + IV_BYTES + TAG_BYTES;

/**
 * AES-256-GCM: version (1 byte) ‖ key id (4) ‖ nonce (12) ‖ tag (16) ‖ ciphertext.
 * @param place what the data belongs to, e.g. `enrolment.member.nik`: sealed for one place, it opens in no other
 */
export function seal(ring: KeyRing, plain: Buffer, place: string): Buffer {
  const { id, secret } = ring.current;
  const head = Buffer.concat([Buffer.of(VERSION), Buffer.from(id, 'hex')]);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(associated(head, place));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([head, iv, cipher.getAuthTag(), sealed]);
}

/** The plain bytes; throws `SealBroken`. */
export function open(ring: KeyRing, sealed: Buffer, place: string): Buffer {
  const head = sealed.subarray(0, 1 + ID_BYTES);
  const key = ring.find(head.subarray(1).toString('hex'));
  if (sealed.length < HEAD_BYTES || sealed[0] !== VERSION || key === undefined) throw new SealBroken();
  const iv = sealed.subarray(head.length, head.length + IV_BYTES);
  const tag = sealed.subarray(head.length + IV_BYTES, HEAD_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key.secret, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(associated(head, place)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

function associated(head: Buffer, place: string): Buffer {
  return Buffer.concat([head, Buffer.from(place, 'utf8')]);
}
