import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Role } from '@kerjasama/identity/who';
import { parseKeyRing, writeNewKey } from '@kerjasama/keys/key-ring';
import { Module } from '@nestjs/common';
import { APP_GUARD, NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SignJWT } from 'jose';
import pino from 'pino';
import { ProblemFilter } from '../http/problem-filter';
import { SignInGuard } from '../http/sign-in.guard';
import { CONTENT, openContentStore } from './content';
import { RosterUploadController } from './roster-upload.controller';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const tokens = { issuer: 'https://issuer.test', audience: 'kerjasama', keys: () => Promise.resolve(publicKey) };

@Module({})
class UploadModule {}

let app: NestFastifyApplication;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kerjasama-content-'));
  const ring = parseKeyRing(writeNewKey(randomBytes));
  const guard = {
    provide: APP_GUARD,
    inject: [Reflector],
    useFactory: (reflector: Reflector) => new SignInGuard(reflector, tokens),
  };
  const module = {
    module: UploadModule,
    controllers: [RosterUploadController],
    providers: [guard, { provide: CONTENT, useValue: openContentStore(folder, ring) }],
  };
  app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter({ bodyLimit: 65_536 }), {
    logger: ['error'],
  });
  app.useGlobalFilters(new ProblemFilter(pino({ level: 'silent' })));
  await app.listen(0, '127.0.0.1');
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const tokenOf = (role: Role) =>
  new SignJWT({ name: 'Test', agency: 'kemensos', roles: [role] })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(tokens.issuer)
    .setAudience(tokens.audience)
    .setSubject('subject-1')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(privateKey);

interface Sent {
  readonly sha256?: string;
  readonly role?: Role | null;
  readonly type?: string;
  readonly chunked?: boolean;
}

async function put(
  bytes: Buffer,
  { sha256, role = 'maker', type = 'application/octet-stream', chunked = false }: Sent = {},
) {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const name = sha256 ?? createHash('sha256').update(bytes).digest('hex');
  const headers = {
    'content-type': type,
    ...(role === null ? {} : { authorization: `Bearer ${await tokenOf(role)}` }),
    ...(chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': bytes.length }),
  };
  return new Promise<{ status: number | undefined; body: Record<string, unknown> }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: `/rosters/${name}`, method: 'PUT', headers }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => {
        resolve({ status: answer.statusCode, body: JSON.parse(text) as Record<string, unknown> });
      });
    });
    sent.on('error', reject);
    sent.end(bytes);
  });
}

test('bytes are kept under their hash: 201 the first time, 200 the second', async () => {
  const bytes = randomBytes(8_000_000);
  expect(await put(bytes)).toMatchObject({ status: 201, body: { content: 'stored' } });
  expect(await put(bytes, { chunked: true, type: 'text/csv' })).toMatchObject({
    status: 200,
    body: { content: 'present' },
  });
});

test.each([
  ['announced as too large', false],
  ['too large without saying so', true],
])('a body of 50 MB, %s, is refused and not kept', async (_, chunked) => {
  const before = await readdir(folder);
  expect(await put(Buffer.alloc(50_000_000), { chunked })).toMatchObject({
    status: 413,
    body: { code: 'BODY_TOO_LARGE' },
  });
  expect(await readdir(folder)).toEqual(before);
});

test.each<[string, Sent, number, string]>([
  ['another hash than announced', { sha256: '0'.repeat(64) }, 422, 'CONTENT_DIFFERS'],
  ['a name that is no hash', { sha256: '..%2f..%2fetc%2fpasswd' }, 400, 'BAD_SHA256'],
  ['nobody signed in', { role: null }, 401, 'NOT_SIGNED_IN'],
  ['a role that hands in no roster', { role: 'checker' }, 403, 'NOT_YOUR_ACT'],
  ['a type that is no bytes', { type: 'application/json' }, 400, 'MALFORMED_REQUEST'],
  ['a type that nobody reads', { type: 'image/png' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
])('%s: refused, nothing kept', async (_, sent, status, code) => {
  const before = await readdir(folder);
  expect(await put(Buffer.from('not,a,roster'), sent)).toMatchObject({ status, body: { code } });
  expect(await readdir(folder)).toEqual(before);
});
