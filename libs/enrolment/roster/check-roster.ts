import { type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { type ContentStore } from '../content/content-store';
import { rosterEmpty } from '../rules/judge-decree';
import { readChunks, readShape } from './read-records';

/**
 * Whether a roster can be judged at all: its bytes were uploaded, its header is known, it has a row. Touches the content,
 * so that it does not expire while it is handed in.
 */
export async function checkRoster(content: ContentStore, sha256: string): Promise<Refusal | null> {
  if (!(await content.touch(sha256))) return rosterUnknown();
  const shape = await readShape(content.read(sha256));
  if (shape.refused) return shape;
  const first = await readChunks(content.read(sha256), 1).next();
  return first.done === true ? rosterEmpty() : null;
}

function rosterUnknown(): Refusal {
  return refuse(
    'ROSTER_UNKNOWN',
    { id: 'Berkas dengan SHA-256 ini belum diunggah.', en: 'No file with this SHA-256 was uploaded.' },
    { id: 'Unggah dahulu: PUT /rosters/{sha256}.', en: 'Upload it first: PUT /rosters/{sha256}.' },
  );
}
