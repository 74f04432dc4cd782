import { Readable } from 'node:stream';
import { bodyTooLarge } from '@kerjasama/enrolment/content/content-refusals';
import { type ContentStore, LARGEST_CONTENT } from '@kerjasama/enrolment/content/content-store';
import { mayUpload } from '@kerjasama/enrolment/desk';
import { type Who } from '@kerjasama/identity/who';
import { refuse } from '@kerjasama/kernel/refusal';
import { Controller, Inject, type OnModuleInit, Param, Put, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { SignedIn } from '../http/act-params';
import { RefusedError, unwrap } from '../http/outcome';
import { openApiOf, ZodAnswer } from '../http/zod-body';
import { CONTENT } from './content';
import { uploaded } from './schema';

const RAW_TYPES = ['application/octet-stream', 'text/csv'];

/** Takes the bytes of a roster under their own hash. Bytes are not facts: nothing is recorded until an act names them. */
@ApiTags('enrolment')
@Controller('rosters')
export class RosterUploadController implements OnModuleInit {
  constructor(
    @Inject(CONTENT) private readonly content: ContentStore,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {}

  /** Raw bytes are handed on as they come: never held in memory, and not read before the guard has seen who sends them. */
  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    for (const type of RAW_TYPES) {
      if (fastify.hasContentTypeParser(type)) fastify.removeContentTypeParser(type);
      fastify.addContentTypeParser(type, (_request, payload, done) => {
        done(null, payload);
      });
    }
  }

  /** 201 when the bytes are kept now, 200 when they were there; what is too large or has another hash is not kept. */
  @Put(':sha256')
  @ApiParam({ name: 'sha256', description: 'Hex SHA-256 of the bytes, lower case' })
  @ApiConsumes(...RAW_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' }, description: 'CSV in UTF-8, 25 MB at most' })
  @ZodAnswer(uploaded)
  @ApiCreatedResponse({ schema: openApiOf(uploaded, 'output') })
  async put(
    @SignedIn() who: Who,
    @Param('sha256') sha256: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ sha256: string; content: 'stored' | 'present' }> {
    const refusal = mayUpload(who);
    if (refusal) throw new RefusedError(refusal);
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RefusedError(BAD_SHA256);
    if (Number(request.headers['content-length']) > LARGEST_CONTENT)
      throw new RefusedError(bodyTooLarge(LARGEST_CONTENT));
    const content = unwrap(await this.content.put(sha256, bytesOf(request.body)));
    if (content === 'stored') void reply.status(201);
    return { sha256, content };
  }
}

/** The stream stays open when it is left early, so that the refusal still reaches whoever is sending. */
function bytesOf(body: unknown): AsyncIterable<Buffer> {
  if (body === undefined) return Readable.from([]);
  if (!(body instanceof Readable)) throw new RefusedError(NOT_BYTES);
  return { [Symbol.asyncIterator]: () => body.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer> };
}

const BAD_SHA256 = refuse(
  'BAD_SHA256',
  { id: 'Alamat unggahan bukan SHA-256.', en: 'The address of the upload is no SHA-256.' },
  { id: 'Pakai 64 angka heksadesimal huruf kecil.', en: 'Use 64 hexadecimal digits, lower case.' },
  { path: 'sha256' },
);

const NOT_BYTES = refuse(
  'UNSUPPORTED_MEDIA_TYPE',
  { id: 'Daftar harus dikirim sebagai byte.', en: 'A roster is sent as bytes.' },
  { id: `Kirim sebagai ${RAW_TYPES.join(' atau ')}.`, en: `Send it as ${RAW_TYPES.join(' or ')}.` },
);
