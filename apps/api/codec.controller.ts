import { type CodecBody, decodePayloads } from '@kerjasama/temporal/codec-endpoint';
import { type Who } from '@kerjasama/identity/who';
import { refuse } from '@kerjasama/kernel/refusal';
import { type PayloadCodec } from '@temporalio/common';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SignedIn } from './http/act-params';
import { RefusedError, unwrap } from './http/outcome';
import { Open } from './http/sign-in.guard';

export const CODEC = Symbol('CODEC');

/** What the Temporal UI asks for readable payloads. Decodes only; for operators and auditors. */
@ApiExcludeController()
@Controller('codec')
export class CodecController {
  constructor(@Inject(CODEC) private readonly codec: PayloadCodec) {}

  @Post('decode')
  @HttpCode(200)
  async decode(@SignedIn() who: Who, @Body() body: unknown): Promise<CodecBody> {
    if (who.agency !== 'house') throw new RefusedError(NOT_AN_OPERATOR);
    return unwrap(await decodePayloads(this.codec, body));
  }
}

/** The same on an embedded stack, whose UI signs nobody in; the settings allow it on loopback only. */
@ApiExcludeController()
@Open()
@Controller('codec')
export class OpenCodecController {
  constructor(@Inject(CODEC) private readonly codec: PayloadCodec) {}

  @Post('decode')
  @HttpCode(200)
  async decode(@Body() body: unknown): Promise<CodecBody> {
    return unwrap(await decodePayloads(this.codec, body));
  }
}

const NOT_AN_OPERATOR = refuse(
  'NOT_YOUR_ACT',
  { id: 'Hanya operator dan auditor yang membaca isi riwayat.', en: 'Only operators and auditors read histories.' },
  { id: 'Masuk sebagai operator atau auditor.', en: 'Sign in as an operator or auditor.' },
);
