import { createHash } from 'node:crypto';

/** A number that the same business key always has: twelve hex digits after a prefix, e.g. `SIM-SP2D-0f3a91c2d4e5`. */
export function derivedNumber(prefix: string, ...key: readonly string[]): string {
  return `${prefix}-${createHash('sha256').update(key.join('\n')).digest('hex').slice(0, 12)}`;
}
