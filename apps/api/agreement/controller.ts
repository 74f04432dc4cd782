import { type AcceptText, type AgreementStands, type SignAgreementAct } from '@kerjasama/agreement/contract';
import { acceptText, signAgreement } from '@kerjasama/agreement/desk';
import { type DeskDeps } from '@kerjasama/desk/deps';
import { type Who } from '@kerjasama/identity/who';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { Controller, Inject, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DESK } from '../desk';
import { ApiAct, ApiCycle, CycleParam, IdempotencyKey, SignedIn } from '../http/act-params';
import { unwrap } from '../http/outcome';
import { ZodAnswer, ZodBody } from '../http/zod-body';
import * as schema from './schema';

/** The agreement's documents: 0 is the yearly agreement, 1… its addenda. All are accepted and signed the same way. */
@ApiTags('agreement')
@ApiCycle()
@Controller('cycles/:agreement/:year/documents/:document')
export class AgreementController {
  constructor(@Inject(DESK) private readonly desk: DeskDeps) {}

  @Post('accept-text')
  @ApiAct()
  @ZodAnswer(schema.agreementStands)
  async acceptText(
    @SignedIn() who: Who,
    @CycleParam() cycle: CycleRef,
    @Param('document', ParseIntPipe) document: number,
    @IdempotencyKey() key: string,
    @ZodBody(schema.acceptText) input: AcceptText,
  ): Promise<AgreementStands> {
    return unwrap(await acceptText(this.desk, who, { cycle, document, key, input }));
  }

  @Post('sign-agreement')
  @ApiAct()
  @ZodAnswer(schema.agreementStands)
  async signAgreement(
    @SignedIn() who: Who,
    @CycleParam() cycle: CycleRef,
    @Param('document', ParseIntPipe) document: number,
    @IdempotencyKey() key: string,
    @ZodBody(schema.signAgreement) input: SignAgreementAct,
  ): Promise<AgreementStands> {
    return unwrap(await signAgreement(this.desk, who, { cycle, document, key, input }));
  }
}
