#!/usr/bin/env node
/**
 * Makes the secrets of docker-compose.yml that are missing: passwords of PostgreSQL's roles, and the house's keys.
 * Never overwrites one: what was sealed under a lost key is lost.
 *
 *   node deploy/create-secrets.mjs [folder]      default: deploy/secrets
 *
 * The folder is closed (0700) and the files in it are readable (0444), because each container reads its own few, mounted
 * one by one, under an account of its own.
 */
import { generateKeyPairSync, randomBytes, createPublicKey } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PASSWORDS = ['postgres', 'temporal', 'migrator', 'api', 'worker', 'auditor'];
const RINGS = ['nik-encryption', 'nik-digest', 'content', 'payload'];

const folder = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), 'secrets');
mkdirSync(folder, { recursive: true, mode: 0o700 });
chmodSync(folder, 0o700);

for (const role of PASSWORDS) make(`${role}_password`, () => `${randomBytes(32).toString('hex')}\n`);
for (const ring of RINGS)
  make(`${ring}.key`, () => `${randomBytes(4).toString('hex')}:${randomBytes(32).toString('base64')}\n`);
make('act-ticket.private.pem', () =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
);
make('act-ticket.public.pem', () =>
  createPublicKey(readFileSync(join(folder, 'act-ticket.private.pem')))
    .export({ type: 'spki', format: 'pem' })
    .toString(),
);

function make(name, content) {
  const file = join(folder, name);
  const kept = existsSync(file);
  if (!kept) {
    writeFileSync(file, content(), { mode: 0o444, flag: 'wx' });
    chmodSync(file, 0o444);
  }
  console.log(`${kept ? 'kept' : 'made'}  ${file}`);
}
