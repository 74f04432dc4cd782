import { type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { ServiceError } from '@temporalio/client';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from 'pino';
import { RefusedError } from './outcome';
import { languageOf, toProblem } from './problem';

/** Everything that goes wrong leaves as problem+json; a defect without its inside, which only the log sees. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = this.refusalFor(error, request);
    const problem = toProblem(refusal, languageOf(request.headers['accept-language']));
    const status = refusal.code === 'DEFECT' ? 500 : problem.status;
    if (status === 503) void reply.header('retry-after', '5');
    if (status === 401) void reply.header('www-authenticate', 'Bearer');
    // Fastify would close at once, and a client that is still sending would see a broken pipe instead of the reason.
    if (status === 413) void reply.removeHeader('connection');
    void reply
      .status(status)
      .type('application/problem+json')
      .send({ ...problem, status });
  }

  private refusalFor(error: unknown, request: FastifyRequest): Refusal {
    if (error instanceof RefusedError) return error.refusal;
    const malformed = malformedRequest(error);
    if (malformed) return malformed;
    const kind = error instanceof Error ? error.name : typeof error;
    this.log.error(
      { kind, method: request.method, route: request.routeOptions.url, stack: stackOf(error) },
      'request failed',
    );
    return isOutage(error) ? NOT_READY : DEFECT;
  }
}

/** What the framework found wrong before our code ran. */
function malformedRequest(error: unknown): Refusal | null {
  const status = statusOfError(error);
  if (status === 404) return NOT_FOUND;
  if (status === 413) return BODY_TOO_LARGE;
  if (status === 415) return UNSUPPORTED_MEDIA_TYPE;
  return status !== null && status >= 400 && status < 500 ? MALFORMED_REQUEST : null;
}

function statusOfError(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const carried = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : null;
  return typeof carried === 'number' ? carried : null;
}

/**
 * Codes of the network and of Postgres: no connection (08, 57P), no room (53), a statement, a lock or a transaction that took
 * too long (57014, 55P03, 25P03).
 */
const OUTAGE = /^(ECONN|EPIPE|ETIMEDOUT|08|53|57P|57014|55P03|25P03)/;

/** Postgres or Temporal does not answer: the caller may try again. */
function isOutage(error: unknown): boolean {
  if (error instanceof ServiceError) return true;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return OUTAGE.test(code) || (error instanceof Error && /timeout|not recorded yet|terminated/i.test(error.message));
}

/** Where it happened, without the message, which might quote a value. */
function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 8).join('\n') : '';
}

const DEFECT = refuse(
  'DEFECT',
  { id: 'Terjadi kesalahan pada sistem.', en: 'Something went wrong in the system.' },
  { id: 'Coba lagi; bila berulang, beri tahu operator.', en: 'Try again; if it persists, tell the operator.' },
);
const NOT_READY = refuse(
  'NOT_READY',
  { id: 'Sistem belum dapat menjawab.', en: 'The system cannot answer yet.' },
  { id: 'Kirim permintaan yang sama sekali lagi sebentar lagi.', en: 'Send the same request again in a moment.' },
);
const NOT_FOUND = refuse(
  'NOT_FOUND',
  { id: 'Alamat ini tidak ada.', en: 'This address does not exist.' },
  { id: 'Lihat /docs untuk alamat yang ada.', en: 'See /docs for the addresses that exist.' },
);
const BODY_TOO_LARGE = refuse(
  'BODY_TOO_LARGE',
  { id: 'Isi permintaan terlalu besar.', en: 'The request body is too large.' },
  {
    id: 'Daftar pekerja diunggah lewat PUT /rosters/{sha256}, paling besar 25 MB.',
    en: 'Rosters go to PUT /rosters/{sha256}, 25 MB at most.',
  },
);
const UNSUPPORTED_MEDIA_TYPE = refuse(
  'UNSUPPORTED_MEDIA_TYPE',
  { id: 'Jenis isi permintaan tidak dikenal.', en: 'The content type of the request is not known.' },
  { id: 'Kirim application/json.', en: 'Send application/json.' },
);
const MALFORMED_REQUEST = refuse(
  'MALFORMED_REQUEST',
  { id: 'Permintaan tidak dapat dibaca.', en: 'The request cannot be read.' },
  { id: 'Kirim JSON yang benar sesuai /docs.', en: 'Send well-formed JSON as /docs describes.' },
);
