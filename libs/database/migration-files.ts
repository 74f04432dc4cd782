import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export interface Migration {
  readonly number: number;
  /** The file's name without `.sql`, e.g. `000002-journal`. */
  readonly name: string;
  readonly sql: string;
  /** Hex SHA-256 of the file's bytes. */
  readonly checksum: string;
}

const FILE = /^(\d{6})-[a-z0-9-]+\.sql$/;

/** The migrations of this release, in order. Two files with one number are a defect and throw. */
export async function readMigrations(folder = migrationsFolder()): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const migrations = await Promise.all(names.map((name) => readMigration(folder, name)));
  const numbers = new Set(migrations.map(({ number }) => number));
  if (numbers.size !== migrations.length) throw new Error(`Two migrations share a number in ${folder}`);
  return migrations;
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const number = FILE.exec(name)?.[1];
  if (number === undefined) throw new Error(`Not a migration's name (want 000001-slug.sql): ${name}`);
  const bytes = await readFile(join(folder, name));
  const checksum = createHash('sha256').update(bytes).digest('hex');
  return { number: Number(number), name: name.slice(0, -'.sql'.length), sql: bytes.toString('utf8'), checksum };
}

/** Beside this file when run from source; in the checkout's `libs/database` when run from `dist`, where no SQL is copied. */
function migrationsFolder(): string {
  const candidates = [join(__dirname, 'migrations'), resolve(__dirname, '../../../libs/database/migrations')];
  const folder = candidates.find((candidate) => existsSync(candidate));
  if (folder === undefined) throw new Error(`No migrations found. Looked in: ${candidates.join(', ')}`);
  return folder;
}
