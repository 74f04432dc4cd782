import { agreementId, type CycleRef } from '@kerjasama/kernel/ids';
import { cycleYear, period } from '@kerjasama/kernel/period';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { rupiah } from '@kerjasama/kernel/rupiah';
import { freshDatabase, type FreshDatabase, writing } from '../../test/support/fresh-database';
import { judgeRenewal } from './rules/need';
import { endorseRenewal, insertClosing, insertRenewal } from './store';
import { findClosing, findLatestRenewal } from './views';

const cycle: CycleRef = { agreement: agreementId('PKS-2027-001'), year: cycleYear(2028) };
const LAST_DAY = plainDate('2028-12-31');

function renewal(workers: number) {
  const thisYear = { workers: 102_000, coverage: { firstMonth: period('2028-01'), months: 11 } };
  const proposed = { workers, firstMonth: period('2029-01'), months: 12 };
  const need = expectAccepted(judgeRenewal(thisYear, proposed));
  return { proposed, need, proposedBy: 'kemensos-maker', on: plainDate('2028-12-01') };
}

const books = {
  billed: rupiah(18_849_600_000),
  paid: rupiah(18_849_600_000),
  reconciled: rupiah(18_849_600_000),
  personMonths: 1_122_000,
  claimsReported: 408,
  claimsPaid: 400,
  claimsRefused: 4,
  claimsLapsed: 1,
  claimsCarriedOver: 3,
  claimsAmount: rupiah(17_000_000_000),
};

const closing = {
  ...{ minutesNumber: 'BA-12/2028', books, closeOn: LAST_DAY, on: LAST_DAY },
  ...{ proposedBy: 'kemensos-maker', closedBy: 'kemensos-checker' },
};

let database: FreshDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const write = <T>(work: Parameters<typeof writing<T>>[1]) => writing(database.pool('worker'), work);

test('the last proposal counts, with the gap it leaves and the insurer’s word', async () => {
  expect(await findLatestRenewal(database.pool('api'), cycle)).toBeNull();
  await write(async (tx) => {
    await insertRenewal(tx, cycle, renewal(102_000));
    await insertRenewal(tx, cycle, renewal(90_000));
    await endorseRenewal(tx, cycle, { attempt: 2, endorsedBy: 'bpjs-maker', on: plainDate('2028-12-05') });
  });
  expect(await findLatestRenewal(database.pool('api'), cycle)).toMatchObject({
    ...{ attempt: 2, workers: 90_000, firstMonth: '2029-01', months: 12, needed: 18_144_000_000 },
    ...{ gapDays: 31, gapWorkers: 102_000, endorsedBy: 'bpjs-maker', endorsedOn: '2028-12-05' },
  });
});

test('the database refuses an endorsement by who proposed', async () => {
  await write((tx) => insertRenewal(tx, cycle, renewal(102_000)));
  await expect(
    write((tx) => endorseRenewal(tx, cycle, { attempt: 1, endorsedBy: 'kemensos-maker', on: LAST_DAY })),
  ).rejects.toMatchObject({ constraint: 'proposal_four_eyes' });
});

test('closed books read back as they were closed', async () => {
  expect(await findClosing(database.pool('api'), cycle)).toBeNull();
  await write((tx) => insertClosing(tx, cycle, closing));
  expect(await findClosing(database.pool('auditor'), cycle)).toEqual({
    books,
    ...{ minutesNumber: 'BA-12/2028', closedBy: 'kemensos-checker', closedOn: LAST_DAY },
  });
});

test('books are closed though nobody proposed a renewal', async () => {
  await write((tx) => insertClosing(tx, cycle, { ...closing, proposedBy: null }));
  expect(await findClosing(database.pool('api'), cycle)).toMatchObject({ closedBy: 'kemensos-checker' });
});

test.each([
  ['one rupiah is not paid', { books: { ...books, paid: rupiah(18_849_599_999) } }, 'books_close_to_the_rupiah'],
  ['one rupiah is not reconciled', { books: { ...books, reconciled: rupiah(0) } }, 'books_close_to_the_rupiah'],
  ['the year is not over', { on: plainDate('2028-12-30') }, 'books_close_when_the_year_is_over'],
  ['a claim is missing from the counts', { books: { ...books, claimsPaid: 399 } }, 'claims_add_up'],
  ['who proposed the renewal closes', { closedBy: 'kemensos-maker' }, 'closing_four_eyes'],
])('the database refuses to close when %s', async (_, change, constraint) => {
  await expect(write((tx) => insertClosing(tx, cycle, { ...closing, ...change }))).rejects.toMatchObject({
    constraint,
  });
});

test.each([
  ['worker', `update renewal.closing set billed = 1`],
  ['worker', `update renewal.proposal set workers = 1`],
  ['api', `insert into renewal.closing (agreement) values ('X')`],
  ['auditor', `delete from renewal.proposal`],
] as const)('%s may not: %s', async (role, statement) => {
  await expect(database.pool(role).query(statement)).rejects.toMatchObject({ code: '42501' });
});
