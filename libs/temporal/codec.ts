import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type DataConverter, type Payload, type PayloadCodec, ValueError } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
// Loaded by its path; imported so that the build carries it along.
import './failure-converter';

/** A symmetric key of 32 bytes, and the id under which its ciphertexts name it. */
export interface PayloadKey {
  readonly id: string;
  readonly key: Buffer;
}

/** What `metadata.encoding` of an encrypted payload says. */
export const ENCRYPTED = 'binary/encrypted';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts what Temporal stores: nonce, ciphertext, tag. The key's id travels in the metadata and is authenticated.
 * Decoding is tolerant: a payload that is not ours is handed on as it is, because a codec that throws lets anyone with
 * a raw client stop a workflow for good by one plain signal. Whether plain input is acceptable is judged later, by the
 * act ticket. An unknown key or a forged ciphertext does throw.
 *
 * @param keys the first encrypts; all decrypt, so that a key can be retired
 */
export function payloadCodec(...keys: readonly [PayloadKey, ...PayloadKey[]]): PayloadCodec {
  for (const { id, key } of keys) if (key.length !== 32) throw new RangeError(`Payload key ${id} is not 32 bytes long`);
  const [current] = keys;
  return {
    encode: (payloads) => Promise.resolve(payloads.map((payload) => encrypt(payload, current))),
    decode: (payloads) => Promise.resolve(payloads.map((payload) => decrypt(payload, keys))),
  };
}

/** The data converter of every client and worker of the house. */
export function dataConverter(codec: PayloadCodec): DataConverter & { failureConverterPath: string } {
  return { payloadCodecs: [codec], failureConverterPath: join(__dirname, 'failure-converter') };
}

function encrypt(payload: Payload, { id, key }: PayloadKey): Payload {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(id));
  const plain = temporal.api.common.v1.Payload.encode(payload).finish();
  const data = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { metadata: { encoding: Buffer.from(ENCRYPTED), keyId: Buffer.from(id) }, data };
}

function decrypt(payload: Payload, keys: readonly PayloadKey[]): Payload {
  if (metadataText(payload, 'encoding') !== ENCRYPTED) return payload;
  const id = metadataText(payload, 'keyId');
  const found = keys.find((key) => key.id === id);
  if (found === undefined) throw new ValueError(`No payload key ${id}`);
  const data = Buffer.from(payload.data ?? []);
  if (data.length < NONCE_BYTES + TAG_BYTES) throw new ValueError('An encrypted payload is cut short');
  const nonce = data.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, found.key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(found.id))
    .setAuthTag(data.subarray(data.length - TAG_BYTES));
  const plain = decipher.update(data.subarray(NONCE_BYTES, data.length - TAG_BYTES));
  return temporal.api.common.v1.Payload.decode(Buffer.concat([plain, decipher.final()]));
}

function metadataText(payload: Payload, name: string): string {
  return Buffer.from(payload.metadata?.[name] ?? []).toString('utf8');
}
