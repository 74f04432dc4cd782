import { ContentStore } from '@kerjasama/enrolment/content/content-store';
import { type KeyRing } from '@kerjasama/keys/key-ring';

/** The content store of uploaded rosters. */
export const CONTENT = Symbol('CONTENT');

/** Uploads age by real time, whatever year a rehearsal has come to. */
export function openContentStore(folder: string, ring: KeyRing): ContentStore {
  return new ContentStore({ folder, ring, now: () => new Date(performance.timeOrigin + performance.now()) });
}
