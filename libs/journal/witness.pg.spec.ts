import { type Json } from '@kerjasama/kernel/json';
import { plainDate } from '@kerjasama/kernel/plain-date';

import { type FreshDatabase, freshDatabase } from '../../test/support/fresh-database';
import { createJournal } from './record';
import { verifyJournal } from './verify';
import { createWitness, type Witness, type WitnessHeader } from './witness';

let database: FreshDatabase;
let witness: Witness;

const header: WitnessHeader = {
  chain: 'house',
  actor: 'subject-1',
  agency: 'kemensos',
  role: 'maker',
  basis: 'role maker',
  businessDate: plainDate('2028-01-31'),
  workflow: null,
  subject: null,
};
const refusal = { command: 'sign-agreement', code: 'NOT_YOUR_ACT', workflow: null };

beforeEach(async () => {
  database = await freshDatabase();
  witness = createWitness(database.pool('api'));
});

afterEach(() => database.drop());

async function acts(): Promise<Json[]> {
  const { rows } = await database
    .pool('api')
    .query<{ act: string; payload: Json }>(`select act, payload from journal.acts order by leaf_index`);
  return rows.map(({ act, payload }) => [act, payload]);
}

test('a refused attempt is one act, however often it is repeated', async () => {
  await witness.refused(header, 'key', refusal);
  await witness.refused(header, 'key', refusal);
  expect(await acts()).toEqual([['act-refused', refusal]]);
});

test('another person, another reason or another key is another refused attempt', async () => {
  await witness.refused(header, 'key', refusal);
  await witness.refused({ ...header, actor: 'subject-2' }, 'key', refusal);
  await witness.refused(header, 'key', { ...refusal, code: 'FOUR_EYES' });
  await witness.refused(header, 'key-2', refusal);
  expect(await acts()).toHaveLength(4);
});

test('a key that was refused still works for the attempt that succeeds', async () => {
  await witness.refused(header, 'key', refusal);
  const done = await createJournal(database.pool('worker')).record({ ...header, origin: 'person' }, 'key', {}, () =>
    Promise.resolve({ act: 'agreement-lapsed', payload: { document: 1 }, result: 'done' }),
  );
  expect(done).toEqual({ refused: false, value: 'done' });
  expect(await verifyJournal(database.pool('auditor'))).toMatchObject({ proven: true, acts: 2 });
});

const reveal = { subjectKind: 'member', subjectId: 'b7', reason: 'claim 7' };

test('personal data is shown when its reveal is recorded', async () => {
  expect(await witness.revealing(header, 'key', reveal, () => Promise.resolve('3271'))).toBe('3271');
  expect(await acts()).toEqual([['personal-data-revealed', reveal]]);
});

test('a reveal that cannot be recorded shows nothing', async () => {
  await witness.revealing(header, 'key', reveal, () => Promise.resolve('3271'));
  await expect(witness.revealing(header, 'key', reveal, () => Promise.resolve('3271'))).rejects.toThrow();
  expect(await acts()).toHaveLength(1);
});

test('a reveal whose reading failed is not recorded', async () => {
  const failed = witness.revealing(header, 'key', reveal, () => Promise.reject(new Error('no such member')));
  await expect(failed).rejects.toThrow('no such member');
  expect(await acts()).toEqual([]);
});
