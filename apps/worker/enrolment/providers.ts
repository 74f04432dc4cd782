import { ContentStore } from '@kerjasama/enrolment/content/content-store';
import { type Keys } from '@kerjasama/keys/key-files';
import { type Provider } from '@nestjs/common';
import { ContentSweep } from './content-sweep';
import { EnrolmentRecords } from './enrolment.activities';
import { RosterJudge } from './roster-judge.activities';
import { CONTENT, ROSTER_KEYS } from './tokens';

/** What the enrolment stage adds to the worker; `ActRecorder` and `WORKER_POOL` come from the worker's own module. */
export function enrolmentProviders(parts: {
  readonly contentFolder: string;
  readonly keys: Pick<Keys, 'nik-encryption' | 'nik-digest' | 'content'>;
}): Provider[] {
  const content = new ContentStore({ folder: parts.contentFolder, ring: parts.keys.content, now: realTime });
  return [
    { provide: CONTENT, useValue: content },
    { provide: ROSTER_KEYS, useValue: parts.keys },
    EnrolmentRecords,
    RosterJudge,
    ContentSweep,
  ];
}

/** Uploads age by real time, whatever year a rehearsal has come to. */
function realTime(): Date {
  return new Date(performance.timeOrigin + performance.now());
}
