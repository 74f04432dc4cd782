import { type DeskDeps } from '@kerjasama/desk/deps';
import { type Who } from '@kerjasama/identity/who';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type CloseBooks, type EndorseRenewal, type ProposeRenewal } from '@kerjasama/renewal/contract';
import { closeBooks, endorseRenewal, proposeRenewal } from '@kerjasama/renewal/desk';
import { findClosing, findLatestRenewal } from '@kerjasama/renewal/views';
import { Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DESK } from '../desk';
import { ApiAct, ApiCycle, CycleParam, IdempotencyKey, SignedIn } from '../http/act-params';
import { unwrap } from '../http/outcome';
import { ZodAnswer, ZodBody } from '../http/zod-body';
import * as schema from './schema';

/** The end of a year: what comes next, and the books closed to the rupiah. */
@ApiTags('renewal')
@ApiCycle()
@Controller('cycles/:agreement/:year/renewal')
export class RenewalController {
  constructor(@Inject(DESK) private readonly desk: DeskDeps) {}

  @Get()
  @ZodAnswer(schema.renewal)
  async show(@CycleParam() cycle: CycleRef): Promise<schema.EndOfYearJson> {
    const { pool } = this.desk;
    return schema.toEndOfYearJson(await findLatestRenewal(pool, cycle), await findClosing(pool, cycle));
  }

  @Post('propose-renewal')
  @ApiAct()
  @ZodAnswer(schema.renewalStands)
  async proposeRenewal(
    @SignedIn() who: Who,
    @CycleParam() cycle: CycleRef,
    @IdempotencyKey() key: string,
    @ZodBody(schema.proposeRenewal) input: ProposeRenewal,
  ): Promise<schema.RenewalJson> {
    return schema.toRenewalJson(unwrap(await proposeRenewal(this.desk, who, { cycle, key, input })));
  }

  @Post('endorse-renewal')
  @ApiAct()
  @ZodAnswer(schema.renewalStands)
  async endorseRenewal(
    @SignedIn() who: Who,
    @CycleParam() cycle: CycleRef,
    @IdempotencyKey() key: string,
    @ZodBody(schema.endorseRenewal) input: EndorseRenewal,
  ): Promise<schema.RenewalJson> {
    return schema.toRenewalJson(unwrap(await endorseRenewal(this.desk, who, { cycle, key, input })));
  }

  @Post('close-books')
  @ApiAct()
  @ZodAnswer(schema.closedBooks)
  async closeBooks(
    @SignedIn() who: Who,
    @CycleParam() cycle: CycleRef,
    @IdempotencyKey() key: string,
    @ZodBody(schema.closeBooks) input: CloseBooks,
  ): Promise<schema.BooksJson> {
    return schema.toBooksJson(unwrap(await closeBooks(this.desk, who, { cycle, key, input })));
  }
}
