import { createHash } from 'node:crypto';

import fc from 'fast-check';

import { sha256 } from './sha-256';

const platform = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the hash of the body of rows', () => {
  it('is SHA-256 as the platform computes it, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(platform(text));
      }),
    );
  });

  it.each([0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 1000])('agrees at the block border of %i bytes', (length) => {
    expect(sha256('a'.repeat(length))).toBe(platform('a'.repeat(length)));
  });
});
