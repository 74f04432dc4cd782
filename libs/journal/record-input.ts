import { createHash } from 'node:crypto';

import { canonicalJson } from './canonical-json';

/** Hex SHA-256 of RFC 8785 of an act's input: what the journal compares when a key is used again. */
export function inputHash(input: unknown): string {
  return createHash('sha256').update(canonicalJson(input)).digest('hex');
}
