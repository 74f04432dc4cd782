import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

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

/** The usual port when it is free, else one that the system picks. Never one of `taken`. */
export async function choosePort(usual: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  if (usual !== 0 && !taken.has(usual) && (await isPortFree(usual))) return usual;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = await tryToListen(0);
    if (port !== undefined && !taken.has(port)) return port;
  }
  throw new Error(`No free port could be had on ${LOOPBACK}`);
}

/** Listens for a moment and gives the port back; nothing when it is taken. */
function tryToListen(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const address = server.address();
      server.close(() => {
        resolve(address !== null && typeof address === 'object' ? address.port : undefined);
      });
    });
  });
}
