import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from './stack-problem';

const LOOPBACK = '127.0.0.1';

/** Whether somebody could listen on this loopback port now. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await tryToListen(port)) !== undefined;
}

/** Waits for a port to come free: a process that was killed keeps its sockets until its last thread is gone. */
export async function isPortFreeWithin(port: number, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (!(await isPortFree(port))) {
    if (performance.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}

/**
 * The usual port when it is free, else one that the system picks, and picks for nobody else within the next minute.
 * Never one of `taken`.
 */
export async function choosePort(usual: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  if (usual !== 0 && !taken.has(usual) && (await isPortFree(usual))) return usual;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = await tryToListen(0);
    if (port !== undefined && !taken.has(port)) return port;
  }
  throw new Error(`No free port could be had on ${LOOPBACK}`);
}

/** Listens for a moment and gives the port back; nothing when it is taken. Port 0: one that the system picks. */
async function tryToListen(port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen({ port, host: LOOPBACK, exclusive: true });
    await once(server, 'listening');
  } catch (error) {
    if (hasCode(error, 'EADDRINUSE') || hasCode(error, 'EACCES')) return undefined;
    throw error;
  }
  const listening = portOf(server);
  if (port === 0) await reserve(server, listening);
  server.close();
  await once(server, 'close');
  return listening;
}

/**
 * Leaves a closed connection behind on the port. As long as the system remembers it (a minute on Linux) it gives the
 * port to nobody who asks for any port, yet whoever names the port may listen on it. Only the end that closes first is
 * remembered, so that must be ours.
 */
async function reserve(server: Server, port: number): Promise<void> {
  server.once('connection', (accepted) => accepted.destroy());
  const client = connect(port, LOOPBACK);
  client.resume();
  await once(client, 'close');
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A server on a port has a port');
  return address.port;
}
