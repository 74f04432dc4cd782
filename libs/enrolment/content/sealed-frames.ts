import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { type KeyRing, type SymmetricKey } from '@kerjasama/keys/key-ring';

/*
 * Bytes at rest: `KJC1`, the key's id (4 bytes), 32 bytes of salt, then frames of 64 KiB, each ciphertext ‖ tag (AES-256-GCM). Every file has a
 * key of its own, HKDF-SHA-256(key, salt); a frame's nonce is its number and whether it is the last. So a frame that is
 * altered, moved, left out or put after the end fails, and so does a file that was cut short.
 */
const MAGIC = Buffer.from('KJC1');
const ID_BYTES = 4;
const SALT_BYTES = 32;
const HEAD_BYTES = MAGIC.length + ID_BYTES + SALT_BYTES;
const FRAME_BYTES = 65_536;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** What was stored is not what was sealed. */
export class ContentDamaged extends Error {
  override readonly name = 'ContentDamaged';
}

export async function* sealFrames(ring: KeyRing, plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT_BYTES);
  const key = fileKey(ring.current, salt);
  yield Buffer.concat([MAGIC, Buffer.from(ring.current.id, 'hex'), salt]);
  for await (const { bytes, number, last } of framesOf(plain, FRAME_BYTES)) {
    const cipher = createCipheriv(CIPHER, key, nonceOf(number, last), { authTagLength: TAG_BYTES });
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/** @throws ContentDamaged */
export async function* openFrames(ring: KeyRing, sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let key: Buffer | null = null;
  for await (const { bytes, number, last } of framesOf(sealed, FRAME_BYTES + TAG_BYTES, HEAD_BYTES)) {
    if (key === null) {
      key = openHead(ring, bytes);
      if (last) throw new ContentDamaged('The stored content ends before it begins');
      continue;
    }
    yield openFrame(key, bytes, nonceOf(number - 1, last));
  }
}

function openFrame(key: Buffer, bytes: Buffer, nonce: Buffer): Buffer {
  const end = bytes.length - TAG_BYTES;
  if (end < 0) throw new ContentDamaged('The stored content was cut short');
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAuthTag(bytes.subarray(end));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, end)), decipher.final()]);
  } catch (cause) {
    throw new ContentDamaged('The stored content was altered, cut short or sealed with another key', { cause });
  }
}

interface Frame {
  readonly bytes: Buffer;
  readonly number: number;
  readonly last: boolean;
}

/** Frames of `size` bytes (the first of `firstSize`), the last one of what is left: at least one, be it empty. */
async function* framesOf(source: AsyncIterable<Buffer>, size: number, firstSize = size): AsyncGenerator<Frame> {
  let held = Buffer.alloc(0);
  let number = 0;
  for await (const block of source) {
    held = Buffer.concat([held, block]);
    for (let want = number === 0 ? firstSize : size; held.length > want; want = size) {
      yield { bytes: held.subarray(0, want), number, last: false };
      held = held.subarray(want);
      number += 1;
    }
  }
  yield { bytes: held, number, last: true };
}

function fileKey({ secret }: SymmetricKey, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, 'kerjasama content', 32));
}

function openHead(ring: KeyRing, head: Buffer): Buffer {
  const key = ring.find(head.subarray(MAGIC.length, MAGIC.length + ID_BYTES).toString('hex'));
  if (!head.subarray(0, MAGIC.length).equals(MAGIC) || head.length < HEAD_BYTES || key === undefined)
    throw new ContentDamaged('This is not stored content, or its key is not here');
  return fileKey(key, head.subarray(MAGIC.length + ID_BYTES));
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}
