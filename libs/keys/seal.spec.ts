import * as fc from 'fast-check';

import { digest } from './digest';
import { parseKeyRing } from './key-ring';
import { open, seal, SealBroken } from './seal';

const key = (id: string, fill: number): string => `${id}:${Buffer.alloc(32, fill).toString('base64')}`;
const ring = parseKeyRing(key('0000000a', 1));
const PLACE = 'enrolment.member.nik';

test('what was sealed opens again, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (bytes, place) => {
      expect(open(ring, seal(ring, Buffer.from(bytes), place), place)).toEqual(Buffer.from(bytes));
    }),
  );
});

test('the same text sealed twice looks different', () => {
  const nik = Buffer.from('3271010101010001');
  expect(seal(ring, nik, PLACE)).not.toEqual(seal(ring, nik, PLACE));
});

test('one bit changed anywhere, and nothing opens', () => {
  const sealed = seal(ring, Buffer.from('3271010101010001'), PLACE);
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = Buffer.from(sealed);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(() => open(ring, changed, PLACE)).toThrow(SealBroken);
  }
});

test('cut short, moved to another place, or under another key, it does not open', () => {
  const sealed = seal(ring, Buffer.from('secret'), PLACE);
  for (let length = 0; length < sealed.length; length += 1)
    expect(() => open(ring, sealed.subarray(0, length), PLACE)).toThrow(SealBroken);
  expect(() => open(ring, sealed, 'enrolment.member.name')).toThrow(SealBroken);
  expect(() => open(parseKeyRing(key('0000000a', 2)), sealed, PLACE)).toThrow(SealBroken);
  expect(() => open(parseKeyRing(key('0000000b', 1)), sealed, PLACE)).toThrow(SealBroken);
});

test('a digest is keyed, and what openssl computes', () => {
  // HMAC-SHA-256 under 32 bytes of 0x01 over "3271010101010001", computed with `openssl dgst -sha256 -mac HMAC`.
  expect(digest(ring, '3271010101010001').toString('hex')).toBe(
    '4d7be87eed5b710d2097041e8b231a18926d4ed281669cb5eda0400dde51d348',
  );
  expect(digest(parseKeyRing(key('0000000a', 2)), '3271010101010001')).not.toEqual(digest(ring, '3271010101010001'));
});

test('a key file with one id twice, or no key, is refused', () => {
  expect(() => parseKeyRing(`${key('0000000a', 1)}\n${key('0000000a', 2)}`)).toThrow();
  expect(() => parseKeyRing('')).toThrow();
});
