import { type OfficerAct } from '@kerjasama/act/definition';
import { perform, type ActAnswer, type PerformDeps } from '@kerjasama/act/perform';
import { type Who } from '@kerjasama/identity/who';
import { type Outcome } from '@kerjasama/kernel/refusal';
import { Controller, Inject, Param, Post, type Type } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ApiAct, IdempotencyKey, SignedIn } from './act-params';
import { unwrap } from './outcome';
import { ZodAnswer, ZodBody } from './zod-body';

/** The one `PerformDeps` record of the process. */
export const PERFORM = Symbol('PERFORM');

/** Where an act is asked for: its address, and which subject the address names. */
export interface ActRoute {
  /** With its `:parameters`, e.g. `claims/:claim`; the act's command follows, unless it makes the subject. */
  readonly path: string;
  readonly act: OfficerAct;
  readonly idOf: (parameters: Readonly<Record<string, string>>, body: unknown) => Outcome<string>;
}

/** What every act answers. */
const ANSWER = {
  subject: z.string(),
  act: z.string(),
  number: z.int(),
  status: z.string(),
  version: z.int(),
  on: z.string(),
  due: z.string().nullable(),
};

const EXAMPLES: Readonly<Record<string, string>> = {
  agreement: 'PKS-2027-102000-1',
  year: '2028',
  claim: 'PKS-2027-102000-1.2028.000001',
};

/** A controller with one route for each act: all of it follows from the acts' definitions. */
export function actController(name: string, tag: string, routes: readonly ActRoute[]): Type {
  class ActController {
    constructor(readonly deps: PerformDeps) {}
  }
  Object.defineProperty(ActController, 'name', { value: name });
  Inject(PERFORM)(ActController, undefined, 0);
  for (const route of routes) addRoute(ActController.prototype, route);
  ApiTags(tag)(ActController);
  Controller()(ActController);
  return ActController;
}

function addRoute(prototype: { readonly deps: PerformDeps }, { path, act, idOf }: ActRoute): void {
  const method = act.command.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const handler = async function (
    this: { readonly deps: PerformDeps },
    who: Who,
    parameters: Record<string, string>,
    key: string,
    body: unknown,
  ): Promise<ActAnswer> {
    const id = unwrap(idOf(parameters, body));
    return unwrap(await perform(this.deps, act, who, { id, key, body }));
  };
  Object.defineProperty(handler, 'name', { value: method });
  const descriptor = { value: handler, writable: true, configurable: true };
  Object.defineProperty(prototype, method, descriptor);
  SignedIn()(prototype, method, 0);
  Param()(prototype, method, 1);
  IdempotencyKey()(prototype, method, 2);
  ZodBody(act.body)(prototype, method, 3);
  const { title, description } = act.words;
  const decorators = [
    Post(act.from === 'new' ? path : `${path}/${act.command}`),
    ApiOperation({ summary: `${title.id} · ${title.en}`, description: `${description.id}\n\n${description.en}` }),
    ...parametersOf(path).map((name) => ApiParam({ name, type: String, example: EXAMPLES[name] })),
    ApiAct(),
    ZodAnswer(z.object({ ...ANSWER, ...act.answer })),
  ];
  for (const decorate of decorators) decorate(prototype, method, descriptor);
}

function parametersOf(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
}
