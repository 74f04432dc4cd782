import { randomBytes, randomUUID } from 'node:crypto';
import { violatedConstraint } from '@kerjasama/database/sql-state';
import { agreementId, type CycleRef, memberId } from '@kerjasama/kernel/ids';
import { cycleYear, period } from '@kerjasama/kernel/period';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { type Pool } from 'pg';
import { type FreshDatabase, freshDatabase, writing } from '../../../test/support/fresh-database';
import { findMember, findMemberByNik, listMembers } from '../views/members';
import { insertDecree } from './decree';
import { insertMembers, type SealedMember } from './rows';
import { insertJudgement, insertSubmission } from './submissions';

jest.setTimeout(60_000);

const cycle: CycleRef = { agreement: agreementId('PKS-STORE'), year: cycleYear(2028) };
const on = plainDate('2027-11-22');
const ROOT = 'ab'.repeat(32);
const COVERAGE = { firstMonth: period('2028-01'), months: 11 };

let database: FreshDatabase;
let worker: Pool;
let members: SealedMember[];

const newMember = (line: number): SealedMember => ({
  ...{ member: memberId(randomUUID()), line, nikDigest: randomBytes(32), rowDigest: randomBytes(32) },
  ...{
    sealed: randomBytes(90),
    bornYear: 1990,
    sex: 'P',
    job: 'nelayan',
    region: '3295',
    reviews: ['NIK_SEX_DIFFERS'],
  },
});

beforeAll(async () => {
  database = await freshDatabase();
  worker = database.pool('worker');
  members = [2, 3, 4, 5, 6].map(newMember);
  await writing(worker, async (tx) => {
    const submitted = { submission: 1, sha256: 'cd'.repeat(32) };
    await insertSubmission(tx, cycle, submitted, { submittedBy: 'maker-1', on });
    await insertMembers(tx, { cycle, submission: 1, chunk: 1 }, members);
    const counts = { rows: 5, accepted: 5, rejected: 0, unchanged: 0, byReason: {} };
    await insertJudgement(tx, cycle, { submission: 1, ...counts, enrolled: 5, rosterRoot: ROOT }, COVERAGE);
  });
});

afterAll(() => database.drop());

test('a page ends where the next one begins, and nobody is left out', async () => {
  const api = database.pool('api');
  const first = await listMembers(api, cycle, { after: null, limit: 3 });
  expect(first.items.map(({ line }) => line)).toEqual([2, 3, 4]);
  const second = await listMembers(api, cycle, { after: first.next, limit: 3 });
  expect(second).toMatchObject({ items: [{ line: 5 }, { line: 6, reviews: ['NIK_SEX_DIFFERS'] }], next: null });
});

test('a worker is found by the digest of his NIK, and covered only when the decree stands', async () => {
  const api = database.pool('api');
  const [member] = members;
  if (!member) throw new Error('a member');
  const found = await findMemberByNik(api, cycle, member.nikDigest);
  expect(found).toBe(member.member);
  expect(await findMemberByNik(api, cycle, randomBytes(32))).toBeNull();
  expect(await findMember(api, cycle, member.member)).toMatchObject({ line: 2, decreed: false, coverage: COVERAGE });
  expect(await findMember(worker, cycle, memberId(randomUUID()))).toBeNull();
});

test('the database refuses a decree by who handed in the roster, and a second decree', async () => {
  const decree = { number: 'SK-1', rosterRoot: ROOT, workers: 5 };
  const decreedBy = (subject: string) =>
    writing(worker, (tx) => insertDecree(tx, cycle, decree, { decreedBy: subject, on })).catch(violatedConstraint);
  expect(await decreedBy('maker-1')).toBe('decree_four_eyes');
  expect(await decreedBy('checker-1')).toBeUndefined();
  expect(await decreedBy('checker-2')).toBe('decree_pkey');
  const [member] = members;
  expect(member && (await findMember(worker, cycle, member.member))).toMatchObject({ decreed: true });
});

test.each([
  ['api', `select sealed from enrolment.member`],
  ['api', `select sealed from enrolment.rejected_row`],
  ['auditor', `select nik_digest from enrolment.member`],
  ['auditor', `select * from enrolment.member_by_nik`],
  ['api', `insert into enrolment.lapse values ('PKS-STORE', 2028, '2028-01-01')`],
  ['worker', `update enrolment.member set job = 'kader'`],
  ['worker', `delete from enrolment.rejected_row`],
  ['superuser', `update enrolment.decree set enrolled = 6`],
  ['superuser', `truncate enrolment.member`],
] as const)('as %s: %s is refused', async (role, sql) => {
  await expect(database.pool(role).query(sql)).rejects.toMatchObject({ code: '42501' });
});
