import { refuse } from '@kerjasama/kernel/refusal';
import { applyDecorators, Body, HttpCode, type PipeTransform } from '@nestjs/common';
import { ApiBody, ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { RefusedError } from './outcome';

/** Parses the body by the stage's schema; the first fault is refused with its path, and no value is quoted. */
class ZodPipe<T> implements PipeTransform<unknown, T> {
  constructor(private readonly schema: z.ZodType<T>) {}

  transform(body: unknown): T {
    const parsed = this.schema.safeParse(body);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const path = issue?.path.join('.') ?? '';
    const en =
      issue === undefined || issue.code === 'custom' ? 'A field is wrong.' : `A field is wrong: ${issue.code}.`;
    throw new RefusedError(
      refuse(
        'BAD_BODY',
        {
          id: `Isi permintaan salah${path ? ` pada ${path}` : ''}.`,
          en: `${en.slice(0, -1)}${path ? ` at ${path}` : ''}.`,
        },
        { id: 'Perbaiki isian itu sesuai /docs.', en: 'Correct the field as /docs describes.' },
        { path },
      ),
    );
  }
}

/** The request's body, parsed and documented by one schema. */
export function ZodBody<T>(schema: z.ZodType<T>): ParameterDecorator {
  return (target, key, index) => {
    if (key === undefined) throw new Error('ZodBody belongs on a method parameter');
    Body(new ZodPipe(schema))(target, key, index);
    const method = Object.getOwnPropertyDescriptor(target, key);
    if (method) ApiBody({ schema: openApiOf(schema, 'input') })(target, key, method);
  };
}

/** What a route answers, documented by a schema. An act answers 200: what it made has the address of its cycle. */
export function ZodAnswer(schema: z.ZodType): MethodDecorator {
  return applyDecorators(HttpCode(200), ApiOkResponse({ schema: openApiOf(schema, 'output') }));
}

/** A schema as the OpenAPI document shows it. */
export function openApiOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, never> {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any' }) as unknown as Record<
    string,
    never
  >;
}

/** Text without control characters: Postgres refuses NUL, and no name or number needs the others. */
export function plainText(longest: number) {
  return z
    .string()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}+$/u);
}
