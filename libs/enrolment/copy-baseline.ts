import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { COLUMNS } from './rules/header';

/**
 * The yardstick of `npm run bench`: the same roster, plain, copied into a temporary table of text columns and nothing else.
 * @param file a roster as `kerjasama sample roster` writes it, comma between its fields
 * @returns how many rows were copied
 */
export async function copyBaseline(pool: Pool, file: string): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query(`create temporary table plain_roster (${COLUMNS.map((column) => `${column} text`).join(', ')})`);
    const copy = client.query(copyFrom(`copy plain_roster from stdin with (format csv, header true)`));
    await pipeline(createReadStream(file), copy);
    await client.query('drop table plain_roster');
    return copy.rowCount;
  } finally {
    client.release();
  }
}
