import { setTimeout as pause } from 'node:timers/promises';
import createClient, { type Client } from 'openapi-fetch';
import { type paths } from './schema';

export type ApiClient = Client<paths>;

export interface ApiOptions {
  /** e.g. `http://127.0.0.1:3000` */
  readonly baseUrl: string;
  /** Asked before every request and again when the token is no longer taken. */
  readonly token: (renew: boolean) => Promise<string>;
  readonly language?: 'id' | 'en';
  /** How long an API that does not answer is asked again, in milliseconds: every act has a key, so asking twice does nothing twice. */
  readonly patienceMs?: number;
}

const PAUSE_MS = 500;

/** The typed client of the committed OpenAPI document. */
export function createApiClient(options: ApiOptions): ApiClient {
  return createClient<paths>({
    baseUrl: options.baseUrl,
    headers: { 'accept-language': options.language ?? 'id' },
    fetch: (request) => fetchPatiently(options, request),
  });
}

async function fetchPatiently({ token, patienceMs = 0 }: ApiOptions, request: Request): Promise<Response> {
  let renew = false;
  for (let waited = 0; ; waited += PAUSE_MS) {
    const last = waited >= patienceMs;
    try {
      const attempt = request.clone();
      attempt.headers.set('authorization', `Bearer ${await token(renew)}`);
      const response = await fetch(attempt);
      if (last || (response.status !== 503 && (response.status !== 401 || renew))) return response;
      renew = response.status === 401;
    } catch (error) {
      if (last) throw error;
    }
    await pause(PAUSE_MS);
  }
}
