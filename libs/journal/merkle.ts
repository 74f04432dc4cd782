import { createHash } from 'node:crypto';

const LEAF = Buffer.of(0x00);
const NODE = Buffer.of(0x01);

/**
 * The RFC 6962 tree hash (section 2.1) over the leaves in this order: what an act keeps of a chunk of rows. Leaves and
 * nodes are hashed with different prefixes, so no row can pass for a branch.
 */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest();
  let level = leaves.map((leaf) => digest(LEAF, leaf));
  while (level.length > 1) level = pairUp(level);
  return Buffer.concat(level);
}

/** A node without a partner moves up as it is: the same tree as the RFC's split at the largest power of two. */
function pairUp(level: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const pair = level.slice(index, index + 2);
    above.push(pair.length === 2 ? digest(NODE, ...pair) : Buffer.concat(pair));
  }
  return above;
}

function digest(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
