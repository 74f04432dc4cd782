import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { refusalIn } from '@kerjasama/desk/refusals';
import { ContentStore } from '@kerjasama/enrolment/content/content-store';
import {
  decreeBeneficiariesUpdate,
  ENROL_WORKERS,
  type EnrolWorkers,
  enrolmentWorkflowId,
  submitRosterUpdate,
} from '@kerjasama/enrolment/contract';
import { sampleRoster } from '@kerjasama/enrolment/sample/sample-roster';
import { findRoster, getEnrolment } from '@kerjasama/enrolment/views/standing';
import { type ActTicket, type SignedAct } from '@kerjasama/identity/act-ticket';
import { createJournal } from '@kerjasama/journal/record';
import { inputHash } from '@kerjasama/journal/record-input';
import { agreementId, type CycleRef } from '@kerjasama/kernel/ids';
import { cycleYear, firstDayOf, nextPeriod, periodOf } from '@kerjasama/kernel/period';
import { addDays, startInJakarta, yearOf } from '@kerjasama/kernel/plain-date';
import { accept } from '@kerjasama/kernel/refusal';
import { parseKeyRing, writeNewKey } from '@kerjasama/keys/key-ring';
import { timeMachine, type TimeMachine } from '@kerjasama/rehearsal/time';
import { waitsForQuery } from '@kerjasama/temporal/in-workflow/stage';
import { EXCEPTION } from '@kerjasama/temporal/search-attributes';
import { ActRecorder } from '../../apps/worker/act-recorder';
import { EnrolmentRecords } from '../../apps/worker/enrolment/enrolment.activities';
import { RosterJudge } from '../../apps/worker/enrolment/roster-judge.activities';
import { freshDatabase, type FreshDatabase } from '../../test/support/fresh-database';
import { eventKinds, startStageStand } from '../../test/support/stage-stand';
import { startBulkWorker, type TemporalStand } from '../../test/support/temporal-stand';

jest.setTimeout(180_000);

const newRing = () => parseKeyRing(writeNewKey(randomBytes));

let database: FreshDatabase;
let folder: string;
let content: ContentStore;
let stand: TemporalStand;
let time: TimeMachine;
let stopBulk: () => Promise<void>;
/** Called before each judging: an outage, when it throws. */
let beforeJudging: () => void = () => undefined;

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'kerjasama-content-'));
  content = new ContentStore({ folder, ring: newRing(), now: () => new Date('2027-11-20T00:00:00Z') });
  const recorder = new ActRecorder(createJournal(database.pool('worker')), ({ ticket }) => accept(ticket));
  const records = new EnrolmentRecords(recorder, content);
  const judge = new RosterJudge(recorder, content, { 'nik-encryption': newRing(), 'nik-digest': newRing() });
  stand = await startStageStand('enrolment/enrol-workers', '12-10', {
    recordSubmittedRoster: records.recordSubmittedRoster.bind(records),
    recordDecree: records.recordDecree.bind(records),
    recordLapsedEnrolment: records.recordLapsedEnrolment.bind(records),
  });
  time = timeMachine(stand);
  stopBulk = await startBulkWorker(stand, {
    judgeRoster: (...args: Parameters<RosterJudge['judgeRoster']>) => {
      beforeJudging();
      return judge.judgeRoster(...args);
    },
  });
});

afterAll(async () => {
  await stopBulk();
  await stand.stop();
  await database.drop();
  await rm(folder, { recursive: true });
});

/** An enrolment for cover that begins the month after next. */
async function startEnrolment(name: string, workers: number) {
  const firstMonth = nextPeriod(periodOf(await stand.clock.today()), 2);
  const cycle: CycleRef = { agreement: agreementId(name), year: cycleYear(yearOf(firstDayOf(firstMonth))) };
  const decreeBy = addDays(firstDayOf(firstMonth), -1);
  const handle = await stand.client.workflow.start<EnrolWorkers>(ENROL_WORKERS, {
    taskQueue: 'acts',
    workflowId: enrolmentWorkflowId(cycle),
    args: [{ cycle, workers, coverage: { firstMonth, months: 11 }, decreeBy }],
  });
  return { handle, cycle, decreeBy, coverStart: firstDayOf(firstMonth) };
}

type Enrolment = Awaited<ReturnType<typeof startEnrolment>>;
let acts = 0;

function signed<Input>(act: string, subject: string, input: Input): SignedAct<Input> {
  acts += 1;
  const ticket: ActTicket = {
    ...{ v: 1, act, workflow: 'verified elsewhere', subject, agency: 'kemensos', role: 'maker', key: `act-${acts}` },
    ...{ bodyHash: inputHash(input), issuedAt: '2027-11-20T00:00:00Z', signature: 'test' },
  };
  return { ticket, input };
}

async function upload({ coverStart }: Enrolment, size: number, corrected = false): Promise<string> {
  const bytes = Buffer.from([...sampleRoster({ size, seed: 1, coverStart, corrected })].join(''));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await content.put(sha256, Readable.from([bytes]));
  return sha256;
}

const submit = ({ handle }: Enrolment, sha256: string, by = 'maker') =>
  handle.executeUpdate(submitRosterUpdate, { args: [signed('submit-roster', by, { sha256 })] });

async function decree({ handle, cycle }: Enrolment, by = 'checker', more: { workers?: number } = {}) {
  const roster = await findRoster(database.pool('api'), cycle);
  const input = {
    number: 'SK-1',
    rosterRoot: roster?.rosterRoot ?? '0'.repeat(64),
    workers: roster?.workers ?? 1,
    ...more,
  };
  return handle.executeUpdate(decreeBeneficiariesUpdate, { args: [signed('decree-beneficiaries', by, input)] });
}

const statusOf = async ({ handle }: Enrolment) => (await handle.query(waitsForQuery)).status;

async function untilStatus(enrolment: Enrolment, status: string): Promise<void> {
  for (let tries = 0; tries < 200 && (await statusOf(enrolment)) !== status; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await statusOf(enrolment)).toBe(status);
}

const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'accepted',
    (error: unknown) => refusalIn(error)?.code ?? error,
  );

test('a roster is judged, corrected, and decreed by other eyes over exactly the accepted rows', async () => {
  const enrolment = await startEnrolment('PKS-DECREED', 1500);
  expect(await statusOf(enrolment)).toBe('awaiting-roster');
  expect(await codeOf(decree(enrolment))).toBe('ACT_OUT_OF_ORDER');
  expect(await codeOf(submit(enrolment, '0'.repeat(64)))).toBe('ROSTER_UNKNOWN');

  expect(await submit(enrolment, await upload(enrolment, 1500))).toMatchObject({ value: { submission: 1 } });
  await untilStatus(enrolment, 'awaiting-correction');
  expect((await enrolment.handle.describe()).typedSearchAttributes.get(EXCEPTION)).toBe('ROWS_REJECTED');
  expect(await submit(enrolment, await upload(enrolment, 1500, true), 'other-maker')).toMatchObject({
    value: { submission: 2 },
  });
  await untilStatus(enrolment, 'awaiting-decree');

  expect(await codeOf(decree(enrolment, 'checker', { workers: 1498 }))).toBe('ROSTER_DIFFERS');
  expect(await codeOf(decree(enrolment, 'maker'))).toBe('FOUR_EYES');
  expect(await codeOf(decree(enrolment, 'other-maker'))).toBe('FOUR_EYES');
  expect(await decree(enrolment)).toMatchObject({ value: { enrolled: 1500, decree: 'SK-1' } });
  expect(await enrolment.handle.result()).toMatchObject({ outcome: 'decreed', decree: { enrolled: 1500 } });
  expect(await codeOf(decree(enrolment))).toBe('ACT_OUT_OF_ORDER');
  expect((await eventKinds(enrolment.handle)).length).toBeLessThan(80);
});

test('a decree that arrives while a roster is judged waits for the result', async () => {
  const enrolment = await startEnrolment('PKS-QUEUED', 3000);
  await submit(enrolment, await upload(enrolment, 700));
  const early = codeOf(decree(enrolment));
  expect(await early).toBe('ROSTER_DIFFERS');
  await untilStatus(enrolment, 'awaiting-correction');
  expect(await decree(enrolment)).toMatchObject({ value: { enrolled: 699 } });
  expect(await enrolment.handle.result()).toMatchObject({ outcome: 'decreed' });
});

test('more accepted workers than the budget pays for cannot be decreed', async () => {
  const enrolment = await startEnrolment('PKS-TOO-LARGE', 99);
  await submit(enrolment, await upload(enrolment, 100));
  await untilStatus(enrolment, 'awaiting-decree');
  expect(await codeOf(decree(enrolment))).toBe('ROSTER_TOO_LARGE');
  expect((await enrolment.handle.describe()).typedSearchAttributes.get(EXCEPTION)).toBe('ROSTER_TOO_LARGE');
  await enrolment.handle.terminate();
});

test('an outage while judging is tried again and nothing is doubled', async () => {
  const enrolment = await startEnrolment('PKS-OUTAGE', 2200);
  let outages = 2;
  beforeJudging = () => {
    if (outages-- > 0) throw new Error('the database does not answer');
  };
  await submit(enrolment, await upload(enrolment, 2200));
  await untilStatus(enrolment, 'awaiting-correction');
  expect(await getEnrolment(database.pool('api'), enrolment.cycle)).toMatchObject({
    enrolled: 2197,
    submissions: [{ judged: { rows: 2200, accepted: 2197, rejected: 3, unchanged: 0 } }],
  });
  await enrolment.handle.terminate();
});

test('without a decree by the day before cover starts the enrolment lapses', async () => {
  const enrolment = await startEnrolment('PKS-LAPSED', 500);
  await submit(enrolment, await upload(enrolment, 300));
  await untilStatus(enrolment, 'awaiting-decree');
  await time.moveTo(startInJakarta(addDays(enrolment.decreeBy, 1)));
  expect(await enrolment.handle.result()).toMatchObject({ outcome: 'lapsed', decree: null });
  expect((await getEnrolment(database.pool('api'), enrolment.cycle)).status).toBe('lapsed');
});
