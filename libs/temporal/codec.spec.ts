import { temporal } from '@temporalio/proto';
import { ENCRYPTED, payloadCodec } from './codec';
import { decodePayloads } from './codec-endpoint';

const key = (id: string, fill: number) => ({ id, key: Buffer.alloc(32, fill) });
const plain = { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('"Siti Aminah"') };
const text = (bytes: Uint8Array | null | undefined) => Buffer.from(bytes ?? []).toString('utf8');

async function encoded(codec = payloadCodec(key('k1', 1))) {
  const [payload] = await codec.encode([plain]);
  if (!payload) throw new Error('No payload');
  return payload;
}

describe('the payload codec', () => {
  it('hides the text and names its key', async () => {
    const payload = await encoded();
    expect(text(payload.metadata?.['encoding'])).toBe(ENCRYPTED);
    expect(text(payload.metadata?.['keyId'])).toBe('k1');
    expect(text(payload.data)).not.toContain('Siti');
  });

  it('gives back what was encrypted, also under a key that has been retired', async () => {
    const [decoded] = await payloadCodec(key('k2', 2), key('k1', 1)).decode([await encoded()]);
    expect(text(decoded?.data)).toBe('"Siti Aminah"');
    expect(text(decoded?.metadata?.['encoding'])).toBe('json/plain');
  });

  it('never encrypts twice to the same bytes', async () => {
    expect(text((await encoded()).data)).not.toBe(text((await encoded()).data));
  });

  it('hands on plain input as it is, so that a raw client cannot stop a workflow', async () => {
    expect(await payloadCodec(key('k1', 1)).decode([plain])).toEqual([plain]);
  });

  it('refuses a changed ciphertext, a changed key id, an unknown key and a cut payload', async () => {
    const codec = payloadCodec(key('k1', 1), key('k3', 1));
    const payload = await encoded();
    const flipped = Buffer.from(payload.data ?? []);
    flipped.writeUInt8(flipped.readUInt8(20) ^ 1, 20);
    const named = (id: string) => ({ ...payload, metadata: { ...payload.metadata, keyId: Buffer.from(id) } });
    for (const bad of [
      { ...payload, data: flipped },
      named('k3'),
      named('k9'),
      { ...payload, data: Buffer.alloc(5) },
    ]) {
      await expect((async () => codec.decode([bad]))()).rejects.toThrow();
    }
  });

  it('refuses a key that is not 32 bytes long', () => {
    expect(() => payloadCodec({ id: 'short', key: Buffer.alloc(16) })).toThrow('short');
  });
});

describe('the decode endpoint', () => {
  const asJson = (payload: object) =>
    temporal.api.common.v1.Payload.toObject(temporal.api.common.v1.Payload.fromObject(payload), { bytes: String });

  it("decodes Temporal's JSON and leaves alone what it cannot decrypt", async () => {
    const codec = payloadCodec(key('k1', 1));
    const foreign = await encoded(payloadCodec(key('other', 9)));
    const answer = await decodePayloads(codec, { payloads: [asJson(await encoded()), asJson(foreign), asJson(plain)] });
    if (answer.refused) throw new Error(answer.code);
    const data = answer.value.payloads.map((payload) => Buffer.from(payload.data ?? '', 'base64').toString('utf8'));
    expect([data[0], data[2]]).toEqual(['"Siti Aminah"', '"Siti Aminah"']);
    expect(answer.value.payloads[1]).toEqual(asJson(foreign));
  });

  it.each([
    [null],
    [{}],
    [{ payloads: {} }],
    [{ payloads: [{ data: 1 }] }],
    [{ payloads: [{ metadata: { a: 1 }, data: '' }] }],
  ])('refuses %j', async (body) => {
    expect(await decodePayloads(payloadCodec(key('k1', 1)), body)).toMatchObject({
      refused: true,
      code: 'BAD_CODEC_BODY',
    });
  });
});
