import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type StackFolders } from '../folders';
import { describeError } from '../stack-problem';

/*
 * The protocol between the commands and the supervisor: one line of JSON each way, then the connection closes.
 * The socket lies in a folder that only the owner may enter, and is itself 0600: to be let in is to be the owner.
 */

/** What may be asked. */
export type StackRequest =
  | { readonly ask: 'status' }
  | { readonly ask: 'down' }
  | { readonly ask: 'token'; readonly person: string }
  | { readonly ask: 'auditor-url' }
  | { readonly ask: 'advance-clock'; readonly offsetMs: number };

export type StackReply =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

const LONGEST_SOCKET_PATH = 100; // the kernel's own limit is 108 bytes on Linux, 104 elsewhere
const LAST_ANSWERS_MS = 2_000;
const LONGEST_REQUEST = 10_000;
const LONGEST_REPLY = 10_000_000;

export interface StackSocket {
  close(): Promise<void>;
}

/** Where the socket lies: in the run folder, or, when that path is too long for a socket, in a private one of /tmp. */
export function socketPath(folders: StackFolders): string {
  const path = join(folders.run, 'supervisor.sock');
  if (Buffer.byteLength(path) <= LONGEST_SOCKET_PATH) return path;
  const name = createHash('sha256').update(path).digest('hex').slice(0, 16);
  return join(tmpdir(), `kerjasama-${process.getuid?.() ?? 0}-${name}`, 'supervisor.sock');
}

/** Listens on the socket. `answer` may throw: the caller gets its message. The caller of this holds the lock. */
export async function listenOnSocket(
  path: string,
  answer: (request: StackRequest) => Promise<unknown>,
): Promise<StackSocket> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  requirePrivate(dirname(path));
  rmSync(path, { force: true });
  const server = createServer((socket) => {
    socket.on('error', () => undefined); // the caller went away
    void readLine(socket, LONGEST_REQUEST)
      .then((line) => answer(parseRequest(line)))
      .then((value): StackReply => ({ ok: true, value }))
      .catch((error: unknown): StackReply => ({ ok: false, error: describeError(error) }))
      .then((reply) => socket.end(`${JSON.stringify(reply)}\n`));
  });
  const before = process.umask(0o077);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
    });
  } finally {
    process.umask(before);
  }
  chmodSync(path, 0o600);
  return { close: () => closeSoon(server) };
}

/** Lets answers that are under way arrive, but waits for nobody who merely stays connected. */
async function closeSoon(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  await Promise.race([closed, sleep(LAST_ANSWERS_MS, undefined, { ref: false })]);
}

/** In /tmp somebody else may have made a folder of our name before us. */
function requirePrivate(folder: string): void {
  const { uid, mode } = statSync(folder);
  if (uid === (process.getuid?.() ?? uid) && (mode & 0o077) === 0) return;
  throw new Error(`The folder ${folder} is open to others: remove it, then start again`);
}

/** Asks the supervisor; nothing when there is none. Throws what it answers when it refuses. */
export async function askSupervisor(path: string, request: StackRequest): Promise<{ value: unknown } | undefined> {
  const socket = await open(path);
  if (socket === undefined) return undefined;
  socket.write(`${JSON.stringify(request)}\n`);
  const line = await readLine(socket, LONGEST_REPLY).catch(() => ''); // it was killed while we waited
  socket.destroy();
  if (line === '') return undefined;
  const reply: unknown = JSON.parse(line);
  if (isReply(reply) && reply.ok) return { value: reply.value };
  throw new Error(isReply(reply) && !reply.ok ? reply.error : 'The supervisor sent no readable answer');
}

function open(path: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once('connect', () => {
      resolve(socket);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(undefined);
      else reject(error);
    });
  });
}

function readLine(socket: Socket, longest: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
      else if (text.length > longest) reject(new Error('The line is too long'));
    });
    socket.once('error', reject);
    socket.once('close', () => {
      reject(new Error('The connection closed before a whole line'));
    });
  });
}

function parseRequest(line: string): StackRequest {
  const content: unknown = JSON.parse(line);
  if (typeof content === 'object' && content !== null && 'ask' in content) {
    const { ask } = content;
    if (ask === 'status' || ask === 'down' || ask === 'auditor-url') return { ask };
    if (ask === 'advance-clock' && 'offsetMs' in content && typeof content.offsetMs === 'number') {
      return { ask, offsetMs: content.offsetMs };
    }
    if (ask === 'token' && 'person' in content && typeof content.person === 'string') {
      return { ask, person: content.person };
    }
  }
  throw new Error('The supervisor does not know this request');
}

function isReply(content: unknown): content is StackReply {
  return typeof content === 'object' && content !== null && 'ok' in content;
}
