import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { agreementId } from '@kerjasama/kernel/ids';
import { type Nik } from '@kerjasama/kernel/nik';
import { cycleYear } from '@kerjasama/kernel/period';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { actOnClaim, lookPaid } from './officers';

let server: Server;
let asked: { readonly path: string; readonly who: string; readonly body: unknown }[];
/** What the API answers, by the last part of the path. */
let answers: Record<string, readonly object[]>;

beforeEach(async () => {
  asked = [];
  server = createServer((incoming, outgoing) => {
    void text(incoming).then((body) => {
      const path = incoming.url ?? '';
      asked.push({ path, who: incoming.headers.authorization ?? '', body: body === '' ? null : JSON.parse(body) });
      const [answer, ...later] = answers[path.split('/').at(-1) ?? ''] ?? [];
      if (later.length > 0) answers[path.split('/').at(-1) ?? ''] = later;
      outgoing.writeHead(answer === undefined ? 409 : 200).end(JSON.stringify(answer ?? { code: 'NO' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

async function settle() {
  const { port } = server.address() as AddressInfo;
  const cycle = { agreement: agreementId('PKS-BENCH'), year: cycleYear(2028) };
  const side = {
    covered: { cycle, eventOn: plainDate('2028-06-01') },
    tokens: { officer: 'officer', approver: 'approver' },
    urls: () => ({ api: `http://127.0.0.1:${port}` }),
  };
  const answered = await actOnClaim(side, { reference: '7', nik: '3273000000000007' as Nik, pauseMs: 0 });
  await lookPaid(side, answered.claim);
  return answered;
}

const bodyOf = (end: string) => asked.find(({ path }) => path.endsWith(end))?.body;

test('a claim of 0.1.0 is decided and approved without a version, by two people, and looked at once', async () => {
  answers = {
    claims: [{ claim: 'c' }],
    'decide-claim': [{ amount: '5' }],
    'approve-claim': [{}],
    c: [{ status: 'paid' }],
  };
  expect(await settle()).toMatchObject({ claim: 'c', flavour: '0.1.0' });
  expect(bodyOf('decide-claim')).toEqual({ decision: 'grant' });
  expect(bodyOf('approve-claim')).toEqual({ amount: '5' });
  expect(asked.map(({ who }) => who)).toEqual(
    ['officer', 'officer', 'approver', 'officer'].map((who) => `Bearer ${who}`),
  );
});

test('where answers carry a version, the next act names it; a claim that is not paid is none that is settled', async () => {
  answers = {
    claims: [{ subject: 'claim/c', version: 1 }],
    'decide-claim': [{ amount: '5', version: 2 }],
    'approve-claim': [{ version: 3 }],
    c: [{ status: 'paid' }, { status: 'approved' }],
  };
  expect(await settle()).toMatchObject({ flavour: 'current' });
  expect(bodyOf('decide-claim')).toEqual({ decision: 'grant', version: 1 });
  expect(bodyOf('approve-claim')).toEqual({ amount: '5', version: 2 });
  await expect(settle()).rejects.toThrow('c is approved, not paid');
});

test('a refused act ends the run with what the API said', async () => {
  answers = { claims: [{ claim: 'c' }] };
  await expect(settle()).rejects.toThrow('decide: the API answered 409 {"code":"NO"}');
});
