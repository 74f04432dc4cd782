import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sampleRoster } from '@kerjasama/enrolment/sample/sample-roster';
import { firstDayOf } from '@kerjasama/kernel/period';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Text } from '@kerjasama/kernel/text';
import { actAt, countText, expectAnswer, pathOf, type StageHand } from '../stage-hand';

/** What became of the first file, and what the corrected one added. */
export interface RehearsedEnrolment {
  readonly uploaded: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly corrected: number;
  readonly enrolled: number;
}

const LOOK_AGAIN_MS = 250;

/** The roster with its broken rows, then the corrected rows, then the decree over exactly the accepted ones. */
export async function rehearseEnrolment(hand: StageHand, on: PlainDate): Promise<RehearsedEnrolment> {
  const { plan, as, tell } = hand;
  const first = await submitFile(hand, 1);
  tell({
    kind: 'step',
    stage: 'enrolment',
    on,
    text: toldOf(first),
  });
  const second = first.rejected > 0 ? await submitFile(hand, 2) : null;
  const stands = await readEnrolment(hand);
  const decreed = await as('kemensos-checker').POST('/cycles/{agreement}/{year}/enrolment/decree-beneficiaries', {
    params: actAt(plan, 'decree'),
    body: { number: `SK-${plan.cycle.agreement}`, rosterRoot: stands.rosterRoot ?? '', workers: stands.enrolled },
  });
  const { enrolled } = expectAnswer('decree-beneficiaries', decreed);
  const decreedText = countText(enrolled);
  tell({
    kind: 'step',
    stage: 'enrolment',
    on,
    text: { id: `${decreedText.id} pekerja ditetapkan`, en: `${decreedText.en} workers decreed` },
  });
  return {
    uploaded: first.rows,
    accepted: first.accepted,
    rejected: first.rejected,
    corrected: second?.accepted ?? 0,
    enrolled,
  };
}

/** Uploads one file, names it in an act, and waits until it is judged. File 1 is the whole roster, file 2 the corrected rows. */
async function submitFile(hand: StageHand, file: 1 | 2) {
  const { plan, as, tell } = hand;
  const coverStart = firstDayOf(plan.firstMonth);
  const csv = Buffer.from(
    [...sampleRoster({ size: plan.size, seed: plan.seed, coverStart, corrected: file === 2 })].join(''),
  );
  const sha256 = createHash('sha256').update(csv).digest('hex');
  const uploaded = await as('kemensos-maker').PUT('/rosters/{sha256}', {
    params: { path: { sha256 } },
    body: csv as unknown as string,
    bodySerializer: (body) => body,
    headers: { 'content-type': 'application/octet-stream' },
  });
  if (!uploaded.response.ok) expectAnswer('PUT /rosters', uploaded);
  const submitted = await as('kemensos-maker').POST('/cycles/{agreement}/{year}/enrolment/submit-roster', {
    params: actAt(plan, `roster-${file}`),
    body: { sha256 },
  });
  const { submission } = expectAnswer('submit-roster', submitted);
  for (;;) {
    const judged = (await readEnrolment(hand)).submissions.find((each) => each.submission === submission)?.judged;
    if (judged) {
      tell({ kind: 'count', stage: 'enrolment', done: judged.rows, total: judged.rows });
      return judged;
    }
    await pause(LOOK_AGAIN_MS);
  }
}

async function readEnrolment({ plan, as }: StageHand) {
  const shown = await as('kemensos-maker').GET('/cycles/{agreement}/{year}', { params: { path: pathOf(plan) } });
  return expectAnswer('cycle', shown).enrolment;
}

function toldOf(judged: { readonly rows: number; readonly accepted: number; readonly rejected: number }): Text {
  const rows = countText(judged.rows);
  const accepted = countText(judged.accepted);
  const rejected = countText(judged.rejected);
  return {
    id: `${rows.id} baris: ${accepted.id} diterima, ${rejected.id} ditolak`,
    en: `${rows.en} rows: ${accepted.en} accepted, ${rejected.en} rejected`,
  };
}
