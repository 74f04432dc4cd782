import { type JsonObject } from '@kerjasama/kernel/json';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';
import { type Payload, type PayloadCodec } from '@temporalio/common';

/** The body of Temporal's codec protocol: bytes as base64 text. */
export interface CodecBody {
  readonly payloads: readonly CodecPayload[];
}

export interface CodecPayload {
  readonly metadata?: Readonly<Record<string, string>>;
  /** Left out when empty. */
  readonly data?: string;
}

/**
 * The answer of `POST /decode`, which the Temporal UI asks for readable payloads. There is no `/encode`: nobody needs
 * the house to encrypt for them. A payload that cannot be decrypted comes back as it was sent, so that one foreign
 * payload does not hide the others.
 *
 * @param body parsed JSON of the request; anything but the protocol's shape is refused (`BAD_CODEC_BODY`)
 */
export async function decodePayloads(codec: PayloadCodec, body: unknown): Promise<Outcome<CodecBody>> {
  if (!isCodecBody(body)) {
    return refuse(
      'BAD_CODEC_BODY',
      { id: 'Isi permintaan tidak dapat dibaca.', en: 'The request body cannot be read.' },
      {
        id: 'Kirim {"payloads": [{"metadata": {…}, "data": "…"}]} dengan base64.',
        en: 'Send {"payloads": [{"metadata": {…}, "data": "…"}]} with base64.',
      },
      { path: 'payloads' },
    );
  }
  return accept({ payloads: await Promise.all(body.payloads.map((payload) => decodeOne(codec, payload))) });
}

async function decodeOne(codec: PayloadCodec, sent: CodecPayload): Promise<CodecPayload> {
  const payload: Payload = { metadata: mapValues(sent.metadata ?? {}, fromBase64), data: fromBase64(sent.data ?? '') };
  try {
    const [decoded] = await codec.decode([payload]);
    if (decoded === undefined) return sent;
    return { metadata: mapValues(decoded.metadata ?? {}, toBase64), data: toBase64(decoded.data ?? new Uint8Array()) };
  } catch {
    return sent;
  }
}

function isCodecBody(body: unknown): body is CodecBody {
  return isRecord(body) && Array.isArray(body['payloads']) && body['payloads'].every(isCodecPayload);
}

function isCodecPayload(payload: unknown): payload is CodecPayload {
  if (!isRecord(payload)) return false;
  const { metadata = {}, data = '' } = payload;
  return typeof data === 'string' && isRecord(metadata) && Object.values(metadata).every((v) => typeof v === 'string');
}

function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

function fromBase64(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
