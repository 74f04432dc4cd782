import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stackFolders } from '../folders';
import { askSupervisor, listenOnSocket, socketPath, type StackSocket } from './socket';

let home: string;
let open: StackSocket | undefined;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'socket-'));
});

afterEach(async () => {
  await open?.close();
  open = undefined;
  rmSync(home, { recursive: true, force: true });
});

test('a question is answered; the socket is its owner’s alone', async () => {
  const path = socketPath(stackFolders('live', home));
  open = await listenOnSocket(path, (request) => Promise.resolve(request));
  expect(await askSupervisor(path, { ask: 'token', person: 'auditor' })).toEqual({
    value: { ask: 'token', person: 'auditor' },
  });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
});

test('nobody listens: no answer, and no error', async () => {
  expect(await askSupervisor(socketPath(stackFolders('live', home)), { ask: 'status' })).toBeUndefined();
});

test('a refusal reaches the caller in words', async () => {
  const path = socketPath(stackFolders('live', home));
  open = await listenOnSocket(path, () => Promise.reject(new Error('Nobody here is called budi')));
  await expect(askSupervisor(path, { ask: 'token', person: 'budi' })).rejects.toThrow('Nobody here is called budi');
});

test.each(['not json', '{"ask":"everything"}', '{"ask":"token"}', '[]'])('%s is refused', async (line) => {
  const path = socketPath(stackFolders('live', home));
  open = await listenOnSocket(path, () => Promise.resolve('told'));
  const reply = await new Promise<string>((resolve) => {
    const socket = connect(path, () => socket.write(`${line}\n`));
    socket.once('data', (bytes) => {
      resolve(bytes.toString('utf8'));
      socket.destroy();
    });
  });
  expect(JSON.parse(reply)).toMatchObject({ ok: false });
});

test('a socket file that a killed supervisor left is replaced', async () => {
  const path = socketPath(stackFolders('live', home));
  const first = await listenOnSocket(path, () => Promise.resolve(1));
  open = await listenOnSocket(path, () => Promise.resolve(2));
  expect(await askSupervisor(path, { ask: 'status' })).toEqual({ value: 2 });
  await first.close();
});

test('a home too deep for a socket: it lies in a private folder elsewhere, and nobody else’s will do', async () => {
  const path = socketPath(stackFolders('live', join(home, 'd'.repeat(100))));
  expect(Buffer.byteLength(path)).toBeLessThan(104);
  open = await listenOnSocket(path, () => Promise.resolve('told'));
  expect(await askSupervisor(path, { ask: 'status' })).toEqual({ value: 'told' });
  await open.close();
  open = undefined;
  chmodSync(dirname(path), 0o777);
  await expect(listenOnSocket(path, () => Promise.resolve('told'))).rejects.toThrow('open to others');
  rmSync(dirname(path), { recursive: true });
});
