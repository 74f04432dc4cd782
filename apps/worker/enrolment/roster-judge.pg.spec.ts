import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { ContentStore } from '@kerjasama/enrolment/content/content-store';
import { type EnrolmentPlace, type RosterJudged, type RosterSubmitted } from '@kerjasama/enrolment/contract';
import { openOriginal, openRow } from '@kerjasama/enrolment/roster/sealing';
import { sampleRoster } from '@kerjasama/enrolment/sample/sample-roster';
import { insertSubmission } from '@kerjasama/enrolment/store/submissions';
import { listRejectedRows } from '@kerjasama/enrolment/views/members';
import { createJournal } from '@kerjasama/journal/record';
import { type AgreementId, agreementId, type CycleRef } from '@kerjasama/kernel/ids';
import { cycleYear, period } from '@kerjasama/kernel/period';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { parseKeyRing, writeNewKey } from '@kerjasama/keys/key-ring';
import { type Pool } from 'pg';

import { type FreshDatabase, freshDatabase, writing } from '../../../test/support/fresh-database';
import { ActRecorder } from '../act-recorder';
import { RosterJudge } from './roster-judge.activities';

jest.setTimeout(60_000);

const COVER = { firstMonth: period('2028-01'), months: 11 };
const HEADER = 'nik,nama,tanggal_lahir,jenis_kelamin,pekerjaan,tempat_kerja,jam_kerja,kode_kabupaten,sumber_data\n';
const worker = (serial: string, name = 'Agus Santoso'): string =>
  `329501050890${serial},${name},1990-08-05,L,nelayan,Pelabuhan,18:00-06:00,3295,DTSEN\n`;

const newRing = () => parseKeyRing(writeNewKey(randomBytes));
const keys = { 'nik-encryption': newRing(), 'nik-digest': newRing() };

let database: FreshDatabase;
let workerPool: Pool;
let folder: string;
let content: ContentStore;
let judge: RosterJudge;

beforeAll(async () => {
  database = await freshDatabase();
  workerPool = database.pool('worker');
  folder = await mkdtemp(join(tmpdir(), 'kerjasama-content-'));
  content = new ContentStore({ folder, ring: newRing(), now: () => new Date('2027-11-20T00:00:00Z') });
  const verify = () => {
    throw new Error('No officer acts here');
  };
  judge = new RosterJudge(new ActRecorder(createJournal(workerPool), verify), content, keys);
});

afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const cycleOf = (agreement: AgreementId): CycleRef => ({ agreement, year: cycleYear(2028) });
const placeOf = (cycle: CycleRef): EnrolmentPlace => ({
  cycle,
  workflow: `enrolment/${cycle.agreement}/${cycle.year}`,
  on: plainDate('2027-11-22'),
});

async function submit(cycle: CycleRef, submission: number, roster: Iterable<string>): Promise<RosterSubmitted> {
  const bytes = Buffer.from([...roster].join(''), 'utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await content.put(sha256, Readable.from([bytes]));
  const submitted = { submission, sha256 };
  await writing(workerPool, (tx) =>
    insertSubmission(tx, cycle, submitted, { submittedBy: 'maker-1', on: plainDate('2027-11-22') }),
  );
  return submitted;
}

async function judged(cycle: CycleRef, submission: number, roster: Iterable<string>): Promise<RosterJudged> {
  const submitted = await submit(cycle, submission, roster);
  return judge.judge(placeOf(cycle), submitted, COVER, () => Promise.resolve());
}

const sample = (size: number, corrected: boolean) =>
  sampleRoster({ size, seed: 1, coverStart: plainDate('2028-01-01'), corrected });

async function countActs(agreement: string, act: string): Promise<number> {
  const { rows } = await workerPool.query<{ acts: number }>(
    `select count(*)::integer as acts from journal.acts where chain = $1::text and act = $2::text`,
    [agreement, act],
  );
  return rows[0]?.acts ?? -1;
}

test('the first file loses its broken rows, the corrected file brings exactly them', async () => {
  const cycle = cycleOf(agreementId('PKS-SAMPLE'));
  const size = Number(process.env['ROSTER_SIZE'] ?? 7000);
  const broken = Math.round(size / 745);
  const first = await judged(cycle, 1, sample(size, false));
  expect(first).toMatchObject({ rows: size, accepted: size - broken, rejected: broken, unchanged: 0 });
  expect(first.enrolled).toBe(size - broken);
  const corrected = await judged(cycle, 2, sample(size, true));
  expect(corrected).toMatchObject({ rows: broken, accepted: broken, rejected: 0, enrolled: size });
  expect(corrected.rosterRoot).not.toBe(first.rosterRoot);
  expect(await countActs('PKS-SAMPLE', 'roster-chunk-judged')).toBe(Math.ceil(size / 1000) + 1);
  expect(await countActs('PKS-SAMPLE', 'roster-judged-faulty')).toBe(1);
  expect(await countActs('PKS-SAMPLE', 'roster-judged')).toBe(1);
});

test('the same file again changes nothing', async () => {
  const cycle = cycleOf(agreementId('PKS-AGAIN'));
  const first = await judged(cycle, 1, sample(700, false));
  const again = await judged(cycle, 2, sample(700, false));
  expect(again).toMatchObject({ accepted: 0, unchanged: first.accepted, rejected: first.rejected });
  expect(again.enrolled).toBe(first.enrolled);
});

test('of two rows with one NIK the first line stays, in a chunk and in a later file', async () => {
  const cycle = cycleOf(agreementId('PKS-TWICE'));
  const first = await judged(cycle, 1, [
    HEADER,
    worker('0001'),
    worker('0001', 'Budi'),
    worker('0001'),
    worker('0002'),
  ]);
  expect(first).toMatchObject({ accepted: 2, rejected: 2, byReason: { DUPLICATE_NIK: 2 } });
  const second = await judged(cycle, 2, [HEADER, worker('0002'), worker('0001', 'Budi')]);
  expect(second).toMatchObject({ accepted: 0, unchanged: 1, rejected: 1, enrolled: 2 });
  const { items } = await listRejectedRows(database.pool('api'), cycle, { after: null, limit: 10 });
  expect(items).toEqual([
    { submission: 1, line: 3, reasons: ['DUPLICATE_NIK'] },
    { submission: 1, line: 4, reasons: ['DUPLICATE_NIK'] },
    { submission: 2, line: 3, reasons: ['DUPLICATE_NIK'] },
  ]);
});

test('a worker killed after any chunk leaves nothing doubled, and the sums are those of one run', async () => {
  const whole = cycleOf(agreementId('PKS-WHOLE'));
  const expected = await judged(whole, 1, sample(3500, false));
  for (const chunks of [1, 2, 3, 4]) {
    const cycle = cycleOf(agreementId(`PKS-KILLED-${chunks}`));
    const submitted = await submit(cycle, 1, sample(3500, false));
    const killed = (chunk: number) => (chunk === chunks ? Promise.reject(new Error('killed')) : Promise.resolve());
    await expect(judge.judge(placeOf(cycle), submitted, COVER, killed)).rejects.toThrow('killed');
    const resumed = await judge.judge(placeOf(cycle), submitted, COVER, () => Promise.resolve());
    expect(resumed).toEqual(expected);
    const again = await judge.judge(placeOf(cycle), submitted, COVER, () => Promise.resolve());
    expect(again).toEqual(expected);
    expect(await countActs(cycle.agreement, 'roster-chunk-judged')).toBe(4);
    const { rows } = await workerPool.query(
      `select count(*)::integer as rows, count(distinct nik_digest)::integer as people from enrolment.member
        where agreement = $1::text`,
      [cycle.agreement],
    );
    expect(rows).toEqual([{ rows: expected.enrolled, people: expected.enrolled }]);
  }
});

test('two workers that judge the same roster at once write it once', async () => {
  const cycle = cycleOf(agreementId('PKS-RIVALS'));
  const submitted = await submit(cycle, 1, sample(2500, false));
  const run = () => judge.judge(placeOf(cycle), submitted, COVER, () => Promise.resolve());
  const [one, other] = await Promise.all([run(), run()]);
  expect(one).toEqual(other);
  expect(one).toMatchObject({ rows: 2500, unchanged: 0 });
});

test('neither name nor NIK reaches the database, and both come back with the key', async () => {
  const cycle = cycleOf(agreementId('PKS-SEALED'));
  await judged(cycle, 1, [HEADER, worker('7777', 'Kanari Rahasia'), worker('7777', 'Kanari Kedua')]);
  const superuser = database.pool('superuser');
  const dump = await superuser.query<{ row: string }>(
    `select member::text as row from enrolment.member union all select rejected_row::text from enrolment.rejected_row
     union all select encode(bytes, 'escape') from journal.act`,
  );
  const all = dump.rows.map(({ row }) => row).join('\n');
  expect(all).not.toContain('3295010508907777');
  expect(all).not.toMatch(/Kanari/);
  expect(all).not.toContain(Buffer.from('Kanari').toString('hex'));
  const { rows } = await superuser.query<{ sealed: Buffer }>(
    `select sealed from enrolment.member where agreement = 'PKS-SEALED'
     union all select sealed from enrolment.rejected_row where agreement = 'PKS-SEALED'`,
  );
  const [member, rejected] = rows.map(({ sealed }) => sealed);
  const at = { cycle, submission: 1 };
  expect(openRow(keys['nik-encryption'], { ...at, line: 2 }, member ?? Buffer.of())).toMatchObject({
    nik: '3295010508907777',
    name: 'Kanari Rahasia',
  });
  expect(openOriginal(keys['nik-encryption'], { ...at, line: 3 }, rejected ?? Buffer.of())).toBe(
    worker('7777', 'Kanari Kedua').trimEnd(),
  );
  expect(() => openRow(keys['nik-encryption'], { ...at, line: 3 }, member ?? Buffer.of())).toThrow();
});
