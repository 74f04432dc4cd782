import { agreementId } from '@kerjasama/kernel/ids';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { type Pool } from 'pg';

import { type FreshDatabase, freshDatabase } from '../../test/support/fresh-database';
import { createJournal } from './record';
import { inputHash } from './record-input';
import { type ActFilter, findActByKey, findActs } from './views';

const CHAIN = agreementId('PKS-VIEWS');
let database: FreshDatabase;
let api: Pool;

/** Twelve months of one year: a bill on the first of each, and a lapse in June by the other agency. */
beforeAll(async () => {
  database = await freshDatabase();
  api = database.pool('api');
  const journal = createJournal(database.pool('worker'));
  for (let month = 1; month <= 12; month += 1) {
    const period = `2028-${String(month).padStart(2, '0')}`;
    const header = {
      chain: CHAIN,
      actor: `subject-${month % 2}`,
      basis: 'PKS',
      businessDate: plainDate(`${period}-01`),
      role: 'maker',
      origin: 'person',
      subject: null,
    } as const;
    await journal.record({ ...header, agency: 'kemensos', workflow: 'premium/PKS-VIEWS/2028' }, period, { month }, () =>
      Promise.resolve({ act: 'payment-overdue', payload: { period, due: `${period}-15` }, result: { month } }),
    );
  }
  await journal.record(
    {
      chain: CHAIN,
      actor: 'subject-9',
      agency: 'bpjs-tk',
      role: 'maker',
      origin: 'person',
      basis: 'PKS',
      businessDate: plainDate('2028-06-30'),
      workflow: null,
      subject: null,
    },
    'lapse',
    {},
    () => Promise.resolve({ act: 'agreement-lapsed', payload: { document: 0 }, result: null }),
  );
});

afterAll(() => database.drop());

const seqs = async (filter: ActFilter): Promise<number[]> =>
  (await findActs(api, CHAIN, filter)).acts.map(({ seq }) => seq);

test('an act is read with who, for which agency, on what basis, when, and from which workflow', async () => {
  const { acts } = await findActs(api, CHAIN, {}, { limit: 1 });
  expect(acts).toEqual([
    {
      leaf: 0,
      chain: CHAIN,
      seq: 1,
      act: 'payment-overdue',
      actor: 'subject-1',
      agency: 'kemensos',
      basis: 'PKS',
      businessDate: '2028-01-01',
      recordedAt: expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
      role: 'maker',
      subject: null,
      workflow: 'premium/PKS-VIEWS/2028',
      key: '2028-01',
      payload: { period: '2028-01', due: '2028-01-15' },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    },
  ]);
});

test('every filter narrows, and together they narrow further', async () => {
  expect(await seqs({ act: 'agreement-lapsed' })).toEqual([13]);
  expect(await seqs({ actor: 'subject-0' })).toEqual([2, 4, 6, 8, 10, 12]);
  expect(await seqs({ agency: 'bpjs-tk' })).toEqual([13]);
  expect(await seqs({ from: plainDate('2028-06-01'), to: plainDate('2028-07-01') })).toEqual([6, 7, 13]);
  expect(await seqs({ workflow: 'premium/PKS-VIEWS/2028', to: plainDate('2028-02-01') })).toEqual([1, 2]);
  expect(await seqs({ stage: 'premium' })).toHaveLength(12);
  expect(await seqs({ stage: 'prem' })).toEqual([]);
  expect(await seqs({ actor: 'subject-1', from: plainDate('2028-11-01') })).toEqual([11]);
});

test('page by page, nothing is lost and nothing comes twice', async () => {
  const read: number[] = [];
  let after: number | null = 0;
  for (let page = 0; after !== null && page < 10; page += 1) {
    const found = await findActs(api, CHAIN, {}, { after, limit: 5 });
    read.push(...found.acts.map(({ seq }) => seq));
    after = found.next;
  }
  expect(read).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  expect(after).toBeNull();
});

test('an act is found by its key, with what was asked and answered', async () => {
  expect(await findActByKey(api, CHAIN, '2028-03')).toMatchObject({
    seq: 3,
    inputHash: inputHash({ month: 3 }),
    result: { month: 3 },
  });
  expect(await findActByKey(api, CHAIN, 'never')).toBeNull();
  expect(await findActByKey(api, agreementId('PKS-OTHER'), '2028-03')).toBeNull();
});
