import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type KeyRing, parseKeyRing, writeNewKey } from './key-ring';

/** Everything that the house holds a key for. */
export interface Keys {
  'nik-encryption': KeyRing;
  'nik-digest': KeyRing;
  content: KeyRing;
  payload: KeyRing;
  /** Ed25519: the API alone holds it. */
  'act-ticket-private': KeyObject;
  'act-ticket-public': KeyObject;
  /** P-256 for ES256, of the embedded issuer alone. */
  'issuer-private': KeyObject;
  'issuer-public': KeyObject;
}

export type KeyName = keyof Keys;

const RINGS = ['nik-encryption', 'nik-digest', 'content', 'payload'] as const;
const PAIRS = { 'act-ticket': newTicketKey, issuer: newIssuerKey } as const;

/**
 * Makes the keys that are missing, each a file of mode 0600 in a folder of mode 0700. Never overwrites one: what was
 * sealed under a lost key is lost. Two processes may run it at once.
 */
export async function ensureKeys(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  for (const name of RINGS) await writeOnce(fileOf(folder, name), writeNewKey(randomBytes));
  for (const [name, newKey] of Object.entries(PAIRS)) {
    await writeOnce(join(folder, `${name}.private.pem`), newKey());
    const kept = createPublicKey(await readFile(join(folder, `${name}.private.pem`)));
    await writeOnce(join(folder, `${name}.public.pem`), kept.export({ type: 'spki', format: 'pem' }).toString());
  }
}

/** The keys a process needs and no others. Throws, naming the file but never its content, when one is missing or broken. */
export async function loadKeys<Name extends KeyName>(
  folder: string,
  names: readonly Name[],
): Promise<Pick<Keys, Name>> {
  const loaded = await Promise.all(names.map(async (name) => [name, await loadKey(folder, name)] as const));
  return Object.fromEntries(loaded) as Pick<Keys, Name>;
}

async function loadKey(folder: string, name: KeyName): Promise<Keys[KeyName]> {
  const file = fileOf(folder, name);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`The key ${name} cannot be read from ${file}. Make or mount it, then start again.`, { cause });
  });
  try {
    return parseKey(name, text);
  } catch {
    throw new Error(`The key ${name} in ${file} is broken. Restore it from your safe copy.`);
  }
}

function parseKey(name: KeyName, text: string): Keys[KeyName] {
  switch (name) {
    case 'nik-encryption':
    case 'nik-digest':
    case 'content':
    case 'payload':
      return parseKeyRing(text);
    case 'act-ticket-private':
    case 'issuer-private':
      return createPrivateKey(text);
    case 'act-ticket-public':
    case 'issuer-public':
      return createPublicKey(text);
  }
}

function fileOf(folder: string, name: KeyName): string {
  const half = /^(.*)-(private|public)$/.exec(name);
  return join(folder, half ? `${half[1] ?? ''}.${half[2] ?? ''}.pem` : `${name}.key`);
}

/** A whole file under its name, or nothing: written aside, then linked, which fails when the name is taken. */
async function writeOnce(file: string, text: string): Promise<void> {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(aside, text, { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(aside);
  }
}

function newTicketKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function newIssuerKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
