import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { closeServer, listenOnLoopback } from '../loopback-server';

/**
 * A read-only front before the Temporal UI.
 * `start-dev` has neither a flag nor an environment variable that turns the UI's write actions off (tried), so this does
 * what the UI's own server does when it is told to: the settings say so, which hides the buttons, and every method but
 * GET and HEAD is answered 405, except queries, which are POSTs that change nothing and carry a run's current details.
 */
export interface UiFront {
  readonly port: number;
  close(): Promise<void>;
}

const SETTINGS = '/api/v1/settings';
const QUERY = /^\/api\/v1\/namespaces\/[^/]+\/workflows\/[^?]+\/query\/[^/?]+$/;
const CONNECTION_HEADERS = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade'];

export async function openUiFront(port: number, upstreamPort: number): Promise<UiFront> {
  const server = createServer((incoming, outgoing) => {
    const path = (incoming.url ?? '/').split('?')[0] ?? '/';
    if (!mayPass(incoming.method ?? 'GET', path)) {
      answer(outgoing, 405, 'The Temporal UI is read-only here: acts go through the API (kerjasama, REST).');
    } else if (path === SETTINGS) {
      forward(incoming, outgoing, upstreamPort, saysReadOnly);
    } else {
      forward(incoming, outgoing, upstreamPort);
    }
  });
  await listenOnLoopback(server, port);
  return { port, close: () => closeServer(server) };
}

export function mayPass(method: string, path: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || (method === 'POST' && QUERY.test(path));
}

/** The settings with write actions off. What cannot be read is passed on as an error, never as it was. */
export function saysReadOnly(body: string): string {
  const settings: unknown = JSON.parse(body);
  if (typeof settings !== 'object' || settings === null) throw new Error('The UI sent no settings');
  return JSON.stringify({ ...settings, DisableWriteActions: true });
}

function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  port: number,
  change?: (body: string) => string,
): void {
  const headers = { ...incoming.headers };
  if (change !== undefined) delete headers['accept-encoding'];
  const upstream = request({ host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers });
  upstream.once('error', () => {
    answer(outgoing, 502, 'Temporal does not answer. See: kerjasama stack status');
  });
  upstream.once('response', (response) => {
    if (change === undefined) passOn(response, outgoing);
    else changed(response, outgoing, change);
  });
  outgoing.once('close', () => upstream.destroy());
  incoming.pipe(upstream);
}

function passOn(response: IncomingMessage, outgoing: ServerResponse): void {
  const headers = Object.entries(response.headers).filter(([name]) => !CONNECTION_HEADERS.includes(name));
  outgoing.writeHead(response.statusCode ?? 502, Object.fromEntries(headers));
  response.once('error', () => outgoing.destroy());
  response.pipe(outgoing);
}

function changed(response: IncomingMessage, outgoing: ServerResponse, change: (body: string) => string): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.once('error', () => outgoing.destroy());
  response.once('end', () => {
    try {
      answer(outgoing, 200, change(Buffer.concat(chunks).toString('utf8')), 'application/json');
    } catch {
      answer(outgoing, 502, 'The Temporal UI sent settings that cannot be read.');
    }
  });
}

function answer(outgoing: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8'): void {
  if (outgoing.headersSent || outgoing.destroyed) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  outgoing.end(body);
}
