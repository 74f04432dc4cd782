import { createSecretKey, type KeyObject } from 'node:crypto';

/** A 32-byte key and the id under which what it sealed is opened again. */
export interface SymmetricKey {
  /** 8 hex digits. */
  readonly id: string;
  readonly secret: KeyObject;
}

/** All keys of one purpose. The current one seals; the older ones still open. */
export interface KeyRing {
  readonly current: SymmetricKey;
  find(id: string): SymmetricKey | undefined;
}

const LINE = /^([0-9a-f]{8}):([A-Za-z0-9+/]{43}=)$/;

/** Reads a key file: a line `id:base64` for each key, the newest last, so that a key is changed by adding a line. Throws on anything else. */
export function parseKeyRing(text: string): KeyRing {
  const keys = text.trim().split('\n').map(parseLine);
  const current = keys.at(-1);
  const byId = new Map(keys.map((key) => [key.id, key]));
  if (current === undefined || byId.size !== keys.length) throw new Error('A key file holds each id once');
  return { current, find: (id) => byId.get(id) };
}

/** The text of a key file with one new key. */
export function writeNewKey(random: (bytes: number) => Buffer): string {
  return `${random(4).toString('hex')}:${random(32).toString('base64')}\n`;
}

function parseLine(line: string): SymmetricKey {
  const [, id, secret] = LINE.exec(line.trim()) ?? [];
  if (id === undefined || secret === undefined) throw new Error('Not a line of a key file');
  return { id, secret: createSecretKey(Buffer.from(secret, 'base64')) };
}
