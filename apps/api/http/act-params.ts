import { type Who } from '@kerjasama/identity/who';
import { type CycleRef, parseAgreementId, parseCycleYear } from '@kerjasama/kernel/ids';
import { refuse } from '@kerjasama/kernel/refusal';
import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader, ApiParam } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { RefusedError, unwrap } from './outcome';
import { signedIn } from './sign-in.guard';

/** Who is signed in: the guard has checked the token. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Who =>
  signedIn(requestOf(context)),
);

/** The cycle of the address, parsed. */
export const CycleParam = createParamDecorator((_: unknown, context: ExecutionContext): CycleRef => {
  const { agreement, year } = requestOf(context).params as Record<string, string | undefined>;
  return { agreement: unwrap(parseAgreementId(agreement ?? '')), year: unwrap(parseCycleYear(year ?? '')) };
});

/** The caller's key for this one act: the same request again is answered as the first time. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const key = requestOf(context).headers['idempotency-key'];
  if (typeof key === 'string' && /^[\x21-\x7e]{1,128}$/.test(key)) return key;
  throw new RefusedError(
    refuse(
      key === undefined ? 'IDEMPOTENCY_KEY_MISSING' : 'IDEMPOTENCY_KEY_BAD',
      { id: 'Setiap tindakan memerlukan Idempotency-Key.', en: 'Every act needs an Idempotency-Key.' },
      {
        id: 'Sertakan header Idempotency-Key: 1–128 huruf tanpa spasi, baru untuk setiap tindakan.',
        en: 'Send a header Idempotency-Key: 1 to 128 characters without spaces, new for every act.',
      },
    ),
  );
});

/** Documents the address of a cycle. */
export function ApiCycle(): ClassDecorator & MethodDecorator {
  return applyDecorators(
    ApiParam({ name: 'agreement', type: String, example: 'PKS-2027-102000-1' }),
    ApiParam({ name: 'year', type: String, example: '2028' }),
  );
}

/** Documents the header of an act. */
export function ApiAct(): ClassDecorator & MethodDecorator {
  return ApiHeader({
    name: 'idempotency-key',
    required: true,
    description: 'New for every act; the same key answers as the first time.',
  });
}

function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}
