import { type BusinessClock, liveClock, rehearsalClock } from '@kerjasama/temporal/business-clock';
import { readClockOffset, readProfile } from './instance';
import { type Reads } from './pool';

/** The clock of this database: a live one has no offset to read, a rehearsal's is read anew each time, because it is raised. */
export async function businessClockOf(db: Reads): Promise<BusinessClock> {
  return (await readProfile(db)) === 'live' ? liveClock() : rehearsalClock(() => readClockOffset(db));
}
