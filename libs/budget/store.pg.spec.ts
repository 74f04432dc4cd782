import { agreementId, type CycleRef } from '@kerjasama/kernel/ids';
import { cycleYear, period } from '@kerjasama/kernel/period';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { rupiah } from '@kerjasama/kernel/rupiah';
import { freshDatabase, type FreshDatabase, writing } from '../../test/support/fresh-database';
import { judgeFit } from './rules/fit';
import { insertAddendum, insertAllocation, insertProposal, settleAddendum } from './store';
import { getLatestProposal, listAddenda, listProposals } from './views';

const cycle: CycleRef = { agreement: agreementId('PKS-2027-001'), year: cycleYear(2028) };
const ARTICLE_DIPA = {
  dipaNumber: 'DIPA-027.05.1.440380/2028',
  revision: 0,
  pagu: rupiah(19_000_000_000),
  blocked: rupiah(0),
};
const ON = plainDate('2027-11-24');

function judged(months: number, dipa = ARTICLE_DIPA) {
  const ceiling = rupiah(19_000_000_000);
  const terms = { workers: 102_000, coverage: { firstMonth: period('2028-01'), months }, ceiling };
  return { dipa, terms, fit: expectAccepted(judgeFit(terms, dipa)), proposedBy: 'kemensos-maker', on: ON };
}

let database: FreshDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const write = <T>(work: Parameters<typeof writing<T>>[1]) => writing(database.pool('worker'), work);

test('the article’s year reads back as it was judged: refused for twelve months, proposed for eleven, allocated', async () => {
  await write(async (tx) => {
    await insertProposal(tx, cycle, judged(12));
    await insertProposal(tx, cycle, judged(11));
  });
  const { attempt, needed, proposedBy } = await getLatestProposal(database.pool('api'), cycle);
  await write((tx) =>
    insertAllocation(tx, cycle, {
      attempt,
      needed,
      proposedBy,
      approvedBy: 'kemensos-checker',
      on: plainDate('2027-12-01'),
    }),
  );

  expect(await listProposals(database.pool('api'), cycle)).toMatchObject([
    { attempt: 1, usable: 19_000_000_000, tariff: 16_800, needed: 20_563_200_000, fits: false, approvedBy: null },
    {
      ...{ attempt: 2, needed: 18_849_600_000, fits: true, coverage: { firstMonth: '2028-01', months: 11 } },
      ...{ proposedBy: 'kemensos-maker', approvedBy: 'kemensos-checker', approvedOn: '2027-12-01' },
    },
  ]);
});

test('nothing was proposed yet: an approval has nothing to rest on', async () => {
  await expect(getLatestProposal(database.pool('api'), cycle)).rejects.toThrow('No allocation was proposed');
});

test.each([
  ['by who proposed it', { approvedBy: 'kemensos-maker' }, 'allocation_four_eyes'],
  ['of another sum', { needed: rupiah(18_849_600_001) }, 'allocation_as_proposed'],
  ['in the name of another proposer', { proposedBy: 'somebody' }, 'allocation_as_proposed'],
  ['of a proposal that does not fit', { attempt: 1, needed: rupiah(20_563_200_000) }, 'allocation_as_proposed'],
])('the database refuses an allocation %s', async (_, change, constraint) => {
  const approval = {
    ...{
      attempt: 2,
      needed: rupiah(18_849_600_000),
      proposedBy: 'kemensos-maker',
      approvedBy: 'kemensos-checker',
      on: ON,
    },
    ...change,
  };
  await write(async (tx) => {
    await insertProposal(tx, cycle, judged(12));
    await insertProposal(tx, cycle, judged(11));
  });
  await expect(write((tx) => insertAllocation(tx, cycle, approval))).rejects.toMatchObject({ constraint });
});

test('a year is allocated once', async () => {
  await write((tx) => insertProposal(tx, cycle, judged(11)));
  const approval = { attempt: 1, needed: rupiah(18_849_600_000), proposedBy: 'kemensos-maker', on: ON };
  await write((tx) => insertAllocation(tx, cycle, { ...approval, approvedBy: 'one-checker' }));
  await expect(
    write((tx) => insertAllocation(tx, cycle, { ...approval, approvedBy: 'another-checker' })),
  ).rejects.toMatchObject({ constraint: 'allocation_pkey' });
});

test('what is called usable is the pagu less what is blocked, and the ceiling at most', async () => {
  const proposal = judged(11);
  const boasting = { ...proposal, fit: { ...proposal.fit, usable: rupiah(19_000_000_001) } };
  await expect(write((tx) => insertProposal(tx, cycle, boasting))).rejects.toMatchObject({
    constraint: 'proposal_usable',
  });
});

test('an addendum is proposed, then settled', async () => {
  const addendum = { kind: 'months', months: 11, heads: 102_000, textSha256: 'a'.repeat(64) } as const;
  const needed = rupiah(18_849_600_000);
  await write((tx) =>
    insertAddendum(tx, cycle, { document: 1, addendum, needed, proposedBy: 'kemensos-maker', on: ON }),
  );
  expect(await listAddenda(database.pool('api'), cycle)).toMatchObject([
    { document: 1, outcome: null, settledOn: null },
  ]);
  await write((tx) => settleAddendum(tx, cycle, { document: 1, outcome: 'in-force', on: plainDate('2027-11-30') }));
  expect(await listAddenda(database.pool('auditor'), cycle)).toEqual([
    {
      ...{ document: 1, kind: 'months', workers: 102_000, months: 11, needed: 18_849_600_000, proposedOn: ON },
      ...{ outcome: 'in-force', settledOn: '2027-11-30' },
    },
  ]);
});

test.each([
  ['worker', `update budget.proposal set needed = 1`],
  ['worker', `delete from budget.allocation`],
  ['worker', `update budget.addendum set months = 12`],
  ['api', `insert into budget.allocation (agreement) values ('X')`],
  ['auditor', `update budget.addendum set outcome = 'in-force'`],
] as const)('%s may not: %s', async (role, statement) => {
  await expect(database.pool(role).query(statement)).rejects.toMatchObject({ code: '42501' });
});
