import { createJournal } from '@kerjasama/journal/record';
import { type FoundActs, findActs } from '@kerjasama/journal/views';
import { agreementId } from '@kerjasama/kernel/ids';
import { plainDate } from '@kerjasama/kernel/plain-date';

import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database';
import { auditCommand, type AuditDeps } from './audit-command';

const CHAIN = agreementId('PKS-AUDIT');
let database: FreshDatabase;
let findDatabaseUrl: AuditDeps['findDatabaseUrl'];

beforeEach(async () => {
  database = await freshDatabase();
  findDatabaseUrl = (profile) => Promise.resolve(profile === 'rehearsal' ? undefined : database.url('auditor'));
  const journal = createJournal(database.pool('worker'));
  for (let month = 1; month <= 3; month += 1) {
    const period = `2028-0${month}`;
    const by = { actor: 'house', agency: 'house', role: null, origin: 'system' } as const;
    const header = { ...by, chain: CHAIN, basis: 'PKS', workflow: null, subject: null } as const;
    await journal.record({ ...header, businessDate: plainDate(`${period}-20`) }, period, {}, () =>
      Promise.resolve({
        act: 'payment-received',
        payload: { period, sp2dNumber: 'S', receipt: 'R', amount: '1000000' },
        result: null,
      }),
    );
  }
});

afterEach(async () => {
  process.exitCode = 0;
  await database.drop();
});

/** Runs the command as a shell would, against this database. */
async function run(...args: string[]): Promise<{ code: unknown; out: string[]; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0),
  ];
  process.exitCode = 0;
  try {
    await auditCommand({
      findDatabaseUrl,
      fetchActs:
        () =>
        (agreement, filter, page): Promise<FoundActs> =>
          findActs(database.pool('api'), agreement, filter, { ...page, limit: 2 }),
    }).parseAsync(args, { from: 'user' });
    return { code: process.exitCode, out: out.join('').trimEnd().split('\n'), err: err.join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

test('an untouched journal: exit 0, in the language asked for', async () => {
  expect(await run('verify', '--language', 'id')).toMatchObject({
    code: 0,
    out: ['Jurnal utuh: 3 tindakan dalam 1 rantai, semuanya terbukti.'],
  });
  expect((await run('verify', '--language', 'en')).out).toEqual([
    'The journal is whole: 3 acts in 1 chains, every one proven.',
  ]);
});

test('one act edited, one deleted by a superuser: exit 1, and where', async () => {
  await database.pool('superuser').query(`
    alter table journal.act drop constraint act_hash_of_bytes;
    alter table journal.answer drop constraint answer_chain_origin_key_fkey;
    set session_replication_role = replica;
    update journal.act set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '1000000', '9000000'), 'UTF8') where seq = 1;
    delete from journal.act where seq = 3`);
  const { code, out } = await run('verify', '--language', 'en');
  expect(code).toBe(1);
  expect(out).toEqual([
    'The journal is NOT whole: 2 faults in 2 acts of 1 chains.',
    '  edited: PKS-AUDIT, act 1, leaf 0. Its bytes do not fit its hash.',
    '  deleted: PKS-AUDIT, act 3, leaf 2. This act is gone.',
  ]);
  const json = JSON.parse((await run('verify', '--json')).out.join('')) as unknown;
  expect(json).toMatchObject({
    proven: false,
    faultCount: 2,
    faults: [{ kind: 'edited' }, { kind: 'deleted', seq: 3 }],
  });
});

test('no database, or one that cannot be verified, is neither proof nor tampering', async () => {
  expect(await run('verify', '--profile', 'rehearsal')).toMatchObject({ code: 2 });
  findDatabaseUrl = () => Promise.reject(new Error('both stacks run'));
  expect(await run('verify')).toMatchObject({ code: 3, err: expect.stringMatching(/both stacks run/) as string });
  findDatabaseUrl = () => Promise.resolve(database.url('auditor'));
  await database.pool('superuser').query(`insert into house.migration values (999999, 'x', repeat('0', 64))`);
  expect(await run('verify', '--language', 'en')).toMatchObject({
    code: 3,
    err: expect.stringMatching(/newer/) as string,
  });
});

test('a trail is one line of JSON an act, all pages, and the sums of the date asked for', async () => {
  const { out, code } = await run('trail', CHAIN, '--json', '--at', '2028-02-29');
  const lines = out.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(code).toBe(0);
  expect(lines.map(({ seq }) => seq)).toEqual([1, 2, undefined]);
  expect(lines[2]).toMatchObject({ at: '2028-02-29', sums: { received: '2000000', billed: '0' } });
});

test('a trail for people: filtered, in order, with sums in rupiah', async () => {
  const { out } = await run('trail', CHAIN, '--from', '2028-02-01', '--at', '2028-12-31', '--language', 'id');
  expect(out.slice(0, 2).map((line) => line.trim().slice(0, 31))).toEqual([
    '2  2028-02-20  payment-received',
    '3  2028-03-20  payment-received',
  ]);
  expect(out.find((line) => line.includes('Diterima'))).toMatch(/Rp 2\.000\.000$/);
});

test('an agreement or a date that cannot be read: exit 2, with the remedy', async () => {
  expect(await run('trail', 'pks/../1')).toMatchObject({ code: 2 });
  expect(await run('trail', CHAIN, '--at', '2028-02-30', '--language', 'en')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/YYYY-MM-DD/) as string,
  });
});
