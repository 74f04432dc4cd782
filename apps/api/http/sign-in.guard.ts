import { checkToken, type TokenRules } from '@kerjasama/identity/token-check';
import { type Who } from '@kerjasama/identity/who';
import { refuse } from '@kerjasama/kernel/refusal';
import { type CanActivate, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { type Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { RefusedError, unwrap } from './outcome';

const OPEN = 'open-route';

/** A route that needs nobody: health and documentation. */
export function Open(): ClassDecorator & MethodDecorator {
  return SetMetadata(OPEN, true);
}

const WHO = new WeakMap<object, Who>();

/** The one guard: a bearer JWT that our issuer signed. */
export class SignInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly rules: TokenRules,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean | undefined>(OPEN, [context.getHandler(), context.getClass()]))
      return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = /^Bearer ([\w.~+/=-]{1,8192})$/.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw new RefusedError(NOT_SIGNED_IN);
    WHO.set(request, unwrap(await checkToken(this.rules, token)));
    return true;
  }
}

/** Who is signed in on a request that has passed the guard. */
export function signedIn(request: FastifyRequest): Who {
  const who = WHO.get(request);
  if (who === undefined) throw new RefusedError(NOT_SIGNED_IN);
  return who;
}

const NOT_SIGNED_IN = refuse(
  'NOT_SIGNED_IN',
  { id: 'Anda belum masuk.', en: 'You are not signed in.' },
  { id: 'Sertakan token masuk: Authorization: Bearer ….', en: 'Send your token: Authorization: Bearer ….' },
);
