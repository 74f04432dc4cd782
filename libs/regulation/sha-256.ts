const FRACTION_BITS = 2 ** 32;

/** The first primes' roots, as FIPS 180-4 defines the constants, so that no table of 72 numbers is copied by hand. */
function primes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  return found;
}

const fractionOf = (root: number): number => ((root % 1) * FRACTION_BITS) | 0;
const ROUND_CONSTANTS = primes(64).map((prime) => fractionOf(Math.cbrt(prime)));
const START = primes(8).map((prime) => fractionOf(Math.sqrt(prime)));

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
const at = (words: readonly number[], index: number): number => words[index] ?? 0;

function padded(message: Uint8Array): DataView {
  const blocks = Math.ceil((message.length + 9) / 64);
  const bytes = new Uint8Array(blocks * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(bytes.length - 8, BigInt(message.length) * 8n);
  return view;
}

function schedule(block: DataView, offset: number): number[] {
  const words = Array.from({ length: 16 }, (_, index) => block.getInt32(offset + index * 4));
  for (let index = 16; index < 64; index += 1) {
    const [early, late] = [at(words, index - 15), at(words, index - 2)];
    const s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words.push((at(words, index - 16) + s0 + at(words, index - 7) + s1) | 0);
  }
  return words;
}

function compress(state: readonly number[], words: readonly number[]): number[] {
  let [a, b, c, d, e, f, g, h] = Array.from({ length: 8 }, (_, index) => at(state, index)) as Eight;
  words.forEach((word, index) => {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(ROUND_CONSTANTS, index) + word) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [a, b, c, d, e, f, g, h] = [(t1 + t2) | 0, a, b, c, (d + t1) | 0, e, f, g];
  });
  return [a, b, c, d, e, f, g, h].map((word, index) => (word + at(state, index)) | 0);
}

type Eight = [number, number, number, number, number, number, number, number];

/**
 * SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, in hexadecimal. Written here because regulation imports nothing but the
 * kernel (ADR 0020); its spec holds it against the platform's own implementation.
 */
export function sha256(text: string): string {
  const block = padded(new TextEncoder().encode(text));
  let state = START;
  for (let offset = 0; offset < block.byteLength; offset += 64) state = compress(state, schedule(block, offset));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
