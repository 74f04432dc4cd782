import { type Reads } from './pool';

/** `live`: time is real and cannot be moved. `rehearsal`: synthetic people, and the clock can be put forward. */
export type Profile = 'live' | 'rehearsal';

/** Marks a database with its profile. The mark is written once; a database marked otherwise is refused (throws). */
export async function claimProfile(db: Reads, profile: Profile): Promise<void> {
  await db.query(`insert into house.instance (profile) values ($1::text) on conflict do nothing`, [profile]);
  const marked = await readProfile(db);
  if (marked !== profile)
    throw new Error(`This database is marked '${marked}' and cannot serve as '${profile}'. Use a database of its own.`);
}

/** The profile this database was marked with; an unmarked database is not ready and throws. */
export async function readProfile(db: Reads): Promise<Profile> {
  const { rows } = await db.query<{ profile: string }>(`select profile from house.instance`);
  const profile = rows[0]?.profile;
  if (profile === 'live' || profile === 'rehearsal') return profile;
  throw new Error('This database has no profile yet. Run the migrations first.');
}

/** By how many milliseconds the business clock runs ahead of real time: 0 in a live database. Read as api, worker or auditor. */
export async function readClockOffset(db: Reads): Promise<number> {
  const { rows } = await db.query<{ offset_ms: string }>(`select offset_ms from house.clock`);
  const offset = Number(rows[0]?.offset_ms);
  if (!Number.isSafeInteger(offset)) throw new Error('This database has no profile yet. Run the migrations first.');
  return offset;
}

/**
 * Puts a rehearsal's clock forward, as role `migrator`. Postgres refuses it in a live database and refuses to put any
 * clock back.
 * @param offsetMs milliseconds ahead of real time, counted from nought, not from the offset that stands
 */
export async function advanceClock(db: Reads, offsetMs: number): Promise<void> {
  await db.query(`select house.advance_clock($1::bigint)`, [offsetMs]);
}
